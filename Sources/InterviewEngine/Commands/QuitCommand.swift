enum QuitCommand: InterviewCommand {
    static let usage = ":quit"
    static let help = [
        "Leaves; everything accepted is saved.", "'debrief FILE' goes on at the first open question.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        session.farewell(.quit)
    }
}
