enum PreviewCommand: InterviewCommand {
    static let usage = ":preview"
    static let help = [
        "Shows the document as it reads now, tables drawn.",
        "The file holds plain Markdown and is complete after every answer.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        [.preview(session.postmortem.document)] + session.ask()
    }
}
