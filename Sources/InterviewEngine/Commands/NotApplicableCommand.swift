import Diagnostics
import DisplayText
import Forms
import Guides

enum NotApplicableCommand: InterviewCommand {
    static let usage = ":na [section] REASON"
    static let help = [
        "Answers the question with why it does not apply; the reason is written down.",
        "':na section REASON' answers all that is open in the section, as one change.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no question here to answer.")
        }
        if let reason = sectionReason(argument) { return session.setAside(sectionOf: current, reason) }
        guard !argument.isEmpty else {
            return session.declined("':na' needs the reason, such as ':na no customer data was involved'.")
        }
        if session.isBetweenQuestions { return session.declined(InterviewSession.betweenQuestions) }
        session.aside = nil
        if let step = session.dialog.take(.notApplicable(reason: argument), session.dialogContext()) {
            return session.settle(step)
        }
        if let entries = session.entriesInTheWay(of: current) { return session.declined(entries) }
        return session.record(
            .notApplicable(argument), for: current, then: .advance, saying: session.placeTaken(from: current))
    }

    static func candidates(in session: InterviewSession) -> [String] { ["section"] }

    /// What stands behind the word `section`; nil where the argument does not begin with it.
    private static func sectionReason(_ argument: String) -> String? {
        let word = argument.prefix { !$0.isWhitespace }
        guard ["section", "section:"].contains(word.lowercased()) else { return nil }
        let reason = argument.dropFirst(word.count).trimmed
        // `section 4 of the contract covers it` is a reason of its own.
        return word.hasSuffix(":") || reason.first?.isNumber != true ? reason : nil
    }
}

extension InterviewSession {
    /// Answers the open questions of a section with the same reason, as one change.
    fileprivate mutating func setAside(sectionOf id: QuestionID, _ reason: String) -> [InterviewOutput] {
        guard let stop = route.stop(of: id).map({ route.stops[$0] }) else { return ask() }
        guard !reason.isEmpty else {
            return declined("':na section' needs the reason, such as ':na section nobody outside was told'.")
        }
        // What is worked out from other answers waits for them.
        var open = stop.questions.filter {
            [.absent, .open].contains(postmortem.reading($0).state) && guide[$0]?.computed == nil
        }
        // Where the optional ones were spoken of, essential ones that were passed over are not meant.
        if case .optionalQuestions? = aside {
            open = open.filter { guide[$0]?.isEssential == false }
            postponedStops.insert(stop.id)
        }
        guard !open.isEmpty else { return declined("Nothing is open in '\(stop.title)'.") }
        aside = nil
        let change = AnswerChange(
            parts: open.map {
                .init(question: $0, before: postmortem.reading($0).content, after: .notApplicable(reason))
            })
        let outputs = record(change, as: .new, then: .advance, isReviewed: false)
        guard case .answer(let done)? = pending?.edit else { return outputs }
        return [.tell(StyledText("Does not apply: \(names(of: done)). ':undo' takes that back.", .success))]
            + outputs
    }

    /// What is told where a word takes the place of an answer; nil where there was none.
    func placeTaken(from id: QuestionID) -> StyledText? {
        let lines = ContentParts(postmortem.reading(id).content).lines
        guard !lines.isEmpty else { return nil }
        let old = truncated(lines.joined(separator: " "), to: 60)
        return StyledText("It takes the place of '\(old)'; ':undo' brings that back.", .hint)
    }

    /// What stands in the way of a word that would replace the whole answer; nil where nothing does.
    func entriesInTheWay(of id: QuestionID) -> String? {
        guard let count = postmortem.reading(id).content?.partCount, count > 0 else { return nil }
        let entries = counted(count, "entry", plural: "entries")
        return "There \(count == 1 ? "is" : "are") already \(entries) here; ':clear' takes them out first."
    }
}
