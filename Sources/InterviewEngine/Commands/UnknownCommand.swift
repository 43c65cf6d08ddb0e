enum UnknownCommand: InterviewCommand {
    static let usage = ":unknown [WHO MIGHT KNOW]"
    static let help = [
        "Records that this is not known yet, and who might know.",
        "It stays open until somebody answers it; in the whys, it ends the branch.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no question here to leave open.")
        }
        if session.isBetweenQuestions { return session.declined(InterviewSession.betweenQuestions) }
        session.aside = nil
        if let step = session.dialog.take(.unknown(who: argument), session.dialogContext()) {
            return session.settle(step)
        }
        let unknown = session.postmortem.unknownContent(for: current, who: argument)
        switch unknown {
        case .list, .table: return session.record(unknown, for: current, then: .advance)
        case .text, .groups, .whys, .checklist, .notApplicable, .markdown:
            if let entries = session.entriesInTheWay(of: current) { return session.declined(entries) }
            return session.record(
                unknown, for: current, then: .advance, saying: session.placeTaken(from: current))
        }
    }
}
