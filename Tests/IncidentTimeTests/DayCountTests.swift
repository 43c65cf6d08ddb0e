import IncidentTime
import Testing

@Suite("Days are counted over rows that name the clock") struct DayCountTests {
    private func placed(_ times: [String]) -> [Int?] {
        var count = DayCount(by: IncidentClock())
        return times.map { count.minutes(of: IncidentMoment($0)) }
    }

    @Test func theClockGoesBackOverMidnight() {
        #expect(placed(["22:00", "23:50", "00:10", "02:15"]) == [1320, 1430, 1450, 1575])
        #expect(placed(["14:05", "14:02"]) == [845, 842], "a few minutes back are a slip, no day")
        #expect(placed(["14:05", "Next Day", "14:30", "-"]) == [845, 2879, 870, nil])
        #expect(placed(["22:00", "00:30 +1d", "23:00"]) == [1320, 1470, 1380])
    }

    @Test(arguments: [
        ("02:15", 1575), ("21:00", 1260), ("12:00", 720), ("00:00", 1440), ("01:00 +1d", 1500),
        ("09:59", 2039),
    ])
    func oneMoreRowIsOnTheNearerDay(_ text: String, _ minutes: Int) {
        let among = placed(["22:00", "23:50"]).compactMap { $0 }
        #expect(DayCount.minutes(of: IncidentMoment(text), among: among, by: IncidentClock()) == minutes)
    }

    @Test func rowsBehindAnEarlierDayAreOnTheIncidentsDay() {
        let date = CalendarDate(year: 2026, month: 3, day: 2)
        let day = (date?.dayNumber ?? 0) * 1440
        var count = DayCount(by: IncidentClock(date: date))
        let placed = ["2026-02-27 16:00", "23:41", "00:10"].map { count.minutes(of: IncidentMoment($0)) }
        #expect(placed == [day - 3 * 1440 + 960, day + 1421, day + 1450])
        let release = [day - 3 * 1440 + 960]
        #expect(
            DayCount.minutes(of: IncidentMoment("23:41"), among: release, by: IncidentClock(date: date))
                == day + 1421)
    }

    @Test func theHoursOfANightTellItsDays() throws {
        let night = try #require(Night(from: IncidentMoment("23:40 UTC"), to: IncidentMoment("03:05 UTC")))
        var count = DayCount(by: IncidentClock(night: night))
        let times = ["16:00", "00:20", "23:40", "~23:55", "03:05", "09:00"]
        let placed = times.map { count.minutes(of: IncidentMoment($0)) }
        #expect(placed == [960, 1460, 1420, 1435, 1625, 1980])
        let rows = [1460, 1500]
        #expect(
            DayCount.minutes(of: IncidentMoment("23:40"), among: rows, by: IncidentClock(night: night))
                == 1420)
        #expect(
            DayCount.minutes(of: IncidentMoment("00:20"), among: [], by: IncidentClock(night: night)) == 1460)
    }

    @Test(arguments: [
        ("14:05", "15:20"), ("14:05", "13:50"), ("14:05", nil), ("2026-03-02 23:00", "2026-03-04 01:00"),
    ])
    func otherHoursAreNoNight(_ start: String, _ end: String?) {
        #expect(Night(from: IncidentMoment(start), to: end.map { IncidentMoment($0) }) == nil)
    }

    @Test(arguments: [("23:40", nil), ("2026-03-02 23:40", "2026-03-03 01:00"), ("23:40", "01:00 +1d")])
    func hoursOverMidnightAreOne(_ start: String, _ end: String?) {
        #expect(Night(from: IncidentMoment(start), to: end.map { IncidentMoment($0) }) != nil)
    }

    @Test func whatFollowsAnEarlierDaysRowCloselyIsOnThatDay() {
        let date = CalendarDate(year: 2026, month: 3, day: 2)
        let day = (date?.dayNumber ?? 0) * 1440
        var count = DayCount(by: IncidentClock(date: date))
        let times = ["2026-03-01 16:00", "16:10", "2026-03-02 09:00", "09:05"]
        #expect(
            times.map { count.minutes(of: IncidentMoment($0)) } == [
                day - 480, day - 470, day + 540, day + 545,
            ])
    }

    @Test func aFirstRowIsOnTheFirstDay() {
        #expect(DayCount.minutes(of: IncidentMoment("02:15"), among: [], by: IncidentClock()) == 135)
        #expect(DayCount.minutes(of: IncidentMoment("later"), among: [], by: IncidentClock()) == nil)
    }
}

@Suite("A row in another zone is read by the document's clock") struct RowZoneTests {
    private let utc = IncidentClock(zone: "UTC")

    private func placed(_ times: [String], by clock: IncidentClock) -> [Int?] {
        var count = DayCount(by: clock)
        return times.map { count.minutes(of: IncidentMoment($0)) }
    }

    @Test func countsDaysByOneClock() {
        #expect(placed(["22:20", "00:30 CEST", "22:40"], by: utc) == [1340, 1350, 1360])
        #expect(placed(["23:50", "02:10 CEST", "00:20 UTC"], by: utc) == [1430, 1450, 1460])
        #expect(
            placed(["14:00", "12:10 UTC", "14:20 CEST"], by: IncidentClock(zone: "CEST")) == [840, 850, 860])
    }

    @Test func keepsARangeAndAWrittenDay() {
        let day = CalendarDate(year: 2026, month: 3, day: 2)?.dayNumber ?? 0
        let range = utc.home(IncidentMoment("23:50–00:10 CET"))
        #expect((range.earliest, range.latest) == (1370, 1390))
        let dated = utc.home(IncidentMoment("2026-03-02 00:30 CET"))
        #expect(dated.earliest == day * 1440 - 30 && dated.date?.dayNumber == day - 1)
        #expect(utc.home(IncidentMoment("00:30 CET +1d")).earliest == 1410)
    }

    /// `IST` has several meanings, and what a time without a zone is nobody has said yet.
    @Test func leavesAZoneThatNobodyKnows() {
        #expect(IncidentClock().home(IncidentMoment("19:35 CEST")).earliest == 1175)
        #expect(utc.home(IncidentMoment("19:35 IST")).earliest == 1175)
        #expect(utc.home(IncidentMoment("19:35 IST")).zone == "IST")
    }
}
