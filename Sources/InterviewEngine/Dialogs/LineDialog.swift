import DisplayText
import Forms
import Guides

/// A field or a paragraph: one entry answers it.
struct LineDialog: AnswerDialog {
    /// Code comes without the fence that it may have been copied with.
    private let isCode: Bool
    /// The entry that was already questioned; the same again is meant.
    private var questioned: String?

    init(isCode: Bool = false) { self.isCode = isCode }

    func prompt(_ context: DialogContext) -> DialogPrompt {
        DialogPrompt(
            lead: hasHiddenAnswer(context) ? [Self.hidden] : [], label: context.question.field.label,
            prefill: prefill(context), isPresent: context.content != nil, isProposal: context.content == nil,
            choices: context.question.field.choices,
            completions: context.question.completions)
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        guard !entry.isEmpty else { return .done }
        let whole = entry.isBlock ? entry.text : entry.text.trimmed
        let text = isCode ? CodeBlockForm.unfenced(whole) ?? whole : behindPresent(whole, context) ?? whole
        if hasHiddenAnswer(context), !context.isPiped, questioned != text {
            questioned = text
            let what =
                "This takes the place of the answer above, which ':edit' opens instead. Enter again takes it."
            return .again(StyledText(what, .problem), prefill: text)
        }
        switch Validator(context.question).check(text, context.validation) {
        case .accepted(let normalized):
            if let doubt = doubt(on: normalized, typed: text, context) {
                if context.isPiped { return .change(.text(normalized), note: doubt, isDone: true) }
                questioned = text
                return .again(doubt, prefill: text)
            }
            return .change(.text(normalized), note: note(on: normalized, typed: text), isDone: true)
        case .doubted(let problem):
            if context.isPiped {
                let note = StyledText("\(problem) '\(text)' is kept as it is.", .hint)
                return .change(.text(text), note: note, isDone: true)
            }
            if questioned == text { return .change(.text(text), isDone: true) }
            questioned = text
            return back(text, problem, context)
        }
    }

    /// A date or a time that was typed behind the one on the line takes its place.
    private func behindPresent(_ typed: String, _ context: DialogContext) -> String? {
        let (present, validator) = (prefill(context), Validator(context.question))
        guard [.date, .time].contains(context.question.kind), !present.isEmpty, typed.hasPrefix(present),
            case .doubted = validator.check(typed, context.validation)
        else { return nil }
        let rest = typed.dropFirst(present.count).trimmed
        if case .accepted = validator.check(rest, context.validation) { return rest }
        return nil
    }

    /// Words that hold the place of an answer are meant where they are typed twice.
    private func doubt(on text: String, typed: String, _ context: DialogContext) -> StyledText? {
        guard questioned != typed, context.question.field.looksLikePlaceholder(text) else { return nil }
        let what = "This looks like a placeholder, and a question with a placeholder stays open."
        let next = context.isPiped ? "'\(text)' is kept as it is." : "Enter again keeps it."
        return StyledText("\(what) \(next)", .problem)
    }

    /// What is unusual is said why, and is taken when it is given again.
    private func back(_ text: String, _ problem: String, _ context: DialogContext) -> DialogStep {
        let kind = context.question.kind
        let isMended = RefusedEntry.isMended(text, kind)
        var said = [problem]
        if context.hasTimeline,
            text.split(whereSeparator: \.isNewline).count(where: { TimedWords(String($0)) != nil }) > 1
        {
            said.append("These look like rows of the timeline, which ':goto timeline' opens.")
        }
        if kind != .choice || !RefusedEntry.kept(text).isEmpty {
            said.append(isMended ? "Enter again keeps it as it is." : "The same again is kept as it is.")
        }
        return .again(
            StyledText(said.joined(separator: " "), .problem), prefill: isMended ? text : "")
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool { false }

    private static let hidden = StyledText(
        "The answer above is too much for a line, which starts empty: Enter keeps it, ':edit' opens it.",
        .hint)

    /// Long answers, and those with characters that no key types, are shown above and edited with `:edit`; the line starts
    /// empty for them.
    private func hasHiddenAnswer(_ context: DialogContext) -> Bool { Self.isHidden(context.content) }

    private static func isHidden(_ content: FormContent?) -> Bool {
        guard case .text(let text)? = content else { return false }
        return text.count > longestLine || text.unicodeScalars.contains { isUntypable($0) }
    }

    /// More characters than this are no line to go through with arrow keys.
    private static let longestLine = 2_000

    private static func isUntypable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// An open question offers what the guide takes for likely.
    private func prefill(_ context: DialogContext) -> String {
        guard let content = context.content else {
            let question = context.question
            return question.initial.isEmpty ? "" : Validator(question).initialText(context.validation)
        }
        return Self.line(of: content, kind: context.question.kind) ?? ""
    }

    /// The answer as it is put on the line; nil for one that is too much for it, or is chosen anew.
    static func line(of content: FormContent?, kind: AnswerKind) -> String? {
        guard case .text(let text)? = content, !isHidden(content), kind != .choice else { return nil }
        return text
    }

    /// Says what became of shorthand; an added zone or capital is plain to see later.
    private func note(on normalized: String, typed: String) -> StyledText? {
        let isPlain =
            normalized.lowercased() == typed.lowercased() || normalized.hasPrefix(typed + " ")
        return isPlain ? nil : StyledText("Taken: \(normalized)", .hint)
    }
}
