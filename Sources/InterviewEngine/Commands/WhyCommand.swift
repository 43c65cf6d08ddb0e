enum WhyCommand: InterviewCommand {
    static let usage = ":why"
    static let help = ["Says why this is asked.", "Sections and questions carry their reason in the guide."]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current, let question = session.guide[current] else {
            return session.declined("There is no question here.")
        }
        let section = session.guide[section: current.section]
        let stop = session.route.stop(of: current).map { session.route.stops[$0].why }
        let reason = [question.why, section?.why, stop].compactMap { $0 }.first { !$0.isEmpty }
        return session.answered(reason ?? "The guide gives no reason for this question.", .hint)
    }
}
