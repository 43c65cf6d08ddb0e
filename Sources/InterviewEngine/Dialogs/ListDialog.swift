import DisplayText
import Forms
import Guides

/// Items one after another; an empty line ends.
struct ListDialog: AnswerDialog {
    let style: ListStyle
    private var editing: Int?

    init(style: ListStyle) { self.style = style }

    func prompt(_ context: DialogContext) -> DialogPrompt {
        let items = Self.items(context.content)
        if let editing, items.indices.contains(editing) {
            return DialogPrompt(
                label: "\(context.question.field.label) \(editing + 1)", prefill: items[editing])
        }
        var prompt = DialogPrompt(label: "\(context.question.field.label) \(items.count + 1)")
        if context.question.kind == .person { prompt.completion = .people }
        return prompt
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        var items = Self.items(context.content)
        guard !entry.isEmpty else {
            defer { editing = nil }
            return editing == nil ? .done : .ask()
        }
        if let index = editing, items.indices.contains(index) {
            items[index] = entry.text.trimmed
            editing = nil
        } else {
            items += entry.items
        }
        return .change(.list(items), isDone: false)
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        guard Self.items(context.content).indices.contains(number - 1) else { return false }
        editing = number - 1
        return true
    }

    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        guard let editing else { return true }
        let before = Self.items(old)
        guard before.indices.contains(editing), let place = Self.items(new).firstIndex(of: before[editing])
        else {
            return false
        }
        self.editing = place
        return true
    }

    private static func items(_ content: FormContent?) -> [String] {
        guard case .list(let items)? = content else { return [] }
        return items
    }
}
