enum RowCommand: InterviewCommand {
    static let usage = ":row n"
    static let help = [
        "Brings row or item n back on the line for correcting.",
        "':show' lists them with their numbers.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard session.current != nil else { return session.declined("There is no table or list here.") }
        session.aside = nil
        guard let number = Int(argument), session.dialog.startEditing(part: number, session.dialogContext())
        else {
            return session.declined(session.noSuchPart(argument))
        }
        return session.ask()
    }
}
