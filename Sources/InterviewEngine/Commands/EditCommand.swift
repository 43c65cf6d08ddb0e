import Diagnostics
import Forms
import Guides

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
        if argument.isEmpty,
            let whole = EditedWhole(current, session.postmortem.reading(current).content)
        {
            session.editedWhole = whole
            return [.openEditor(whole.text)]
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

/// An answer that is edited as it stands and stays what it was: Markdown that fits no form, or why nothing applies.
struct EditedWhole: Sendable {
    let question: QuestionID
    let text: String
    private let isReason: Bool

    /// Nil where the answer goes through its question's dialog.
    init?(_ question: QuestionID, _ content: FormContent?) {
        self.question = question
        switch content {
        case .markdown(let text)?: (self.text, isReason) = (text, false)
        case .notApplicable(let reason)?: (text, isReason) = (reason, true)
        case .text?, .list?, .table?, .groups?, .whys?, .checklist?, nil: return nil
        }
    }

    func content(_ edited: String) -> FormContent? {
        guard !edited.trimmed.isEmpty else { return nil }
        return isReason ? .notApplicable(edited.trimmed) : .markdown(edited)
    }
}
