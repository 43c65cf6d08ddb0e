import Diagnostics
import DisplayText
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// The file is somebody else's too: what they wrote there stays, and nothing that was said here is lost.
extension InterviewSession {
    /// The file holds something else than was last seen. What is not on disk yet is put into it again, unless the same
    /// answer was changed there: then theirs stays and ours comes back for editing.
    mutating func handleChange(to document: MarkdownDocument) -> [InterviewOutput] {
        let (seen, underWay, unsaved) = (postmortem, pending, unsavedAnswers)
        let before = unsaved.first?.before ?? underWay?.before ?? postmortem
        (pending, unsavedAnswers) = (nil, [])
        postmortem = postmortem.rebased(on: document)
        var outputs = [news(since: before)]
        for answer in unsaved { outputs += putAgain(answer) }
        guard let ours = underWay else {
            findPlaces(since: seen)
            return outputs
        }
        guard postmortem.reading(ours.question).content == ours.before.reading(ours.question).content else {
            return outputs + offerOurs(ours)
        }
        return outputs + record(ours.content, for: ours.question, then: ours.next, isUndo: !ours.isReviewed)
    }

    /// What was typed while the same answer was changed in the file comes back on the line; commands and an empty line
    /// mean what they always do.
    mutating func contested(_ text: String, isTyped: Bool) -> [InterviewOutput]? {
        guard isContested, let current else { return nil }
        isContested = false
        if Entry(text: text, isBlock: !isTyped).isEmpty { return nil }
        if isTyped, case .command = TypedLine(text) { return nil }
        returned = text
        return told(theirsStays: current) + told(currentLines(of: current), as: "theirs")
            + [.tell(StyledText("Yours is in the line below; Enter puts it in the place of theirs.", .hint))]
            + ask()
    }

    /// An answer that could not be saved earlier goes into what the file holds now.
    private mutating func putAgain(_ answer: PendingSave) -> [InterviewOutput] {
        let id = answer.question
        guard postmortem.reading(id).content == answer.before.reading(id).content else {
            return told(theirsStays: id) + told(lines(of: answer.content), as: "yours")
        }
        var again = answer
        again.before = postmortem
        switch postmortem.setting(id, to: answer.content) {
        case .refused(let reason):
            return [.tell(StyledText("\(label(of: id)): \(reason)", .problem))]
                + told(lines(of: answer.content), as: "yours")
        case .changed(let changed):
            postmortem = changed
        case .unchanged:
            break
        }
        unsavedAnswers.append(again)
        return []
    }

    /// The words that wait for a decision may be somewhere else now.
    mutating func findNotices(since seen: Postmortem) {
        if case .findings(let notices, let saved)? = aside {
            aside = .findings(found(notices, since: seen), after: saved)
        }
        if case .keepReason(let notices, let saved)? = aside {
            aside = .keepReason(found(notices, since: seen), after: saved)
        }
    }

    /// The row being filled, and the words that were spoken of, may be somewhere else now.
    private mutating func findPlaces(since seen: Postmortem) {
        findNotices(since: seen)
        guard let current else { return }
        let (old, new) = (seen.reading(current).content, postmortem.reading(current).content)
        guard old != new, !dialog.keepPlace(from: old, to: new) else { return }
        dialog = makeDialog(for: current)
        isContested = aside == nil
    }

    private mutating func offerOurs(_ ours: PendingSave) -> [InterviewOutput] {
        current = ours.question
        dialog = makeDialog(for: ours.question)
        var hint: [InterviewOutput] = []
        if case .text(let text)? = ours.content {
            returned = text
            hint = [
                .tell(StyledText("It is in the line below; Enter puts it in the place of theirs.", .hint))
            ]
        }
        return told(theirsStays: ours.question) + told(lines(of: ours.content), as: "yours") + hint + ask()
    }

    private func told(theirsStays id: QuestionID) -> [InterviewOutput] {
        let what = "'\(label(of: id))' was changed in the file meanwhile, so what stands there was kept."
        return [.tell(StyledText(what, .problem))]
    }

    private func told(_ lines: [String], as whose: String) -> [InterviewOutput] {
        lines.map { .tell(StyledText("  \(whose): \($0)", .value)) }
    }

    private func news(since old: Postmortem) -> InterviewOutput {
        let changed = guide.questionIDs.filter { old.reading($0).content != postmortem.reading($0).content }
        let what = changed.isEmpty ? "outside the answers" : joined(changed.map { label(of: $0) }, "and")
        return .tell(StyledText("The file was changed outside (\(what)); going on from there.", .hint))
    }
}
