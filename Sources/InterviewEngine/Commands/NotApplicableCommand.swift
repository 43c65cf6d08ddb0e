import Diagnostics

enum NotApplicableCommand: InterviewCommand {
    static let usage = ":na REASON"
    static let help = [
        "Answers the question with why it does not apply here.",
        "The reason is written into the document, so that nobody has to ask again.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no question here to answer.")
        }
        guard !argument.isEmpty else {
            return session.declined("':na' needs the reason, such as ':na no customer data was involved'.")
        }
        session.aside = nil
        if let count = session.editableContent(of: current)?.partCount, count > 0 {
            return session.declined(
                "There \(count == 1 ? "is" : "are") already \(counted(count, "entry", plural: "entries")) here; ':clear' takes them out first."
            )
        }
        return session.record(.notApplicable(argument), for: current, then: .advance)
    }
}
