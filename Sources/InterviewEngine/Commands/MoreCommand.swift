import DisplayText
import Forms
import Guides

enum MoreCommand: InterviewCommand {
    static let usage = ":more TEXT"
    static let help = [
        "Adds a sentence to the text answered last, from wherever one is by now.",
        "What a question that goes deeper brings up has its place there.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let target = session.lastText,
            case .text(let present)? = session.postmortem.reading(target).content
        else {
            return session.declined("No text was answered yet; ':more' adds to the one answered last.")
        }
        guard !argument.isEmpty else { return session.declined("':more' needs the text to add.") }
        let text = joined(present.trimmed, argument)
        let said =
            StyledText("Added to \(session.label(of: target)): ", .success) + StyledText(text, .value)
        return session.record(.text(text), for: target, then: .askOn, saying: said)
    }

    private static func joined(_ text: String, _ more: String) -> String {
        let isEnded = text.last.map { ".!?:;…".contains($0) } ?? true
        return text + (isEnded ? " " : ". ") + more
    }
}
