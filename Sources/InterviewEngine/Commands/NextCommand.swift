enum NextCommand: InterviewCommand {
    static let usage = ":next"
    static let help = [
        "Goes to the next question and leaves this one as it is.",
        "Answered questions are passed in turn; Enter goes to the next open one.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        // Past the offer of a section's other questions is among them.
        if case .optionalQuestions(let stop, _)? = session.aside {
            session.openedStops.insert(session.route.stops[stop].id)
        }
        session.aside = nil
        var next = session.current.flatMap { session.route.question(after: $0) }
        // What an earlier question reads as well was passed with it.
        while let id = next, session.postmortem.holder(of: id) != id {
            next = session.route.question(after: id)
        }
        return next.map { session.move(to: $0) } ?? session.advance()
    }
}
