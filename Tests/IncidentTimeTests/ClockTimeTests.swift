import IncidentTime
import Testing

@Suite("Times as people write them") struct ClockTimeTests {
    private static let now = ClockTime(
        hour: 16, minute: 20, date: CalendarDate(year: 2026, month: 3, day: 2))!

    @Test(arguments: [
        ("14:05", "14:05"), ("9:05", "09:05"), ("09:05", "09:05"), ("1405", "14:05"), ("0000", "00:00"),
        ("23:59", "23:59"),
        ("14.05", "14:05"), ("14h05", "14:05"), ("14:05:59", "14:05"), ("2:05 pm", "14:05"),
        ("2:05pm", "14:05"), ("2:05 PM", "14:05"), ("2pm", "14:00"), ("12 am", "00:00"),
        ("9 AM UTC", "09:00 UTC"),
        ("12:00 am", "00:00"), ("12:00 pm", "12:00"), ("2:05 a.m.", "02:05"), ("14:05 UTC", "14:05 UTC"),
        ("14:05Z", "14:05 UTC"),
        ("14:05 CET", "14:05 CET"), ("14:05 +05:45", "14:05 +05:45"), ("14:05 -0800", "14:05 -0800"),
        ("2:05 pm PST", "14:05 PST"),
        ("2026-03-02 14:05", "2026-03-02 14:05"), ("2026-03-02 14:05 UTC", "2026-03-02 14:05 UTC"),
        ("  14:05  ", "14:05"),
    ])
    func areRead(_ text: String, _ expected: String) {
        #expect(ClockTime.parse(text)?.description == expected)
    }

    @Test(arguments: [
        "", " ", "24:00", "14:60", "1460", "2500", "14", "14:5", "145", "14:", ":05", "14:05:6", "13:05 pm",
        "0:30 am", "noon", "13pm", "0 am", "14:05 utc",
        "14:05 around", "soon", "about 14:05", "14:05 UTC sharp", "-1:05", "14:-5", "+1:05", "12345", "١٤:٠٥",
        "2026-02-30 14:05", "２２:００",
    ])
    func otherTextIsNoTime(_ text: String) {
        #expect(ClockTime.parse(text) == nil)
    }

    @Test(
        arguments: [
            ("now", nil, "2026-03-02 16:20"), ("NOW", nil, "2026-03-02 16:20"), ("+5m", "14:05", "14:10"),
            ("+5", "14:05", "14:10"),
            ("-10m", "14:05", "13:55"), ("+1h", "23:30", "00:30"), ("-1h", "00:30", "23:30"),
            ("+5m", nil, "2026-03-02 16:25"), ("+1h30m", "14:05", "15:35"), ("+1h30", "14:05", "15:35"),
            ("-1h05min", "14:05", "13:00"),
            ("+8h", nil, "2026-03-03 00:20"), ("+90 ", "14:05 UTC", "15:35 UTC"), ("+5min", "14:05", "14:10"),
            ("14:30", "14:05", "14:30"),
        ] as [(String, String?, String)])
    func shorthandCountsFromTheTimeBefore(_ text: String, _ previous: String?, _ expected: String) {
        let before = previous.flatMap { ClockTime.parse($0) }
        #expect(ClockTime.parse(text, now: Self.now, previous: before)?.description == expected)
    }

    @Test(arguments: [
        "+", "+m", "-", "+5x", "+99999999999999999999m", "++5m", "+9223372036854775807h",
        "-9223372036854775808h",
    ])
    func brokenShorthandIsNoTime(_ text: String) {
        #expect(ClockTime.parse(text, now: Self.now, previous: nil) == nil)
    }

    @Test func timesMoveOverMidnightAndTheDateWithThem() {
        let late = ClockTime(
            hour: 23, minute: 59, date: CalendarDate(year: 2026, month: 12, day: 31), zone: "UTC")!
        #expect(late.adding(minutes: 1).description == "2027-01-01 00:00 UTC")
        #expect(late.adding(minutes: -1440).description == "2026-12-30 23:59 UTC")
        #expect(ClockTime(hour: 0, minute: 0)!.adding(minutes: -1).description == "23:59")
    }
}
