import Diagnostics
import DisplayText
import Forms

/// What a cell can be answered with besides words: one of its choices, or an empty line for its default.
struct CellKeys {
    let choices: [String]
    /// What an empty cell becomes: the column's own default or a horizon's due date; nil where it has none.
    let initial: String?

    init(_ column: TableColumn, _ context: DialogContext) {
        choices = column.choices
        if !column.initial.isEmpty {
            initial = column.initial
        } else {
            let due = context.sources.dueDate
            initial = column.kind == .date && !due.isEmpty ? due : nil
        }
    }

    /// `1 Low, 2 High; Enter takes Low.`
    var lines: [StyledText] {
        let numbered = choices.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
        let parts = [numbered, initial.map { "Enter takes \($0)" } ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? [] : [StyledText(parts.joined(separator: "; ") + ".", .hint)]
    }
}
