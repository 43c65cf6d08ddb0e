/// The rows that stand there when another is typed, by which a time without its day is read.
package struct MomentsSoFar: Sendable {
    private let clock: IncidentClock
    /// Minutes from day 0 of the rows of the table, in its order.
    private let placed: [Int]
    /// Goes on behind the last row.
    private let count: DayCount
    /// The row that `+5m` counts from.
    private let last: IncidentMoment?
    private let lastPlace: Int?

    /// - Parameters:
    ///   - before: rows of the tables that are told before this one.
    ///   - rows: of this table.
    ///   - last: the row typed last, if it is not the last of all.
    package init(
        before: [IncidentMoment], rows: [IncidentMoment], last: IncidentMoment? = nil,
        by clock: IncidentClock = IncidentClock()
    ) {
        self.clock = clock
        var count = DayCount(by: clock)
        var told: [(moment: IncidentMoment, place: Int?)] = []
        for moment in before { told.append((moment, count.minutes(of: moment))) }
        for moment in rows { told.append((moment, count.minutes(of: moment))) }
        self.count = count
        placed = told.suffix(rows.count).compactMap(\.place)
        let last = last ?? told.last?.moment
        self.last = last
        lastPlace = told.last { $0.moment == last }?.place ?? told.last?.place
    }

    /// The time some minutes after the row typed last, as it is written: with its day where the clock alone would be
    /// read on another; nil where that row has no hour.
    package func moment(minutesLater shift: Int) -> String? {
        guard let last, let written = last.adding(minutes: shift) else { return nil }
        guard !last.namesDay, let lastPlace, let key = home(written).sortKey else {
            return written
        }
        let wanted = lastPlace + shift
        let day = Int((Double(wanted) / 1440).rounded(.down))
        guard wanted - day * 1440 == key, reading(of: written) != wanted else { return written }
        let first = clock.date?.dayNumber ?? 0
        return day >= first ? "\(written) +\(day - first)d" : written
    }

    /// The time with its day written out, for a clock that is put before all rows of its day and would as well go on
    /// behind a last row after midnight; nil where there is no such doubt.
    package func laterReading(of moment: IncidentMoment) -> String? {
        guard !moment.namesDay, moment.namesHour, let key = clock.home(moment).sortKey,
            let high = placed.max(),
            let chosen = reading(of: moment.text), chosen / 1440 < high / 1440,
            !placed.contains(where: { $0 / 1440 == chosen / 1440 && $0 <= chosen }),
            key > high % 1440, key - high % 1440 <= 720
        else { return nil }
        return "\(moment.text) +\(high / 1440 - (clock.date?.dayNumber ?? 0))d"
    }

    /// Where a time goes among the rows; behind them all it may go on counting the days.
    private func reading(of text: String) -> Int? {
        let moment = IncidentMoment(text)
        var count = count
        let onward = count.minutes(of: moment)
        guard !placed.isEmpty else { return onward }
        return DayCount.minutes(of: moment, among: placed, by: clock)
    }

    private func home(_ written: String) -> IncidentMoment { clock.home(IncidentMoment(written)) }
}
