enum NextCommand: InterviewCommand {
    static let usage = ":next"
    static let help = [
        "Goes to the next question and leaves this one as it is.",
        "Answered questions are passed in turn; Enter goes to the next open one.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        session.aside = nil
        guard let current = session.current, let next = session.route.question(after: current) else {
            return session.advance()
        }
        return session.move(to: next)
    }
}
