enum ParkCommand: InterviewCommand {
    static let usage = ":park TEXT"
    static let help = [
        "Puts a thought into the parking lot, for before the end.",
        "Fixes that come up while the story is told are best kept there.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard session.guide.captures.park != nil else {
            return session.hasNoPlace("parking lot", for: ":park \(argument)")
        }
        guard !argument.isEmpty else {
            session.aside = .parkText
            return session.ask()
        }
        return session.park(argument)
    }
}

extension InterviewSession {
    mutating func park(_ text: String) -> [InterviewOutput] {
        guard let target = guide.captures.park else { return declined("This guide has no parking lot.") }
        return capture(text, in: target, saying: "Parked.")
    }
}
