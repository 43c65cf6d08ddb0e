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
        place(postmortem.rebased(on: document))
        var outputs = [news(since: before)]
        for answer in unsaved { outputs += putAgain(answer, seen) }
        isUnsaved = !unsavedAnswers.isEmpty
        guard let underWay else {
            findDialog(since: seen)
            return outputs
        }
        return outputs + saveAgain(underWay, seen)
    }

    /// What was typed while the same answer was changed in the file comes back on the line; commands and an empty line
    /// mean what they always do, and a line that was left as it stood gives way to theirs.
    mutating func contested(_ text: String, isTyped: Bool) -> [InterviewOutput]? {
        guard isContested, let current else { return nil }
        isContested = false
        if Entry(text: text, isBlock: !isTyped).isEmpty { return nil }
        if isTyped, case .command = TypedLine(text) { return nil }
        let theirs = told(theirsStays: current) + told(currentLines(of: current), as: "theirs")
        if let standing, !standing.isReturned, text == standing.prefill { return theirs + ask() }
        returned = text
        return theirs
            + [.tell(StyledText("Yours is in the line below; Enter puts it in the place of theirs.", .hint))]
            + ask()
    }

    /// What could not be saved earlier goes into what the file holds now.
    private mutating func putAgain(_ answer: PendingSave, _ seen: Postmortem) -> [InterviewOutput] {
        var again = answer
        again.before = postmortem
        switch answer.edit {
        case .nothing: return []
        case .keep(let words):
            guard let kept = postmortem(keeping: words) else { return told(gone: words) }
            place(kept)
        case .answer(let change):
            let ours = told(lines(of: change.parts[0].after), as: "yours") + [keeping(seen)]
            guard let change = postmortem.isReady(for: change) ? change : change.merged(into: postmortem)
            else { return told(theirsStays: change.question) + ours }
            switch postmortem.putting(change) {
            case .refused(let reason):
                return [.tell(StyledText("\(label(of: change.question)): \(reason)", .problem))] + ours
            case .unchanged: break
            case .changed(let changed, let done):
                again.edit = .answer(done)
                place(changed)
                unsavedAnswers.append(again)
                return told(leftOut: change, done)
            }
        }
        unsavedAnswers.append(again)
        return []
    }

    /// What was being saved when the change came to light is saved on top of it.
    private mutating func saveAgain(_ ours: PendingSave, _ seen: Postmortem) -> [InterviewOutput] {
        switch ours.edit {
        case .nothing: return saveAgain(then: ours.next)
        case .keep(let words):
            guard postmortem(keeping: words) != nil else { return told(gone: words) + proceed(ours.next) }
            return save(words, of: ours)
        case .answer(let change):
            guard let change = postmortem.isReady(for: change) ? change : change.merged(into: postmortem)
            else { return offer(change, seen) }
            let outputs = record(change, as: .none, then: ours.next, isReviewed: ours.isReviewed)
            findDialog(since: seen)
            isContested = false
            guard case .answer(let done)? = pending?.edit else { return outputs }
            return told(leftOut: change, done) + outputs
        }
    }

    /// Puts another state of the document in the place of the present one; the words that wait for a decision may be
    /// somewhere else in it.
    mutating func place(_ changed: Postmortem) {
        let seen = postmortem
        postmortem = changed
        aside = aside.map { placed($0, since: seen) }
    }

    /// The row being filled may be somewhere else now.
    private mutating func findDialog(since seen: Postmortem) {
        guard let current else { return }
        let (old, new) = (seen.reading(current).content, postmortem.reading(current).content)
        isRenumbered = !ContentParts(new).lines.starts(with: ContentParts(old).lines)
        guard old != new, !dialog.keepPlace(from: old, to: new) else { return }
        dialog = makeDialog(for: current)
        isContested = aside == nil
    }

    /// Theirs stays; ours is shown, and a text comes back on its line.
    private mutating func offer(_ ours: AnswerChange, _ seen: Postmortem) -> [InterviewOutput] {
        current = ours.question
        aside = nil
        dialog = makeDialog(for: ours.question)
        let content = ours.parts[0].after
        var hint = [keeping(seen)]
        if case .text(let text)? = content {
            returned = text
            let what = "It is in the line below; Enter puts it in the place of theirs."
            hint = [.tell(StyledText(what, .hint))]
        }
        return told(theirsStays: ours.question) + told(lines(of: content), as: "yours") + hint + ask()
    }

    /// The document with ours in it goes into a file of its own.
    private func keeping(_ seen: Postmortem) -> InterviewOutput { .keepBeside(seen.document.bytes) }

    private func told(theirsStays id: QuestionID) -> [InterviewOutput] {
        let what = "'\(label(of: id))' was changed in the file meanwhile, so what stands there was kept."
        return [.tell(StyledText(what, .problem))]
    }

    /// Places that go with an answer and hold something else by now.
    private func told(leftOut change: AnswerChange, _ done: AnswerChange) -> [InterviewOutput] {
        let taken = Set(done.parts.map(\.question))
        return change.parts.map(\.question).filter { !taken.contains($0) }.flatMap { told(theirsStays: $0) }
    }

    private func told(gone words: KeptWords) -> [InterviewOutput] {
        let what = "'\(words.finding.excerpt)' is gone from the file, so there is nothing to keep."
        return [.tell(StyledText(what, .hint))]
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
