enum CoachCommand: InterviewCommand {
    static let usage = ":coach [on|off]"
    static let help = [
        "Turns the short questions after an action or a measure on or off.",
        "They ask what it answers, who owns it and how one will see that it worked; Enter passes each.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        switch argument.lowercased() {
        case "off":
            session.coachIsOn = false
            session.coaching = nil
            if case .coach? = session.aside { session.aside = nil }
            return session.answered(
                "No further questions about actions; ':coach on' brings them back.", .hint)
        case "on":
            session.coachIsOn = true
            return session.answered("A short question or two follow an action from now on.", .hint)
        case "":
            return session.answered("The coach is \(session.coachIsOn ? "on" : "off").", .hint)
        default:
            return session.declined("':coach' is on or off; '\(argument)' is neither.")
        }
    }

    static func candidates(in session: InterviewSession) -> [String] { ["on", "off"] }
}
