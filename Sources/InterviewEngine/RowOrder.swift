import Forms
import IncidentTime

/// Where a new row goes: before the first row that is surely later. Other rows never move.
struct RowOrder {
    let columns: [TableColumn]
    let clock: IncidentClock

    /// Whether a correction gave a row another time.
    func isMoved(_ row: TableRecord, from old: TableRecord) -> Bool {
        guard let column = columns.firstIndex(where: \.sorts), column < min(row.cells.count, old.cells.count)
        else { return false }
        let (now, before) = (IncidentMoment(row.cells[column]), IncidentMoment(old.cells[column]))
        guard now.sortKey != nil else { return false }
        // `9:14` is no other time than `09:14`.
        return now.earliest != before.earliest || now.latest != before.latest
            || now.dayShift != before.dayShift || now.zone != before.zone
    }

    func index(for row: TableRecord, in rows: [TableRecord]) -> Int {
        guard let column = columns.firstIndex(where: \.sorts), column < row.cells.count else {
            return rows.count
        }
        var count = DayCount(by: clock)
        let placed = rows.map {
            column < $0.cells.count ? count.minutes(of: IncidentMoment($0.cells[column])) : nil
        }
        let moment = IncidentMoment(row.cells[column])
        guard
            let minutes = DayCount.minutes(
                of: moment, among: placed.compactMap { $0 }, by: clock)
        else {
            return rows.count
        }
        return placed.firstIndex { ($0 ?? .min) > minutes } ?? rows.count
    }
}
