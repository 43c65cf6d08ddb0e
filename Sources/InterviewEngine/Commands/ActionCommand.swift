import Guides

enum ActionCommand: InterviewCommand {
    static let usage = ":action TEXT [@owner] [by DATE]"
    static let help = [
        "Adds an action from anywhere, with its owner and date, or as 'TEXT | OWNER | DATE'.",
        "It goes to the horizon of its date, to the short term without one.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let section = session.guide.captures.action else {
            return session.hasNoPlace("action items", for: ":action \(argument)")
        }
        guard !argument.isEmpty, !argument.hasPrefix("|") else {
            return session.declined(
                "':action' needs the text, such as ':action Add a canary stage @Ana by 2026-03-16'.")
        }
        let captured = CapturedAction(argument, today: session.now.date)
        guard let (target, row) = session.row(for: captured, in: section) else {
            return session.declined("The tables of '\(section)' do not take an action.")
        }
        return session.captureRow(
            row, in: target, typed: ":action \(argument)", isDated: captured.due != nil)
    }
}
