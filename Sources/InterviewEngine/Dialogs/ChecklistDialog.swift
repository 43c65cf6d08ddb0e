import Diagnostics
import DisplayText
import Forms

/// Boxes to tick: a number ticks or clears one, words add one, an empty line ends.
struct ChecklistDialog: AnswerDialog {
    private var editing: Int?

    func prompt(_ context: DialogContext) -> DialogPrompt {
        let items = Self.items(context.content)
        if let editing, items.indices.contains(editing) {
            return DialogPrompt(label: "Box \(editing + 1)", prefill: items[editing].text)
        }
        let lead = StyledText(
            items.isEmpty
                ? "Type what to promise; Enter ends."
                : "A number ticks or clears a box, words add one; Enter ends.",
            .hint)
        return DialogPrompt(lead: [lead], label: context.question.field.label)
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        var items = Self.items(context.content)
        guard !entry.isEmpty else {
            defer { editing = nil }
            return editing == nil ? .done : .ask()
        }
        if let index = editing, items.indices.contains(index) {
            items[index].text = entry.text.trimmed
            editing = nil
        } else if let number = Int(entry.text.trimmed) {
            guard items.indices.contains(number - 1) else {
                return .again(
                    StyledText(
                        "There are \(counted(items.count, "box", plural: "boxes")); \(number) is none of them.",
                        .problem), prefill: "")
            }
            items[number - 1].isDone.toggle()
        } else {
            items += entry.items.map { ChecklistItem($0, isDone: false) }
        }
        return .change(.checklist(items), isDone: false)
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        guard Self.items(context.content).indices.contains(number - 1) else { return false }
        editing = number - 1
        return true
    }

    private static func items(_ content: FormContent?) -> [ChecklistItem] {
        guard case .checklist(let items)? = content else { return [] }
        return items
    }
}
