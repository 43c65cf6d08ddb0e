enum SaveCommand: InterviewCommand {
    static let usage = ":save [FILE]"
    static let help = [
        "Saves now, or writes a copy to FILE and goes on here.",
        "Every answer is saved anyway before the next question; ':w' is short for it.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let bytes = session.postmortem.document.bytes
        guard argument.isEmpty else { return [.saveCopy(bytes, path: argument)] }
        guard session.isUnsaved else {
            return session.answered("Saved already: every answer is, before the next question.")
        }
        return session.saveAgain()
    }
}
