import IncidentTime
import Testing

@Suite("Moments of a timeline") struct IncidentMomentTests {
    @Test(arguments: [
        ("14:30", 870, 870), ("14:30 UTC", 870, 870), ("~14:30", 865, 875), ("~ 14:30", 865, 875),
        ("about 14:30", 865, 875),
        ("around 14:30", 865, 875), ("14:20-14:35", 860, 875), ("14:20–14:35", 860, 875),
        ("14:20 – 14:35", 860, 875), ("14:20 to 14:35", 860, 875),
        ("23:50-00:10", 1430, 1450), ("14:30 +1d", 2310, 2310), ("Next Day", 1440, 2879),
        ("next day", 1440, 2879),
    ])
    func haveAPlaceInTheOrder(_ text: String, _ earliest: Int, _ latest: Int) {
        let moment = IncidentMoment(text)
        #expect(moment.earliest == earliest && moment.latest == latest)
        #expect(moment.text == text)
        #expect(moment.isUncertain == (earliest != latest))
    }

    @Test(
        arguments: [
            ("before 14:00", nil, 840), ("by 14:00", nil, 840), ("after 14:00", 840, nil),
            ("from 14:00", 840, nil),
        ] as [(String, Int?, Int?)])
    func mayBeOpenOnOneSide(_ text: String, _ earliest: Int?, _ latest: Int?) {
        let moment = IncidentMoment(text)
        #expect(moment.earliest == earliest && moment.latest == latest)
        #expect(moment.sortKey == 840)
    }

    @Test func aDayAloneIsAllOfIt() throws {
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 2)).dayNumber * 1440
        for text in ["2026-03-02", "2 March 2026"] {
            let moment = IncidentMoment(text)
            #expect(moment.earliest == day && moment.latest == day + 1439)
            #expect(moment.namesDay)
        }
    }

    @Test(arguments: [
        "", "soon", "before lunch", "~", "14:20-", "14:20 to soon", "-", "25:00", "+1d",
        "14:30 +99999999999999999999d",
    ])
    func mayHaveNone(_ text: String) {
        #expect(IncidentMoment(text).sortKey == nil)
    }

    @Test(arguments: ["14:30 +9223372036854775807d", "14:30 +6405119470038038d"]) func hugeDaysBreakNothing(
        _ text: String
    ) {
        #expect(IncidentMoment(text).sortKey == nil)
    }

    @Test func datesAreComparedAcrossDays() {
        let early = IncidentMoment("2026-03-02 23:50").sortKey!
        let late = IncidentMoment("2026-03-03 00:10").sortKey!
        #expect(late - early == 20)
    }
}

@Suite("A day behind its time") struct DayBehindTests {
    private let day = CalendarDate(year: 2025, month: 11, day: 19)?.dayNumber

    @Test(arguments: [
        "01:52 UTC (2025-11-19)", "01:52 (2025-11-19)", "01:52 UTC, 19 November 2025",
        "01:52 on 2025-11-19", "~01:52 UTC (2025-11-19)",
    ])
    func isRead(_ text: String) throws {
        let moment = IncidentMoment(text)
        #expect(moment.date?.dayNumber == day, "\(text)")
        #expect(abs((moment.sortKey ?? 0) - (try #require(day) * 1440 + 112)) <= 5, "\(text)")
    }

    @Test(arguments: ["00:07 (19 Nov)", "00:07 UTC (Nov 19)", "00:07 UTC, 19 November"])
    func withoutItsYearIsLeftToTheRowsAround(_ text: String) {
        #expect(IncidentMoment(text).sortKey == 7)
        #expect(IncidentMoment(text).date == nil)
    }

    @Test(arguments: ["14:05 next Friday", "14:05 (first try)", "14:05 May", "14:05 of 19 trams"])
    func otherWordsAreNoDay(_ text: String) { #expect(IncidentMoment(text).sortKey == nil) }
}
