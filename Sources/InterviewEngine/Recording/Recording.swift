import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    /// Puts content into the document and gives the document out for saving.
    ///
    /// - Parameter said: what is told where the document took it and is another one now.
    mutating func record(
        _ content: FormContent?, for id: QuestionID, with companion: (QuestionID, FormContent?)? = nil,
        then next: PendingSave.Next, isReviewed: Bool = true, saying said: StyledText? = nil
    ) -> [InterviewOutput] {
        let changes = [(id, content)] + (companion.map { [$0] } ?? [])
        let parts = changes.map {
            AnswerChange.Part(question: $0.0, before: postmortem.reading($0.0).content, after: $0.1)
        }
        return record(
            AnswerChange(parts: parts, isFromElsewhere: current != id), as: .new, then: next,
            isReviewed: isReviewed, saying: said)
    }

    mutating func record(
        _ change: AnswerChange, as step: UndoHistory.Step, then next: PendingSave.Next, isReviewed: Bool,
        saying said: StyledText? = nil
    ) -> [InterviewOutput] {
        let before = postmortem
        returned = nil
        switch before.putting(change) {
        case .unchanged:
            if step != .new { undoHistory.record(change, as: step) }
            return proceed(next)
        case .refused(let reason):
            if let entered, step == .new {
                (dialog, leftOver) = (entered.dialog, entered.leftOver)
                if isPiped, dialog is LineDialog { return settle(passOver(reason)) }
                if isPiped {
                    return settle(passOver(reason, allOf: entered.text, since: entered.linesPassedOver))
                }
                returned = entered.text
            }
            countLostLine()
            return [.tell(StyledText(reason, .problem))] + ask()
        case .changed(let changed, let done):
            undoHistory.record(done, as: step)
            pending = PendingSave(
                edit: .answer(done), question: done.question, before: before, next: next,
                isReviewed: isReviewed)
            place(changed)
            return told(said) + workedOut(from: done.question, since: before)
                + [.save(changed.document.bytes)]
        }
    }

    /// Records an answer and marks the cause of the whys that it came from.
    mutating func record(
        _ content: FormContent?, for id: QuestionID, linking link: FactorLink?, then next: PendingSave.Next,
        saying said: StyledText? = nil
    ) -> [InterviewOutput] {
        guard let link, let whys, case .whys(var forest)? = postmortem.reading(whys.id).content,
            var cause = forest[link.path]
        else { return record(content, for: id, then: next, saying: said) }
        cause.factor = link.label.description
        forest[link.path] = cause
        return record(content, for: id, with: (whys.id, .whys(forest)), then: next, saying: said)
    }

    mutating func handleSaved() -> [InterviewOutput] {
        (isUnsaved, wasWarned) = (false, false)
        unsavedAnswers = []
        guard let saved = pending else { return [] }
        pending = nil
        if isText(saved.question) { lastText = saved.question }
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

    private func told(_ text: StyledText?) -> [InterviewOutput] { text.map { [.tell($0)] } ?? [] }

    /// Says which places were worked out from the answer.
    private func workedOut(from answer: QuestionID, since before: Postmortem) -> [InterviewOutput] {
        postmortem.workedOut(since: before).filter { $0.0 != answer }.map { id, text in
            .tell(StyledText("\(label(of: id)): \(text) (worked out; ':goto \(id)' overrules it)", .hint))
        }
    }

    mutating func proceed(_ next: PendingSave.Next) -> [InterviewOutput] {
        switch next {
        case .advance: return advance()
        case .askOn: return ask()
        case .resume: return current.map { move(to: $0) } ?? ask()
        case .move(let next): return next.map { move(to: $0) } ?? advance()
        case .back(let waiting):
            aside = waiting
            return ask()
        }
    }
}
