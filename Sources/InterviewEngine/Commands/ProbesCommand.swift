enum ProbesCommand: InterviewCommand {
    static let usage = ":probes on|off"
    static let help = [
        "Switches further questions after an answer on or off.",
        "At most one follows an answer; without a word it says how they stand.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        switch argument.lowercased() {
        case "on": session.probesAreOn = true
        case "off": session.probesAreOn = false
        case "": break
        default: return session.declined("':probes' takes 'on' or 'off', not '\(argument)'.")
        }
        return session.answered(
            session.probesAreOn
                ? "Further questions are on: at most one after an answer." : "Further questions are off.",
            .hint)
    }

    static func candidates(in session: InterviewSession) -> [String] { ["off", "on"] }
}
