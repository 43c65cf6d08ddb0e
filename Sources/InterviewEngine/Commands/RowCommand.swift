enum RowCommand: InterviewCommand {
    static let usage = ":row n"
    static let help = [
        "Brings row or item n back on the line for correcting.",
        "':show' lists them with their numbers.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard session.current != nil else { return session.declined("There is no table or list here.") }
        if let renumbered = session.declinedForNewNumbers() { return renumbered }
        (session.aside, session.coaching) = (nil, nil)
        guard let number = Int(argument), session.dialog.startEditing(part: number, session.dialogContext())
        else {
            return session.declined(session.noSuchPart(argument))
        }
        return session.ask()
    }
}

extension InterviewSession {
    /// A number that was read off the screen before the file changed may be another part's now.
    mutating func declinedForNewNumbers() -> [InterviewOutput]? {
        guard isRenumbered else { return nil }
        return declined(
            "This answer was changed in the file a moment ago, and its numbers with it; ':show' lists them as they are now."
        )
    }
}
