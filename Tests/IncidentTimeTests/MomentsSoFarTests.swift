import IncidentTime
import Testing

@Suite("A time typed behind other rows") struct MomentsSoFarTests {
    private func soFar(_ rows: String, before: String = "", from date: CalendarDate? = nil) -> MomentsSoFar {
        func moments(_ text: String) -> [IncidentMoment] {
            text.split(separator: ",").map { IncidentMoment(String($0)) }
        }
        return MomentsSoFar(before: moments(before), rows: moments(rows), by: IncidentClock(date: date))
    }

    @Test(arguments: [
        ("14:05", 5, "14:10"), ("23:50", 30, "00:20"), ("22:10", 20 * 60, "18:10 +1d"),
        ("23:50,00:20", 9 * 60, "09:20"), ("23:50,00:20,09:20", 9 * 60, "18:20 +1d"),
        ("09:30,23:50", 330, "05:20 +1d"), ("22:10,18:10 +1d", 30, "18:40 +1d"),
        ("2026-03-02 22:10", 20 * 60, "2026-03-03 18:10"),
    ])
    func isWrittenWithItsDayWhereTheClockSaysAnother(_ rows: String, _ shift: Int, _ written: String) {
        #expect(soFar(rows).moment(minutesLater: shift) == written)
    }

    @Test func countsFromTheTablesBefore() {
        #expect(soFar("", before: "22:10").moment(minutesLater: 20 * 60) == "18:10 +1d")
        #expect(soFar("", before: "22:10,00:30").moment(minutesLater: 15) == "00:45")
        #expect(soFar("", before: "").moment(minutesLater: 15) == nil)
    }

    /// The day that `+1d` counts from is the incident's.
    @Test func countsFromTheIncidentsDay() {
        let date = CalendarDate(year: 2026, month: 3, day: 2)
        #expect(soFar("22:10", from: date).moment(minutesLater: 20 * 60) == "18:10 +1d")
        #expect(soFar("22:10", from: date).moment(minutesLater: 60) == "23:10")
    }

    @Test(arguments: [
        ("09:30,23:50,00:20", "08:15", "08:15 +1d"), ("09:30,23:50,00:20", "10:15", nil),
        ("22:10,23:50,00:20", "22:05", nil), ("09:30,10:15", "08:15", nil),
        ("09:30,23:50,00:20", "08:15 +1d", nil), ("09:30,23:50,00:20", "00:40", nil),
        ("2026-11-23 16:10,2026-11-24 09:30,23:50,00:20", "08:15", "08:15 +"),
    ])
    func mayBeOfTheMorningAfter(_ rows: String, _ typed: String, _ later: String?) {
        let reading = soFar(rows).laterReading(of: IncidentMoment(typed))
        #expect(later == nil ? reading == nil : reading?.hasPrefix(later ?? "") == true, "\(reading ?? "")")
    }
}
