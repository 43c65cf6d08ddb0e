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
        return session.restore(change.after, of: change.question, saying: "Made again")
    }
}

extension InterviewSession {
    /// Puts an old value back and returns to its question.
    mutating func restore(_ content: FormContent?, of id: QuestionID, saying word: String)
        -> [InterviewOutput]
    {
        aside = nil
        let outputs = record(content, for: id, then: .resume, isUndo: true)
        current = id
        dialog = makeDialog(for: id)
        return [.tell("\(word): \(label(of: id)).")] + outputs
    }
}
