import Diagnostics

enum EditCommand: InterviewCommand {
    static let usage = ":edit [n]"
    static let help = [
        "Opens this answer in your editor; of one with rows or items, number n.",
        "In $VISUAL or $EDITOR; leaving it unchanged or with an error changes nothing.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no answer here to edit.")
        }
        session.aside = nil
        let parts = session.parts(of: current)
        if argument.isEmpty, case .markdown(let text)? = session.postmortem.reading(current).content {
            session.editsMarkdown = current
            return [.openEditor(text)]
        }
        if argument.isEmpty, parts.isList, !parts.lines.isEmpty {
            return session.declined(
                "This answer has \(counted(parts.lines.count, "part")); ':edit n' opens one, ':show' lists them with their numbers."
            )
        }
        if argument.isEmpty { return [.openEditor(parts.isList ? "" : parts.lines.joined(separator: "\n"))] }
        guard let number = Int(argument), session.dialog.startEditing(part: number, session.dialogContext())
        else {
            return session.declined(session.noSuchPart(argument))
        }
        // As the line would have it: cells that are worked out are not typed.
        return [.openEditor(session.dialog.prompt(session.dialogContext()).prefill)]
    }
}
