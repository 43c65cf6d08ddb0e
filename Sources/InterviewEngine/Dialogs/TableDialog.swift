import Diagnostics
import DisplayText
import Forms
import Guides

/// Rows, on one line each or cell by cell; an empty row ends. Every cell is recorded as soon as it is given.
struct TableDialog: AnswerDialog {
    let columns: [TableColumn]
    /// Those that the document's table lacks; nothing is asked for them.
    var missing: Set<Int>
    /// The row being filled: its place in the table and the typed column that comes next.
    var filling: (row: Int, column: Int)?
    private var editing: Int?
    /// A cell that was questioned; the same again is meant.
    var questioned: String?
    /// The row that was put in last, as it stands in the table.
    var latest: TableRecord?
    /// The columns were named once.
    private var isIntroduced = false
    /// How a cell that is worked out is overruled was told once.
    var knowsOverruling = false

    init(columns: [TableColumn], missing: Set<Int>) { (self.columns, self.missing) = (columns, missing) }

    func prompt(_ context: DialogContext) -> DialogPrompt {
        let rows = Self.rows(context.content)
        if let editing, rows.indices.contains(editing) {
            return DialogPrompt(
                lead: [header], label: "Row \(editing + 1)", prefill: line(of: rows[editing]))
        }
        if let filling {
            let column = columns[typed[filling.column]]
            return DialogPrompt(
                lead: (column.ask.isEmpty ? [] : [StyledText(column.ask, .question)])
                    + CellKeys(column, context).lines,
                label: cellLabel(column, context), choices: column.choices,
                completions: column.completions)
        }
        return DialogPrompt(
            lead: isIntroduced ? [] : [header], label: "\(context.question.field.label) \(rows.count + 1)",
            completions: CompletionSource.allCases)
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        look(for: context.missing)
        if filling != nil { return takeCell(entry, context) }
        guard !entry.isEmpty else {
            defer { editing = nil }
            return editing == nil ? .done : .ask()
        }
        let lines =
            entry.isBlock ? entry.text.split(whereSeparator: \.isNewline).map(String.init) : [entry.text]
        return takeRows(lines.filter { !$0.trimmed.isEmpty }, context)
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        guard Self.rows(context.content).indices.contains(number - 1) else { return false }
        (editing, filling, questioned) = (number - 1, nil, nil)
        return true
    }

    mutating func resume(at place: String, _ context: DialogContext) {
        let rows = Self.rows(context.content)
        for (position, column) in typed.enumerated() where place == cellLabel(columns[column], context) {
            let row = rows.lastIndex { row in
                typed[position...].allSatisfy { $0 < row.cells.count && row.cells[$0].isEmpty }
                    && (position == 0 || !row.cells[typed[position - 1]].isEmpty)
            }
            if let row { filling = (row, position) }
            return
        }
        guard place.hasPrefix("Row "), let number = Int(place.dropFirst(4)) else { return }
        _ = startEditing(part: number, context)
    }

    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        let (before, after) = (Self.rows(old), Self.rows(new))
        guard let row = filling?.row ?? editing else { return true }
        guard before.indices.contains(row) else { return false }
        guard let place = after.firstIndex(of: before[row]) else { return goBack(from: before, to: after) }
        if let filling { self.filling = (place, filling.column) } else { editing = place }
        return true
    }

    /// The cell given last, or those of the line given last, were taken back: they are asked for again.
    private mutating func goBack(from before: [TableRecord], to after: [TableRecord]) -> Bool {
        guard let (row, column) = filling, before.count == after.count else { return false }
        var undone = before[row]
        for position in (0..<column).reversed() {
            undone.cells[typed[position]] = after[row].cells[typed[position]]
            guard typed.allSatisfy({ undone.cells[$0] == after[row].cells[$0] }) else { continue }
            filling = (row, position)
            return true
        }
        return false
    }

    var isMidPart: Bool { filling != nil }

    var begunPart: Int? { filling.map { $0.row + 1 } }

    /// A new row is asked for, and begins with its time.
    var asksForTimedRow: Bool { editing == nil && typed.first.map { columns[$0].kind == .moment } == true }

    var staysOnUndo: Bool { filling != nil }

    // MARK: rows

    /// What became of the lines so far.
    private struct Taken {
        var rows: [TableRecord]
        var builder: TableRowBuilder
        var note: StyledText?
        var remark: String?
    }

    mutating func takeRows(_ lines: [String], _ context: DialogContext) -> DialogStep {
        var taken = Taken(
            rows: Self.rows(context.content),
            builder: TableRowBuilder(columns: columns, context: context, before: latest))
        for (index, line) in lines.enumerated() {
            guard let problem = take(line, isAlone: lines.count == 1, &taken, context) else { continue }
            (questioned, isIntroduced) = (line, true)
            let rest = lines[index...].joined(separator: "\n")
            guard index > 0 else {
                return .again(StyledText(problem, .problem), prefill: RefusedEntry.kept(rest))
            }
            let note = Self.note(on: problem, taken: index, of: lines, context)
            return .change(.table(taken.rows), note: note, isDone: false, rest: rest)
        }
        isIntroduced = true
        let said = Self.note(
            [taken.remark].compactMap { $0 }, beside: lines.count == 1 ? taken.note : nil)
        return .change(.table(taken.rows), note: said, isDone: false)
    }

    /// Takes one line as a row; what stands in the way where it cannot be.
    private mutating func take(
        _ line: String, isAlone: Bool, _ taken: inout Taken, _ context: DialogContext
    ) -> String? {
        let present = columns.indices.filter { !missing.contains($0) }
        let reading = RowReading(line, columns: present.map { columns[$0] })
        let base = editing.map { taken.rows[$0] }
        // Words alone correct what happened, and leave the cells behind that.
        let cells = base != nil && reading.hasWordsForCells ? Array(reading.cells.prefix(2)) : reading.cells
        let row: TableRecord
        switch taken.builder.row(
            from: cells, base: base, among: taken.rows,
            confirmed: questioned == line || context.isPiped)
        {
        case .problem(let problem):
            return [problem, reading.remark].compactMap { $0 }.joined(separator: " ")
        case .doubted(let problem):
            let again = RefusedEntry.kept(line).isEmpty ? "The same again" : "Enter again"
            return [problem, "\(again) keeps it as it is.", reading.remark].compactMap { $0 }.joined(
                separator: " ")
        case .row(let built): row = built
        }
        let isThere = editing == nil && taken.rows.contains { isSame(row, $0) }
        let (old, place) = (editing, place(row, &taken.rows, context))
        (questioned, latest, taken.builder.before, editing) = (nil, row, row, nil)
        var note: StyledText?
        if reading.cells.count < typed.count, isAlone, base == nil {
            filling = (place, reading.cells.count)
            note = context.isPiped ? nil : begun(reading.cells.count, at: place)
        } else {
            let isPlain =
                place == taken.rows.count - 1 && typed.map { row.cells[$0] } == reading.cells
                && !reading.hasWordsForCells && (old ?? place) == place && !isWorkedOut
            note = isThere ? twice(row, at: place) : isPlain ? nil : shown(row, at: place)
            if base == nil, place < taken.rows.count - 1 { note = note.map { $0 + Self.movedDown } }
            if isWorkedOut { knowsOverruling = isAlone }
        }
        taken.note = Self.note(taken.builder.doubts, beside: note)
        taken.remark = reading.remark ?? taken.remark
        return nil
    }

    private func isSame(_ row: TableRecord, _ other: TableRecord) -> Bool {
        typed.allSatisfy { $0 < other.cells.count && other.cells[$0] == row.cells[$0] }
    }

    /// Puts a new row before the first later one, and a corrected one where it was unless its time is another now; gives
    /// its place.
    private func place(_ row: TableRecord, _ rows: inout [TableRecord], _ context: DialogContext) -> Int {
        let order = RowOrder(columns: columns, clock: context.validation.clock)
        if let editing {
            guard order.isMoved(row, from: rows[editing]) else {
                rows[editing] = row
                return editing
            }
            rows.remove(at: editing)
        }
        let index = order.index(for: row, in: rows)
        rows.insert(row, at: index)
        return index
    }
}
