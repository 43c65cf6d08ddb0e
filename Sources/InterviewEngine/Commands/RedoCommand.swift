enum RedoCommand: InterviewCommand {
    static let usage = ":redo"
    static let help = [
        "Makes the change again that ':undo' took back.", "A new answer ends what can be made again.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        session.redo()
    }
}
