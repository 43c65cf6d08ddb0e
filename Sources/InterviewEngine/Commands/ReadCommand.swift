enum ReadCommand: InterviewCommand {
    static let usage = ":read FILE"
    static let help = [
        "Takes the contents of a file as this answer, such as a log.",
        "For tables and lists each line becomes a row or an item.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard session.current != nil else { return session.declined("There is no question here to answer.") }
        guard !argument.isEmpty else { return session.declined("':read' needs the name of a file.") }
        session.aside = nil
        return [.readFile(argument)]
    }
}
