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
        guard let target = session.textOnTheLine ?? session.lastText,
            case .text(let present)? = session.postmortem.reading(target).content
        else {
            return session.declined("No text was answered yet; ':more' adds to the one answered last.")
        }
        guard !argument.isEmpty else { return session.declined("':more' needs the text to add.") }
        guard !session.postmortem.keptComments.contains(where: { $0.question == target }) else {
            return session.declined(
                "'\(session.label(of: target))' holds words that were kept with a reason, which a change would drop; ':goto \(target)' changes it."
            )
        }
        let text = sentences(present.trimmed, argument)
        let said =
            StyledText("Added to \(session.label(of: target)): ", .success) + StyledText(text, .value)
        return session.record(.text(text), for: target, then: .askOn, saying: said)
    }

    private static func sentences(_ text: String, _ more: String) -> String {
        let isEnded = text.last.map { ".!?:;…".contains($0) } ?? true
        return text + (isEnded ? " " : ". ") + more
    }
}

extension InterviewSession {
    /// The question that is asked, where its text stands on the line.
    fileprivate var textOnTheLine: QuestionID? {
        guard standing?.isInDocument == true, let current, isText(current) else { return nil }
        return current
    }

    /// Whether a question is answered in words, and not with a date, a choice or lines of a log.
    func isText(_ id: QuestionID) -> Bool {
        guard let question = guide[id], question.kind == .text, question.field.choices.isEmpty,
            case .text? = postmortem.reading(id).content, postmortem.reading(id).state == .answered
        else { return false }
        return switch guide[section: id.section]?.form.shape(of: question.field) {
        case .line, .prose: true
        case .code, .list, .table, .groups, .whys, .checklist, nil: false
        }
    }
}
