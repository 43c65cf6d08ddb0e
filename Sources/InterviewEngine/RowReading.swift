import Forms
import IncidentTime

/// A typed line as the cells of a row, and what there is to say about its bars.
///
/// Cells stand between ` | `. Bars without blanks are mostly part of the words, as in a line of a log; they end cells
/// where they make as many as the table has columns and nothing speaks against it: the first of them is a time where
/// the table begins with one, and none is empty where it does not.
struct RowReading {
    let cells: [String]
    /// How bars without blanks were read.
    let remark: String?

    /// - Parameter columns: those that are typed.
    init(_ line: String, columns: [TableColumn]) {
        let text = line.trimmed
        if let cells = RowSyntax.cells(in: text) {
            self.cells = Self.withoutOuterBars(cells, columns.count)
            remark = nil
            return
        }
        let atBars = RowSyntax.cellsAtBars(in: text).map { Self.withoutOuterBars($0, columns.count) }
        if let atBars, Self.fits(atBars, columns) {
            cells = atBars
            remark = "Each bar was read as the end of a cell; a bar inside a cell is written \\|."
        } else {
            cells = [text]
            let mayBeCells = atBars != nil && columns.count > 1
            remark = mayBeCells ? "Between cells a bar has a blank on each side, as in 'a | b'." : nil
        }
    }

    private static func fits(_ cells: [String], _ columns: [TableColumn]) -> Bool {
        guard cells.count == columns.count, cells.count > 1 else { return false }
        guard columns[0].kind == .moment else { return !cells.contains("") }
        return IncidentMoment(cells[0]).sortKey != nil
    }

    /// A row as Markdown writes it has a bar at each end.
    private static func withoutOuterBars(_ cells: [String], _ columns: Int) -> [String] {
        guard cells.count == columns + 2, cells.first == "", cells.last == "" else { return cells }
        return Array(cells.dropFirst().dropLast())
    }
}
