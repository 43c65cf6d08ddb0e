import IncidentTime

/// The day and the time of day, as the program reads them off the clock and hands them in.
package struct Instant: Equatable, Sendable {
    package var date: CalendarDate
    package var time: ClockTime

    package init(date: CalendarDate, time: ClockTime) {
        self.date = date
        self.time = time
    }
}
