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
        _ content: FormContent?, for id: QuestionID, with companion: (QuestionID, FormContent?)? = nil,
        then next: PendingSave.Next, isUndo: Bool = false,
        isReviewed: Bool = true
    ) -> [InterviewOutput] {
        let before = postmortem
        returned = nil
        switch postmortem.setting(id, to: content) {
        case .unchanged:
            return proceed(next)
        case .refused(let reason):
            return [.tell(StyledText(reason, .problem))] + ask()
        case .changed(let first):
            let changed = companion.flatMap { first.changed($0.0, to: $0.1) } ?? first
            if !isUndo {
                undoHistory.record(
                    .init(
                        question: id, before: before.reading(id).content, after: content,
                        companion: companion.map {
                            .init(question: $0.0, before: before.reading($0.0).content, after: $0.1)
                        }))
            }
            pending = PendingSave(
                question: id, before: before, content: content,
                knownFindings: findingKeys(at: id, in: before),
                next: next,
                isReviewed: isReviewed && !isUndo)
            postmortem = changed
            findNotices(since: before)
            return workedOut(from: id, since: before) + [.save(changed.document.bytes)]
        }
    }

    /// Records an answer and marks the cause of the whys that it came from.
    mutating func record(
        _ content: FormContent?, for id: QuestionID, linking link: FactorLink?, then next: PendingSave.Next
    ) -> [InterviewOutput] {
        guard let link, let whys, case .whys(var forest)? = postmortem.reading(whys.id).content,
            var cause = forest[link.path]
        else { return record(content, for: id, then: next) }
        cause.factor = link.label.description
        forest[link.path] = cause
        return record(content, for: id, with: (whys.id, .whys(forest)), then: next)
    }

    mutating func handleSaved() -> [InterviewOutput] {
        isUnsaved = false
        unsavedAnswers = []
        guard let saved = pending else { return [] }
        pending = nil
        let notes = saved.note.isEmpty ? [] : [InterviewOutput.tell(StyledText(saved.note, .success))]
        return notes + (review(saved) ?? proceed(saved.next))
    }

    mutating func handleSaveFailed(_ reason: String) -> [InterviewOutput] {
        let failed = pending
        pending = nil
        isUnsaved = true
        if let failed { unsavedAnswers.append(failed) }
        let cure =
            "The answer is kept here and saved with the next one; ':save FILE' writes a copy elsewhere."
        return [.tell(StyledText("Not saved: \(reason) \(cure)", .problem))] + proceed(failed?.next ?? .askOn)
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

extension Postmortem {
    /// The document with another answer put in, nil where its place does not take it.
    fileprivate func changed(_ id: QuestionID, to content: FormContent?) -> Postmortem? {
        if case .changed(let changed) = setting(id, to: content) { changed } else { nil }
    }
}
