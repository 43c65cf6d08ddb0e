import Forms
import IncidentTime

/// A typed line as the cells of a row, and what there is to say about its bars.
///
/// Cells stand between ` | `. In a table of times a line without bars is what happened at the time it begins with, and
/// nothing more is asked about it. Bars without blanks are mostly part of the words, as in a line of a log; they end cells
/// where they make as many as the table has columns and nothing speaks against it: the first of them is a time where
/// the table begins with one, and none is empty where it does not.
struct RowReading {
    let cells: [String]
    /// How bars without blanks were read.
    let remark: String?
    /// It was a time and words, without bars.
    private(set) var hasWordsForCells = false

    init(_ line: String, columns: [TableColumn]) {
        let text = line.trimmed
        let typed = columns.filter { $0.computed == nil }
        // A row may overrule what is worked out.
        let counts = [typed.count, columns.count { $0.computed != .number }, columns.count]
        let isTimed = typed.count > 1 && typed[0].kind == .moment
        if let cells = RowSyntax.cells(in: text) {
            self.cells = Self.split(Self.withoutOuterBars(cells, counts), isTimed: isTimed)
            remark = nil
            return
        }
        let atBars = RowSyntax.cellsAtBars(in: text).map { Self.withoutOuterBars($0, counts) }
        if let atBars, counts.contains(atBars.count), Self.fits(atBars, typed) {
            cells = atBars
            remark = "Each bar was read as the end of a cell; a bar inside a cell is written \\|."
            return
        }
        let mayBeCells = atBars != nil && typed.count > 1
        remark = mayBeCells ? "Between cells a bar has a blank on each side." : nil
        if isTimed, let row = TimedWords(text), !row.words.isEmpty {
            hasWordsForCells = true
            cells = [row.time, RowSyntax.cell(row.words)] + Array(repeating: "-", count: typed.count - 2)
        } else {
            cells = [RowSyntax.cell(text)]
        }
    }

    /// `14:32 error rate | opened the logs` has no bar behind its time.
    private static func split(_ cells: [String], isTimed: Bool) -> [String] {
        guard isTimed, let first = cells.first, !TimedWords.isTime(first), let row = TimedWords(first),
            !row.words.isEmpty
        else { return cells }
        return [row.time, row.words] + cells.dropFirst()
    }

    private static func fits(_ cells: [String], _ columns: [TableColumn]) -> Bool {
        guard cells.count > 1 else { return false }
        guard columns.first?.kind == .moment else { return !cells.contains("") }
        return IncidentMoment(cells[0]).sortKey != nil
    }

    /// A row as Markdown writes it has a bar at each end.
    private static func withoutOuterBars(_ cells: [String], _ counts: [Int]) -> [String] {
        guard counts.contains(cells.count - 2), cells.first == "", cells.last == "" else { return cells }
        return Array(cells.dropFirst().dropLast())
    }
}
