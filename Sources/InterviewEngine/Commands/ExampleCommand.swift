enum ExampleCommand: InterviewCommand {
    static let usage = ":example"
    static let help = [
        "Shows an example answer from an invented incident.",
        "It is an example of the form, not a measure of yours.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current, let question = session.guide[current] else {
            return session.declined("There is no question here.")
        }
        guard !question.example.isEmpty else {
            return session.answered("The guide has no example for this question.", .hint)
        }
        return session.answered("For example: \(question.example)", .suggestion)
    }
}
