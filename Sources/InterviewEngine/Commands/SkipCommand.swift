import DisplayText

enum SkipCommand: InterviewCommand {
    static let usage = ":skip [section]"
    static let help = [
        "Leaves this question open for now, or the rest of the section.",
        "':skip section' leaves the rest of the section; all of it comes back next time.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        if let aside = session.aside { return session.takeDefault(of: aside) }
        guard let current = session.current else {
            return session.declined("There is no question to skip here.")
        }
        if argument.isEmpty {
            session.skipped.insert(current)
        } else if let stop = session.route.stop(of: current), "section".hasPrefix(argument.lowercased()) {
            session.skipped.formUnion(session.route.stops[stop].questions)
        } else {
            return session.declined(
                "':skip' leaves this question, ':skip section' the rest of the section; '\(argument)' is neither."
            )
        }
        let left = session.dialog.begunPart.map { number in
            InterviewOutput.tell(
                StyledText("Row \(number) keeps what it has; ':row \(number)' there fills the rest.", .hint))
        }
        return [left].compactMap { $0 } + session.advance()
    }

    static func candidates(in session: InterviewSession) -> [String] { ["section"] }
}
