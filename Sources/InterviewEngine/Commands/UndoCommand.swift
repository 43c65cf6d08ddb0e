enum UndoCommand: InterviewCommand {
    static let usage = ":undo"
    static let help = [
        "Takes the last change of any answer back.",
        "':redo' makes it again; the history is that of this session.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        session.undo()
    }
}
