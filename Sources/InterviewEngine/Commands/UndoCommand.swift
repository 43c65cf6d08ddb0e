enum UndoCommand: InterviewCommand {
    static let usage = ":undo"
    static let help = [
        "Takes the last change of any answer back.",
        "':redo' makes it again; the history is that of this session.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let change = session.undoHistory.undo() else {
            return session.declined("Nothing was changed in this session yet.")
        }
        return session.restore(
            change.before, of: change.question, with: change.companion.map { ($0.question, $0.before) },
            saying: "Taken back")
    }
}
