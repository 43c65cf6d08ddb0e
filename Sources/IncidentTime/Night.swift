/// The hours of an incident that goes on past midnight. Between them a clock time alone says which of the two days it is on.
package struct Night: Equatable, Sendable {
    /// Minutes since midnight of the first day.
    private let start: Int
    /// Minutes since midnight of the second day.
    private let end: Int

    /// Where the end is not known yet, some hours after a start late in the day count.
    ///
    /// Nil where both are on one day, or too far apart for a slip of the hand to be ruled out.
    package init?(from start: IncidentMoment?, to end: IncidentMoment?) {
        guard let start, let first = start.earliest, start.dayShift == nil else { return nil }
        self.start = first % 1440
        guard let end, let last = end.latest else {
            self.end = self.start + Self.openHours - 1440
            guard self.end >= 0 else { return nil }
            return
        }
        let isNextDay: Bool =
            if let from = start.date, let to = end.date {
                to.dayNumber - from.dayNumber == 1
            } else {
                end.dayShift == nil ? last % 1440 < self.start : end.dayShift == 1
            }
        self.end = last % 1440
        guard isNextDay, self.end + 1440 - self.start <= Self.longest else { return nil }
    }

    /// Minutes; the usual incident is over by then.
    private static let openHours = 360
    private static let longest = 720

    /// 0 for the day on which it begins and 1 for the next; nil for a time of day outside of it.
    func day(of clock: Int) -> Int? { clock >= start ? 0 : clock <= end ? 1 : nil }
}
