import Diagnostics
import DisplayText
import Forms
import Guides
import IncidentTime

/// What a table's rows look like on a line, and what is said of them.
extension TableDialog {
    func cellLabel(_ column: TableColumn, _ context: DialogContext) -> String {
        "\(context.question.field.label) · \(column.name)"
    }

    /// The columns that are typed: the others are worked out.
    var typed: [Int] { columns.indices.filter { columns[$0].computed == nil && !missing.contains($0) } }

    /// Some cells of a row follow from others.
    var isWorkedOut: Bool {
        columns.indices.contains { columns[$0].computed != nil && !missing.contains($0) }
    }

    var header: StyledText {
        let names = typed.map { columns[$0].name }.joined(separator: " | ")
        return StyledText("\(names)    (one line a row, or cell by cell; Enter ends)", .hint)
    }

    /// The line that a row is typed as; a change that does not follow from the others stands on it as well.
    func line(of row: TableRecord) -> String {
        let isOverruled = changes.contains { column in
            guard column < row.cells.count, !row.cells[column].isEmpty else { return false }
            var bare = row
            bare.cells[column] = ""
            return bare.workedOut(columns).cells[column] != row.cells[column]
        }
        let shown =
            isOverruled
            ? columns.indices.filter { columns[$0].computed != .number && !missing.contains($0) } : typed
        return RowSyntax.line(of: shown.map { $0 < row.cells.count ? row.cells[$0] : "" })
    }

    /// A row that the table had before.
    func twice(_ row: TableRecord, at index: Int) -> StyledText {
        shown(row, at: index)
            + StyledText("  (there twice now; ':drop \(index + 1)' takes this one out)", .hint)
    }

    /// A row of which some cells came on one line; a single cell goes without saying.
    func begun(_ count: Int, at index: Int) -> StyledText? {
        guard count > 1 else { return nil }
        let rest = typed[count...].map { columns[$0].name }
        return StyledText(
            "Row \(index + 1) goes on with \(joined(rest, "and")); Enter passes over a cell.", .hint)
    }

    /// A row as it stands in the table, where that is not plain from what was typed.
    func shown(_ row: TableRecord, at index: Int) -> StyledText {
        StyledText("Row \(index + 1): ", .hint) + StyledText(RowSyntax.line(of: row.cells), .value)
            + StyledText(wordsOnNumber(of: row), .hint)
            + changes.map { StyledText(words(on: $0, of: row), .hint) }.reduce("", +)
    }

    /// What a row does to the numbers of those below it, by which they are corrected and dropped.
    static let movedDown = StyledText("  (those below it have moved down)", .hint)

    /// That a row has its number from the program, or none beside names, and how to have another; told once a table.
    private func wordsOnNumber(of row: TableRecord) -> String {
        guard columns.first?.computed == .number, !missing.contains(0), !knowsOverruling,
            let cell = row.cells.first
        else { return "" }
        if cell.isEmpty {
            return "  (\(columns[0].name) left empty beside names; a row with one in front fills it)"
        }
        guard RowNumber(cell) != nil else { return "" }
        return "  (number worked out; a row with one in front overrules it)"
    }

    /// What became of a cell that follows from two others, and how to have another.
    private func words(on column: Int, of row: TableRecord) -> String {
        guard case .change(let from, let to)? = columns[column].computed, column < row.cells.count,
            let first = columns.firstIndex(where: { $0.name == from }),
            let second = columns.firstIndex(where: { $0.name == to })
        else { return "" }
        let (normal, during) = (row.cells[first], row.cells[second])
        let name = columns[column].name
        if row.cells[column] == Change.text(from: normal, to: during) {
            return "  (\(name) worked out\(knowsOverruling ? "" : "; a row with a cell for it overrules it"))"
        }
        guard row.cells[column] == "-", let problem = Change.problem(from: normal, to: during) else {
            return ""
        }
        return
            "  (\(name) not worked out, since \(problem)\(knowsOverruling ? "" : "; a row with a cell for it says it"))"
    }

    private var changes: [Int] {
        columns.indices.filter {
            columns[$0].computed != nil && columns[$0].computed != .number && !missing.contains($0)
        }
    }

    /// What became of a paste whose lines could not all be taken.
    static func note(
        on problem: String, taken: Int, of lines: [String], _ context: DialogContext
    ) -> StyledText {
        let rest = lines.count - taken
        let those = rest == 1 ? "the line" : "\(rest) lines"
        let place =
            context.isPiped
            ? "from there on \(those) \(rest == 1 ? "was" : "were") left out: \(lines[taken...].joined(separator: "\n"))"
            : "\(those) from there on \(rest == 1 ? "is" : "are") back for mending."
        return StyledText(
            "\(problem) \(counted(taken, "row")) before that \(taken == 1 ? "is" : "are") in; \(place)",
            .problem)
    }

    static func note(_ doubts: [String], beside note: StyledText?) -> StyledText? {
        guard !doubts.isEmpty else { return note }
        let said = StyledText(doubts.joined(separator: " "), .hint)
        return note.map { said + "\n" + $0 } ?? said
    }

    static func rows(_ content: FormContent?) -> [TableRecord] {
        guard case .table(let rows)? = content else { return [] }
        return rows
    }
}
