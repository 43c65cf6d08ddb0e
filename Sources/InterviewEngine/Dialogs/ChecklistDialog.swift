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
            let box = TypedBox(entry.text.trimmed)
            if !box.text.isEmpty { items[index].text = box.text }
            items[index].isDone = box.isDone ?? items[index].isDone
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
            let boxes = zip(entry.lines, entry.items).map { TypedBox($0, withoutMarker: $1) }
            guard boxes.contains(where: { !$0.text.isEmpty }) else {
                return .again(
                    StyledText("A box needs words behind it; a number alone ticks or clears one.", .problem),
                    prefill: entry.text)
            }
            items += boxes.filter { !$0.text.isEmpty }.map {
                ChecklistItem($0.text, isDone: $0.isDone ?? false)
            }
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

/// A line that may begin with a box: `[x] text`, `[ ] text`, or as an item of a list, `- [x] text`.
private struct TypedBox {
    /// Nil where the line has no box.
    var isDone: Bool?
    var text: String

    /// - Parameter plain: the line as it is where it has no box.
    init(_ line: String, withoutMarker plain: String? = nil) {
        let marker = ["- ", "* ", "+ "].first { line.hasPrefix($0) } ?? ""
        let rest = line.dropFirst(marker.count)
        let box = ["[x]": true, "[X]": true, "[ ]": false, "[]": false].first { rest.hasPrefix($0.key) }
        let words = box.map { rest.dropFirst($0.key.count) }
        guard let box, let words, words.isEmpty || words.first == " " else {
            text = plain ?? line
            return
        }
        (isDone, text) = (box.value, words.trimmed)
    }
}
