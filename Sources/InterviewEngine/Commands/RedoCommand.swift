import Forms
import Guides

enum RedoCommand: InterviewCommand {
    static let usage = ":redo"
    static let help = [
        "Makes the change again that ':undo' took back.", "A new answer ends what can be made again.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let change = session.undoHistory.redo() else {
            return session.declined("Nothing was taken back.")
        }
        return session.restore(
            change.after, of: change.question, with: change.companion.map { ($0.question, $0.after) },
            saying: "Made again")
    }
}

extension InterviewSession {
    /// Puts an old value back and returns to its question.
    mutating func restore(
        _ content: FormContent?, of id: QuestionID, with companion: (QuestionID, FormContent?)?,
        saying word: String
    ) -> [InterviewOutput] {
        aside = nil
        coaching = nil
        // A branch of whys goes on where it was.
        let old = postmortem.reading(id).content
        let keepsPlace = current == id && dialog is WhysDialog && dialog.keepPlace(from: old, to: content)
        let outputs = record(
            content, for: id, with: companion, then: keepsPlace ? .askOn : .resume, isUndo: true)
        current = id
        if !keepsPlace { dialog = makeDialog(for: id) }
        return [.tell("\(word): \(label(of: id)).")] + outputs
    }
}
