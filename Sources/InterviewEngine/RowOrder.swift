import Forms
import IncidentTime

/// Where a new row goes: before the first row that is surely later. Rows that are there never move.
struct RowOrder {
    let columns: [TableColumn]

    func index(for row: TableRecord, in rows: [TableRecord]) -> Int {
        guard let column = columns.firstIndex(where: \.sorts), column < row.cells.count,
            let moment = IncidentMoment(row.cells[column]).sortKey
        else { return rows.count }
        return rows.firstIndex { other in
            guard column < other.cells.count, let later = IncidentMoment(other.cells[column]).sortKey else {
                return false
            }
            return later > moment
        } ?? rows.count
    }
}
