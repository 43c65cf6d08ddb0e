import Diagnostics
import DisplayText
import Forms
import Guides

/// A row that is filled cell by cell.
extension TableDialog {
    mutating func takeCell(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        let rows = Self.rows(context.content)
        guard let (row, position) = filling, rows.indices.contains(row) else {
            filling = nil
            return .ask()
        }
        let lines = entry.lines
        let text = lines.joined(separator: " ")
        let first = RowSyntax.cells(in: lines.first ?? "") ?? [RowSyntax.cell(lines.first ?? "")]
        // A line of a script fills the cell that it stands for, but where its bars make a row of it.
        if !context.isPiped || first.count > 1, startsRow(first, at: position) {
            return leave(row, for: lines, context)
        }
        if !context.isPiped, first.count > 1, areNoCells(first, at: position, context) {
            return leave(row, for: lines, context)
        }
        let cells = context.isPiped || first.count == 1 ? [RowSyntax.cell(text)] : first
        guard lines.count < 2 || cells.count == 1 else {
            return .again(StyledText("These lines are no rows of this table.", .problem), prefill: entry.text)
        }
        let open = typed[position...]
        guard cells.count <= open.count else {
            let names = open.map { columns[$0].name }.joined(separator: ", ")
            let problem =
                "\(counted(cells.count, "cell")) for what is left of the row (\(names)); a bar inside a cell is written \\|."
            return .again(StyledText(problem, .problem), prefill: entry.text)
        }
        return fill(cells, text, rows, context)
    }

    /// Puts cells into the row being filled, from the one that is asked for on.
    private mutating func fill(
        _ cells: [String], _ text: String, _ old: [TableRecord], _ context: DialogContext
    ) -> DialogStep {
        guard let (row, position) = filling else { return .ask() }
        var rows = old
        var builder = TableRowBuilder(columns: columns, context: context)
        for (cell, column) in zip(cells, typed[position...]) {
            switch builder.cell(
                cell, column: column, row: rows[row], confirmed: questioned == text || context.isPiped)
            {
            case .row(let filled): rows[row] = filled
            case .problem(let problem): return .again(StyledText(problem, .problem), prefill: text)
            case .doubted(let problem):
                questioned = text
                let isMended = cells.count > 1 || RefusedEntry.isMended(text, columns[column].kind)
                let keys = isMended ? "Enter again keeps it as it is." : "The same again is kept as it is."
                return .again(StyledText("\(problem) \(keys)", .problem), prefill: isMended ? text : "")
            }
        }
        return goOn(rows, past: cells.count, builder.doubts)
    }

    /// Several words that begin a line of cells where a day, a time or one of a few words is asked for: another row begins
    /// if they are too many for this one, or if none fits here and some would there.
    private func areNoCells(_ cells: [String], at position: Int, _ context: DialogContext) -> Bool {
        let open = typed[position...]
        guard position > 0, cells[0].contains(" "), fits(cells[0], open.first, context) == false else {
            return false
        }
        if cells.count > open.count { return true }
        return !zip(cells, open).contains { fits($0, $1, context) == true }
            && zip(cells, typed).contains { fits($0, $1, context) == true }
    }

    /// Whether a cell is what its column asks for; nil where that may be any words.
    private func fits(_ cell: String, _ index: Int?, _ context: DialogContext) -> Bool? {
        guard let column = index.map({ columns[$0] }), !cell.isEmpty, cell != "-",
            [.date, .time, .moment, .choice].contains(column.kind)
        else { return nil }
        let validator = Validator(name: column.name, kind: column.kind, choices: column.choices)
        guard case .accepted = validator.check(cell, context.validation) else { return false }
        return true
    }

    /// Whether cells typed where one was asked for are a row of their own: they begin with a time as its rows do, or are as
    /// many as it has columns. A number alone, as in `1432 customers`, is no time there.
    private func startsRow(_ cells: [String], at position: Int) -> Bool {
        guard position > 0, let first = cells.first else { return false }
        let isTimed = columns[typed[0]].kind == .moment
        guard isTimed else { return cells.count > 1 && cells.count == typed.count }
        if cells.count > 1, TimedWords.isTime(first) { return true }
        guard let row = TimedWords(first) else { return false }
        return row.isClockTime || cells.count > typed.count - position
    }

    /// The row being filled keeps what it has, its other cells become what Enter makes of them, and the lines are rows.
    private mutating func leave(_ row: Int, for lines: [String], _ context: DialogContext) -> DialogStep {
        guard let position = filling?.column else { return .ask() }
        let before = self
        var rows = Self.rows(context.content)
        var builder = TableRowBuilder(columns: columns, context: context)
        for column in typed[position...] where rows[row].cells[column].isEmpty {
            if case .row(let filled) = builder.cell("", column: column, row: rows[row], confirmed: true) {
                rows[row] = filled
            }
        }
        filling = nil
        latest = rows[row]
        var context = context
        context.content = .table(rows)
        switch takeRows(lines, context) {
        case .change(let content, let note, let isDone, _, let rest):
            let left = shown(rows[row], at: row)
            return .change(content, note: note.map { left + "\n" + $0 } ?? left, isDone: isDone, rest: rest)
        case .again(let note, let prefill):
            (filling, latest) = (before.filling, before.latest)
            return .again(note, prefill: prefill)
        case let step: return step
        }
    }

    /// The table may have other columns by now, after a change to the file.
    mutating func look(for missing: Set<Int>) {
        guard missing != self.missing else { return }
        let asked = filling.map { (row: $0.row, column: typed[$0.column]) }
        self.missing = missing
        filling = asked.flatMap { asked in
            typed.firstIndex { $0 >= asked.column }.map { (asked.row, $0) }
        }
    }

    /// `:unknown` and `:na` are the cell's where one is asked for.
    mutating func take(_ standIn: StandIn, _ context: DialogContext) -> DialogStep? {
        var rows = Self.rows(context.content)
        guard let (row, position) = filling, rows.indices.contains(row) else { return nil }
        let before = rows[row]
        rows[row].cells[typed[position]] = standIn.words(context.values)
        rows[row] = rows[row].workedOut(columns, after: before).leavingOut(missing, of: columns)
        return goOn(rows, past: 1)
    }

    /// On to the next cell of the row, with the rows as they are now.
    private mutating func goOn(_ rows: [TableRecord], past count: Int, _ doubts: [String] = []) -> DialogStep
    {
        guard let (row, position) = filling else { return .ask() }
        questioned = nil
        filling = position + count < typed.count ? (row, position + count) : nil
        let isToldWhole = isWorkedOut || count > 1
        let note = filling == nil && isToldWhole ? shown(rows[row], at: row) : nil
        if note != nil, isWorkedOut { knowsOverruling = true }
        return .change(.table(rows), note: Self.note(doubts, beside: note), isDone: false)
    }
}
