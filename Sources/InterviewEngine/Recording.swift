import Diagnostics
import DisplayText
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// An answer that was given out for saving.
struct PendingSave: Sendable {
    enum Next: Sendable { case advance, askOn, resume }

    var question: QuestionID
    var before: Postmortem
    var content: FormContent?
    /// Findings that were there before this answer; only new ones are spoken of.
    var knownFindings: Set<FindingKey>
    var next: Next
    /// Whether its wording is spoken of once it is saved.
    var isReviewed = true
    /// Said once the answer is on disk.
    var note = ""
}

extension InterviewSession {
    /// Puts content into the document and gives the document out for saving.
    mutating func record(
        _ content: FormContent?, for id: QuestionID, then next: PendingSave.Next, isUndo: Bool = false,
        isReviewed: Bool = true
    ) -> [InterviewOutput] {
        let before = postmortem
        returned = nil
        switch postmortem.setting(id, to: content) {
        case .unchanged:
            return proceed(next)
        case .refused(let reason):
            return [.tell(StyledText(reason, .problem))] + ask()
        case .changed(let changed):
            if !isUndo {
                undoHistory.record(.init(question: id, before: before.reading(id).content, after: content))
            }
            pending = PendingSave(
                question: id, before: before, content: content, knownFindings: findingKeys(in: before),
                next: next,
                isReviewed: isReviewed && !isUndo)
            postmortem = changed
            return workedOut(from: id, since: before) + [.save(changed.document.bytes)]
        }
    }

    mutating func handleSaved() -> [InterviewOutput] {
        isUnsaved = false
        guard let saved = pending else { return [] }
        pending = nil
        let notes = saved.note.isEmpty ? [] : [InterviewOutput.tell(StyledText(saved.note, .success))]
        return notes + (review(saved) ?? proceed(saved.next))
    }

    mutating func handleSaveFailed(_ reason: String) -> [InterviewOutput] {
        let failed = pending
        pending = nil
        isUnsaved = true
        let cure =
            "The answer is kept here and saved with the next one; ':save FILE' writes a copy elsewhere."
        return [.tell(StyledText("Not saved: \(reason) \(cure)", .problem))] + proceed(failed?.next ?? .askOn)
    }

    /// The file holds something else than was last seen. The answer under way is put into it again, unless the
    /// same answer was changed there: then theirs stays and ours comes back for editing.
    mutating func handleChange(to document: MarkdownDocument) -> [InterviewOutput] {
        let theirs = postmortem.rebased(on: document)
        guard let ours = pending else {
            let news = changes(from: postmortem, to: theirs)
            postmortem = theirs
            if let current { dialog = makeDialog(for: current) }
            return news
        }
        pending = nil
        let news = changes(from: ours.before, to: theirs)
        postmortem = theirs
        guard theirs.reading(ours.question).content == ours.before.reading(ours.question).content else {
            return news + offerOurs(ours)
        }
        return news + record(ours.content, for: ours.question, then: ours.next, isUndo: !ours.isReviewed)
    }

    private mutating func offerOurs(_ ours: PendingSave) -> [InterviewOutput] {
        current = ours.question
        dialog = makeDialog(for: ours.question)
        if case .text(let text)? = ours.content { returned = text }
        let title = label(of: ours.question)
        return [
            .tell(
                StyledText(
                    "'\(title)' was changed in the file meanwhile, so what stands there was kept. Your answer is in the line below; Enter puts it in the place of theirs.",
                    .problem))
        ] + lines(of: ours.content).map { .tell(StyledText("  yours: \($0)", .value)) } + ask()
    }

    private func changes(from old: Postmortem, to new: Postmortem) -> [InterviewOutput] {
        let changed = guide.questionIDs.filter { old.reading($0).content != new.reading($0).content }
        let what = changed.isEmpty ? "outside the answers" : joined(changed.map { label(of: $0) }, "and")
        return [.tell(StyledText("The file was changed outside (\(what)); going on from there.", .hint))]
    }

    /// Says which places were worked out from the answer.
    private func workedOut(from answer: QuestionID, since before: Postmortem) -> [InterviewOutput] {
        postmortem.workedOut(since: before).filter { $0.0 != answer }.map { id, text in
            .tell(StyledText("\(label(of: id)): \(text) (worked out; ':goto \(id)' overrules it)", .hint))
        }
    }

    mutating func proceed(_ next: PendingSave.Next) -> [InterviewOutput] {
        switch next {
        case .advance: advance()
        case .askOn: ask()
        case .resume: current.map { move(to: $0) } ?? ask()
        }
    }
}
