/// Counts days over rows that mostly name the clock alone: a row is on the day of the row before it, or on the next where
/// the clock goes back by half a day or more; a row in another zone is read by the document's own clock. Behind a row that names an earlier day than the incident's, such as that of
/// a release, rows without a day are on the incident's again, but for those that follow it closely. In an incident over midnight its own hours tell the days.
package struct DayCount: Sendable {
    private let clock: IncidentClock
    private var day: Int
    private var last: Int?

    /// Begins on the day of the incident, where it is known.
    package init(by clock: IncidentClock) {
        self.clock = clock
        day = clock.date?.dayNumber ?? 0
    }

    private var first: Int { clock.date?.dayNumber ?? 0 }

    /// The day that the next row is on, counted from day 0.
    package mutating func day(of moment: IncidentMoment) -> Int { day(ofHome: clock.home(moment)) }

    private mutating func day(ofHome moment: IncidentMoment) -> Int {
        if let date = moment.date { day = date.dayNumber }
        guard let key = moment.sortKey else { return day }
        if !moment.namesDay, day < first, !(last.map { Self.isSoon(key, after: $0) } ?? false) {
            (day, last) = (first, nil)
        }
        if !moment.namesDay {
            if day <= first + 1, let offset = clock.night?.day(of: key) {
                day = first + offset
            } else if let last, last - key >= 720 {
                day += 1
            }
        }
        if moment.dayShift == nil { last = key % 1440 }
        return day
    }

    /// What follows within two hours is told of the same work.
    private static func isSoon(_ clock: Int, after last: Int) -> Bool { (0...120).contains(clock - last) }

    /// Minutes from day 0, by which rows follow each other; nil for a text that is no time.
    package mutating func minutes(of moment: IncidentMoment) -> Int? {
        let moment = clock.home(moment)
        let day = day(ofHome: moment)
        return moment.orderKey.map { key in
            if moment.date != nil { return key }
            return key + 1440 * (moment.dayShift == nil ? day : first)
        }
    }

    /// The place of one more row among placed ones: where it names no day, on the day that brings it nearest to one of
    /// them, the earlier where both are as near.
    package static func minutes(
        of typed: IncidentMoment, among placed: [Int], by clock: IncidentClock
    ) -> Int? {
        let moment = clock.home(typed)
        var count = DayCount(by: clock)
        guard let alone = count.minutes(of: moment) else { return nil }
        if let key = moment.sortKey, clock.night?.day(of: key) != nil { return alone }
        guard !moment.namesDay, let low = placed.min(), let high = placed.max() else { return alone }
        let key = alone % 1440
        let earliest = max(low / 1440, count.first)
        let days = earliest...max(earliest, high / 1440 + 1)
        func distance(_ minutes: Int) -> Int { placed.map { abs($0 - minutes) }.min() ?? 0 }
        return days.map { $0 * 1440 + key }.min { distance($0) < distance($1) }
    }
}
