import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    mutating func undo() -> [InterviewOutput] {
        guard let change = undoHistory.undoable else {
            return declined("Nothing was changed in this session yet.")
        }
        guard postmortem.isReady(for: change.reversed) else {
            undoHistory.forgetUndoable()
            return declined(Self.stays(label(of: change.question), "taken back"))
        }
        return restore(change.reversed, as: .undo, saying: "Taken back")
    }

    mutating func redo() -> [InterviewOutput] {
        guard let change = undoHistory.redoable else { return declined("Nothing was taken back.") }
        guard postmortem.isReady(for: change) else {
            undoHistory.forgetRedoable()
            return declined(Self.stays(label(of: change.question), "made again"))
        }
        return restore(change, as: .redo, saying: "Made again")
    }

    private static func stays(_ label: String, _ what: String) -> String {
        "'\(label)' was changed in the file since, so it stays as it is and is not \(what)."
    }

    /// Puts old values back and returns to their question.
    private mutating func restore(_ change: AnswerChange, as step: UndoHistory.Step, saying word: String)
        -> [InterviewOutput]
    {
        let said = StyledText("\(word): \(names(of: change)).")
        if change.isFromElsewhere, current != change.question {
            return record(change, as: step, then: leaveFinding(), isReviewed: false, saying: said)
        }
        aside = nil
        coaching = nil
        let staying = dialogStaying(at: change.parts[0])
        let outputs = record(
            change, as: step, then: staying == nil ? .resume : .askOn, isReviewed: false, saying: said)
        guard pending != nil else { return outputs }
        interrupt(for: change.question, isCorrection: true)
        asked.insert(change.question)
        current = change.question
        dialog = staying ?? makeDialog(for: change.question)
        return outputs
    }

    /// What was noted from elsewhere comes and goes without a move, and takes what is asked about it along.
    private mutating func leaveFinding() -> PendingSave.Next {
        defer { coaching = nil }
        switch aside {
        case .findings(_, let saved)?, .keepReason(_, let saved)?:
            aside = nil
            return saved.next
        case .coach?:
            aside = nil
            return .askOn
        case .commandMeant?, .optionalQuestions?, .postponedQuestions?, .passedQuestions?, .parkText?,
            .whyActions?, .parked?, .walk?, .timeline?, nil:
            return .askOn
        }
    }

    /// What was answered with a change, the first three by name; a mark in the whys goes without saying.
    func names(of change: AnswerChange) -> String {
        let answers = change.parts.map(\.question).filter { $0 == change.question || $0 != whys?.id }
        let names = answers.prefix(answers.count > 4 ? 3 : 4).map { label(of: $0) }
        let rest = answers.count - names.count
        return joined(names + (rest > 0 ? ["\(rest) more"] : []), "and")
    }

    /// The dialog where it is, where it goes on with the old value as well.
    func dialogStaying(at part: AnswerChange.Part) -> (any AnswerDialog)? {
        guard current == part.question, dialog.staysOnUndo else { return nil }
        var dialog = dialog
        return dialog.keepPlace(from: part.before, to: part.after) ? dialog : nil
    }
}
