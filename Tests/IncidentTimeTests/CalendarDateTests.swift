import IncidentTime
import Testing

@Suite("Dates as people write them") struct CalendarDateTests {
    /// A Monday.
    private static let today = CalendarDate(year: 2026, month: 3, day: 2)!

    @Test(arguments: [
        ("2026-03-02", "2026-03-02"), ("2 March 2026", "2026-03-02"), ("2 Mar 2026", "2026-03-02"),
        ("2nd March 2026", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"), ("Mar. 2, 2026", "2026-03-02"), ("MARCH 2 2026", "2026-03-02"),
        ("2.3.2026", "2026-03-02"), ("02.03.2026", "2026-03-02"), ("18 Feb", "2026-02-18"),
        ("Dec 30", "2025-12-30"), ("30 April", "2026-04-30"), ("31 December 1999", "1999-12-31"),
        ("29 February 2028", "2028-02-29"), ("today", "2026-03-02"), ("Tomorrow", "2026-03-03"),
        ("yesterday", "2026-03-01"),
        ("last Friday", "2026-02-27"), ("in two weeks", "2026-03-16"), ("in 10 days", "2026-03-12"),
        ("in a month", "2026-04-02"),
        ("last mon", "2026-02-23"),
        ("last Tuesday", "2026-02-24"),
        ("+3d", "2026-03-05"), ("+2w", "2026-03-16"), ("+1m", "2026-04-02"), ("Friday", "2026-03-06"),
        ("fri", "2026-03-06"),
        ("Monday", "2026-03-09"), ("next Monday", "2026-03-09"), ("sunday", "2026-03-08"),
        ("this Friday", "2026-03-06"), ("next Friday", "2026-03-13"), ("next sunday", "2026-03-15"),
        ("2w", "2026-03-16"), ("10d", "2026-03-12"), ("EOW", "2026-03-06"), ("end of week", "2026-03-06"),
        ("end of the month", "2026-03-31"), ("eom", "2026-03-31"),
    ])
    func areRead(_ text: String, _ expected: String) {
        #expect(CalendarDate.parse(text, today: Self.today)?.description == expected)
    }

    /// On a Thursday tomorrow is called by its name, and next Friday is eight days on.
    @Test(arguments: [
        ("Friday", "2026-11-27"), ("this friday", "2026-11-27"), ("next Friday", "2026-12-04"),
        ("next Monday", "2026-11-30"), ("eow", "2026-11-27"), ("eom", "2026-11-30"),
    ])
    func nextIsOfTheWeekThatFollows(_ text: String, _ expected: String) {
        let thursday = CalendarDate(year: 2026, month: 11, day: 26)
        #expect(CalendarDate.parse(text, today: thursday)?.description == expected)
    }

    @Test func onAWeekendTheWeekEndsWithTheNextOne() {
        let saturday = CalendarDate(year: 2026, month: 11, day: 28)
        #expect(CalendarDate.parse("end of week", today: saturday)?.description == "2026-12-04")
    }

    @Test(arguments: [
        "", " ", "2026-3-2", "2026-02-30", "2026-13-01", "2026-00-10", "32.03.2026", "2.3.26", "3/2/2026",
        "2026",
        "March", "2 Ma 2026", "soon", "+d",
        "+3", "-3d", "32 March 2026", "2 March 26", "29 February 2026", "0000-01-01",
        "+99999999999999999999d", "+", "next", "next soon",
    ])
    func otherTextIsNoDate(_ text: String) {
        #expect(CalendarDate.parse(text, today: Self.today) == nil)
    }

    @Test(arguments: [
        "+999999999d", "+9223372036854775807d", "+9223372036854775807w", "+9223372036854775807m",
        "+99999999m",
    ])
    func daysBeyondTheCalendarAreNoDate(_ text: String) {
        #expect(CalendarDate.parse(text, today: Self.today) == nil)
    }

    @Test(arguments: ["today", "+3d", "Friday", "2 March"]) func relativeDatesNeedToday(_ text: String) {
        #expect(CalendarDate.parse(text, today: nil) == nil)
    }

    @Test func dayNumbersGoBackAndForth() {
        let first = CalendarDate(year: 1, month: 1, day: 1)!.dayNumber
        let last = CalendarDate(year: 9999, month: 12, day: 31)!.dayNumber
        #expect(last - first + 1 == 3_652_059)
        for number in stride(from: first, through: last, by: 137) {
            #expect(CalendarDate(dayNumber: number).dayNumber == number)
        }
    }

    @Test(arguments: [
        ("2026-03-02", 0), ("2026-03-08", 6), ("2000-01-01", 5), ("1970-01-01", 3), ("2024-02-29", 3),
    ])
    func weekdaysAreRight(_ date: String, _ weekday: Int) {
        #expect(CalendarDate.parse(date, today: nil)?.weekday == weekday)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 12, "2027-05-31"),
    ])
    func monthsAreCalendarMonths(_ date: String, _ months: Int, _ expected: String) {
        #expect(CalendarDate.parse(date, today: nil)?.adding(months: months).description == expected)
    }

    @Test func datesAreOrdered() {
        let dates = ["2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01"].map {
            CalendarDate.parse($0, today: nil)!
        }
        #expect(dates == dates.shuffled().sorted())
    }
}
