import IncidentTime
import Testing

@Suite("Durations as people write them") struct TimeSpanTests {
    @Test(arguments: [
        ("2 hours 15 minutes", "2 hours 15 minutes"), ("2h15m", "2 hours 15 minutes"),
        ("2h 15m", "2 hours 15 minutes"),
        ("2:15", "2 hours 15 minutes"), ("135 min", "2 hours 15 minutes"),
        ("135 minutes", "2 hours 15 minutes"), ("half an hour", "30 minutes"),
        ("an hour", "1 hour"), ("1.5 hours", "1 hour 30 minutes"), ("1 day, 3 hours", "1 day 3 hours"),
        ("2 hours and 5 minutes", "2 hours 5 minutes"),
        ("90 seconds", "2 minutes"), ("1 week", "7 days"), ("0 minutes", "0 minutes"), ("45m", "45 minutes"),
        ("1 HOUR", "1 hour"),
    ])
    func areRead(_ text: String, _ expected: String) {
        #expect(TimeSpan(text)?.description == expected)
        #expect(TimeSpan(text)?.bound == .exact)
    }

    @Test(arguments: [
        ("about an hour", TimeSpan.Bound.about), ("~ 60 minutes", .about), ("~60 min", .about),
        ("nearly 1 hour", .about),
        ("2+ hours", .atLeast), ("more than 2 hours", .atLeast), ("over 2 hours", .atLeast),
        ("at least 2 hours", .atLeast),
        (">2h", .atLeast), ("under 5 minutes", .atMost), ("less than 5 minutes", .atMost),
        ("up to 5 minutes", .atMost),
        ("at most 5 minutes", .atMost), ("within 5 minutes", .atMost), ("< 5 min", .atMost),
    ])
    func sayHowSureTheyAre(_ text: String, _ bound: TimeSpan.Bound) {
        #expect(TimeSpan(text)?.bound == bound)
    }

    @Test(arguments: [
        "", "a while", "2", "hours", "2 hours later", "2:75", "soon", "X hours Y minutes", "2 apples",
        "1:2:3", "about", "99999999999999999999 hours",
        "1e300 hours", "-5 minutes", "two hours",
    ])
    func otherTextIsNoDuration(_ text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test(arguments: [
        ("14:05", "16:20", "2 hours 15 minutes"), ("23:50", "00:10", "20 minutes"),
        ("14:05", "14:05", "0 minutes"),
        ("2026-03-02 23:50", "2026-03-03 00:10", "20 minutes"),
        ("2026-03-02 14:05 UTC", "2026-03-04 15:05 UTC", "2 days 1 hour"),
        ("14:05 UTC", "15:05", "1 hour"), ("2026-02-28 23:00", "2026-03-01 01:00", "2 hours"),
    ])
    func lieBetweenTwoTimes(_ start: String, _ end: String, _ expected: String) {
        #expect(TimeSpan.between(start, end)?.description == expected)
    }

    @Test(arguments: [
        ("~17:30", "00:40", "about 7 hours 10 minutes"), ("17:30", "about 18:00", "about 30 minutes"),
        ("~2026-03-02 17:30 UTC", "2026-03-03 00:40 UTC", "about 7 hours 10 minutes"),
    ])
    func fromAGuessAreGuesses(_ start: String, _ end: String, _ expected: String) {
        #expect(TimeSpan.between(start, end) == TimeSpan(expected))
    }

    @Test(arguments: [
        ("14:05 UTC", "15:05 CET"), ("2026-03-03 14:05", "2026-03-02 14:05"), ("soon", "14:05"),
        ("14:20-14:35", "15:00"),
        ("14:05", ""),
    ])
    func areUnknownBetweenOthers(_ start: String, _ end: String) {
        #expect(TimeSpan.between(start, end) == nil)
    }

    /// What is written is read back.
    @Test func everyDescriptionIsRead() {
        for minutes in stride(from: 0, through: 20_000, by: 37) {
            #expect(TimeSpan(TimeSpan(minutes: minutes).description)?.minutes == minutes)
        }
    }
}
