import Diagnostics
import Guides

enum NotApplicableCommand: InterviewCommand {
    static let usage = ":na REASON"
    static let help = [
        "Answers the question with why it does not apply here.",
        "The reason is written into the document, so that nobody has to ask again.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no question here to answer.")
        }
        guard !argument.isEmpty else {
            return session.declined("':na' needs the reason, such as ':na no customer data was involved'.")
        }
        session.aside = nil
        if let step = session.dialog.take(.notApplicable(reason: argument), session.dialogContext()) {
            return session.settle(step)
        }
        if let entries = session.entriesInTheWay(of: current) { return session.declined(entries) }
        return session.record(.notApplicable(argument), for: current, then: .advance)
    }
}

extension InterviewSession {
    /// What stands in the way of a word that would replace the whole answer; nil where nothing does.
    func entriesInTheWay(of id: QuestionID) -> String? {
        guard let count = postmortem.reading(id).content?.partCount, count > 0 else { return nil }
        let entries = counted(count, "entry", plural: "entries")
        return "There \(count == 1 ? "is" : "are") already \(entries) here; ':clear' takes them out first."
    }
}
