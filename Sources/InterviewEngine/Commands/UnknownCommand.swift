enum UnknownCommand: InterviewCommand {
    static let usage = ":unknown [WHO MIGHT KNOW]"
    static let help = [
        "Records that this is not known yet, and who might know.",
        "It stays on the list of open questions until somebody answers it.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no question here to leave open.")
        }
        session.aside = nil
        return session.record(
            session.postmortem.unknownContent(for: current, who: argument), for: current, then: .advance)
    }
}
