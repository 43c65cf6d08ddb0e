import LosslessMarkdown
import Postmortems

enum PreviewCommand: InterviewCommand {
    static let usage = ":preview [section]"
    static let help = [
        "Shows the document, or one section of it, as it reads now, tables drawn.",
        "In $PAGER where it is taller than the screen; the file itself holds plain Markdown.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let document = session.postmortem.document
        guard !argument.isEmpty else { return [.preview(document)] + session.ask() }
        guard case .question(let id) = session.place(named: argument) else {
            return session.declined(session.noSuchPlace(argument))
        }
        guard let range = session.postmortem.section(id.section)?.subtree else {
            return session.declined("The document has no such section yet; its first answer makes it.")
        }
        return [.preview(MarkdownDocument(Array(document.bytes[range])))] + session.ask()
    }

    static func candidates(in session: InterviewSession) -> [String] { GotoCommand.candidates(in: session) }
}
