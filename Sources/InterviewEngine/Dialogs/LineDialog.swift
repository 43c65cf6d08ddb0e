import DisplayText
import Forms
import Guides

/// A field or a paragraph: one entry answers it.
struct LineDialog: AnswerDialog {
    /// The entry that was already questioned; the same again is meant.
    private var questioned: String?

    func prompt(_ context: DialogContext) -> DialogPrompt {
        DialogPrompt(
            label: context.question.field.label, prefill: prefill(context),
            choices: context.question.field.choices,
            completion: context.question.kind == .person ? .people : nil)
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        guard !entry.isEmpty else { return initialAnswer(context) }
        let text = entry.isBlock ? entry.text : entry.text.trimmed
        switch Validator(context.question).check(text, context.validation) {
        case .accepted(let normalized):
            return .change(.text(normalized), note: note(on: normalized, typed: text), isDone: true)
        case .doubted(let problem):
            if questioned == text { return .change(.text(text), isDone: true) }
            questioned = text
            return .again(StyledText("\(problem) Enter again keeps it as it is.", .problem), prefill: text)
        case .refused(let problem):
            return .again(StyledText(problem, .problem), prefill: RefusedEntry.kept(text))
        }
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool { false }

    /// Long and many-lined answers are shown above and edited with `:edit`; the line starts empty for them.
    private func prefill(_ context: DialogContext) -> String {
        guard case .text(let text)? = context.content, text.count <= 2_000 else { return "" }
        return text
    }

    /// Says what became of shorthand; an added zone or capital is plain to see later.
    private func note(on normalized: String, typed: String) -> StyledText? {
        let isPlain =
            normalized.lowercased() == typed.lowercased() || normalized.hasPrefix(typed + " ")
        return isPlain ? nil : StyledText("Taken: \(normalized)", .hint)
    }

    private func initialAnswer(_ context: DialogContext) -> DialogStep {
        guard context.content == nil, !context.question.initial.isEmpty else { return .done }
        let text = Validator(context.question).initialText(context.validation)
        return .change(.text(text), note: StyledText("Taken: \(text)", .hint), isDone: true)
    }
}
