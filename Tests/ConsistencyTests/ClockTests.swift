import Consistency
import Diagnostics
import IncidentTime
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// A postmortem of a few rows; times are those of a clock in Berlin unless a row says otherwise.
private struct Night {
    let postmortem: Postmortem

    init(
        on date: String = "2026-03-28", from start: String, to end: String, _ rows: [String],
        after: String = ""
    ) throws {
        let text = """
            # Incident Postmortem: Slow checkout

            ## Incident Summary

            | Field | Details |
            | --- | --- |
            | **Date** | \(date) |
            | **Time (Start)** | \(start) |
            | **Time (End)** | \(end) |

            ## Timeline of Events

            ### Discovery Phase

            | Time | Event | Action Taken | Actor |
            | --- | --- | --- | --- |
            \(rows.map { "| \($0) | - | - |" }.joined(separator: "\n"))

            \(after)
            """
        postmortem = Postmortem(MarkdownDocument(text), guide: try TestGuides.standard())
    }

    func findings(of id: CheckID) -> [String] {
        let zones = ZoneSource { $0 == "Europe/Berlin" ? ZoneTables.berlin : nil }
        return DocumentChecks.findings(in: postmortem, today: nil, zones: zones)
            .filter { $0.rule == id.rawValue }.map { postmortem.document.text($0.span.range) }
    }

    var times: [String] { CheckedDocument(postmortem).responseTimes.lines }
}

@Suite("Times on a clock that changes") struct ClockChangeTests {
    private func doubted(_ date: String, _ rows: [String], from start: String = "23:00 CET") throws
        -> [String]
    {
        try Night(on: date, from: start, to: "05:00", rows).findings(of: .clockChange)
    }

    /// Where the document's own times are in another zone.
    @Test func aRowMayNameARegion() throws {
        let late = { (row: String) in
            try Night(
                on: "2026-06-10", from: "12:00 UTC", to: "14:00 UTC", ["12:30 | slow", "\(row) | normal"]
            )
            .findings(of: .rowOrder)
        }
        #expect(try late("14:40 Europe/Berlin") == [])
        #expect(try late("14:20 Europe/Berlin") == ["14:20 Europe/Berlin"])
        #expect(try late("14:20 Europe/Nowhere") == [])
    }

    @Test func aRegionsClockStandsBesideOthers() throws {
        let wrong = { (start: String, row: String) in
            try Night(
                on: "2026-06-10", from: start, to: "16:00",
                ["14:05 | alert", "\(row) | restart", "15:55 | normal"]
            ).findings(of: .rowOrder)
        }
        #expect(try wrong("14:00 Europe/Berlin", "12:10 UTC") == [], "ten past two in Berlin")
        #expect(try wrong("14:00 Europe/Berlin", "11:50 UTC") == ["11:50 UTC"])
        #expect(try wrong("14:00 Atlantis/Harbour", "12:10 UTC") == [], "nobody knows that clock")
    }

    @Test func anHourThatWasSkipped() throws {
        let rows = ["23:10 | slow", "01:59 | slower", "02:15 | slowest", "02:59 | still", "03:00 | normal"]
        #expect(try doubted("2026-03-28", rows) == ["02:15", "02:59"])
        #expect(try doubted("2026-03-21", rows) == [], "a week earlier nothing happened to the clocks")
        #expect(try doubted("2026-03-28", rows, from: "23:00 UTC") == [], "UTC has no clock change")
    }

    @Test func anHourThatCameTwice() throws {
        let rows = ["23:10 | slow", "02:15 | slower", "03:00 | normal"]
        #expect(try doubted("2026-10-24", rows, from: "23:00 Europe/Berlin") == ["02:15"])
        let told = ["23:10 | slow", "02:15 +02:00 | slower", "02:15 CET | slowest", "03:00 | normal"]
        #expect(try doubted("2026-10-24", told, from: "23:00 Europe/Berlin") == [], "the offset says which")
    }

    @Test func aZoneOutOfSeason() throws {
        #expect(try doubted("2026-07-01", ["14:00 CET | slow"], from: "14:00 CEST") == ["14:00 CET"])
        #expect(try doubted("2026-07-01", ["14:00 CEST | slow"], from: "14:00 CEST") == [])
        #expect(try doubted("2026-01-15", ["14:00 CEST | slow"], from: "14:00 CET") == ["14:00 CEST"])
    }

    @Test func aZoneWithoutRulesIsLeftAlone() throws {
        #expect(try doubted("2026-03-28", ["02:15 | slow"], from: "23:00 EST") == [])
    }
}

@Suite("Stretches of which no row tells") struct SilentStretchTests {
    private func silent(_ rows: [String], to end: String = "15:30") throws -> [String] {
        try Night(from: "14:00", to: end, rows).findings(of: .silentStretch)
    }

    @Test func halfAnHourAndMore() throws {
        #expect(try silent(["14:00 | slow", "14:31 | slower", "15:30 | normal"]) == ["14:31", "15:30"])
        #expect(try silent(["14:00 | slow", "14:30 | slower", "15:00 | better", "15:30 | normal"]) == [])
        #expect(
            try silent(["14:00–14:10 | slow", "14:45 | slower", "15:10 | x", "15:30 | normal"]) == ["14:45"])
    }

    @Test func beforeAndAfterTheIncidentNothingIsMissed() throws {
        #expect(
            try silent(["09:00 | release", "14:00 | slow", "14:20 | normal", "17:00 | closed"], to: "14:20")
                == [])
        #expect(try silent(["14:00 | slow", "14:20 | normal", "Next Day | review"], to: "14:20") == [])
    }

    @Test func beforeAnybodyKnewNothingIsMissed() throws {
        let rows = ["14:00 | slow", "14:50 | alert: slow", "15:10 | pool doubled", "15:30 | normal"]
        #expect(try silent(rows) == [])
    }

    @Test func overMidnight() throws {
        let rows = ["23:50 | slow", "00:10 | slower", "01:10 | normal"]
        let night = try Night(from: "23:50", to: "01:10", rows)
        #expect(night.findings(of: .silentStretch) == ["01:10"])
    }

    @Test func whatCannotBePlacedIsNoGap() throws {
        #expect(try silent(["14:00 | slow", "14:20 | slower", "later | normal"]) == [])
    }
}

@Suite("This incident's own times") struct ResponseTimesTests {
    private func times(_ rows: [String]) throws -> [String] {
        try Night(from: "14:00", to: "15:30", rows).times
    }

    @Test func fromTheTimeline() throws {
        let rows = [
            "13:50 | release complete", "14:00 | errors rise", "14:06 | alert: error rate",
            "14:09 | on-call acknowledges the page", "14:50 | half of the traffic is back to normal",
            "15:30 | all traffic back to normal",
        ]
        let times = try times(rows)
        #expect(
            times == [
                "time to detect 6 minutes", "time to acknowledge 3 minutes", "time to mitigate 50 minutes",
                "time to resolve 1 hour 30 minutes",
            ])
    }

    @Test func asRangesWhereTheTimesAreRanges() throws {
        let rows = [
            "14:00 | errors rise", "14:05–14:15 | a customer reports errors", "15:30 | back to normal",
        ]
        #expect(try times(rows).first == "time to detect 5 to 15 minutes")
    }

    @Test(arguments: [
        ("before 14:10", "time to detect at most 10 minutes"),
        ("by 14:10", "time to detect at most 10 minutes"),
        ("after 14:05", "time to detect at least 5 minutes"),
    ])
    func openOnTheSideThatATimeLeavesOpen(_ time: String, _ told: String) throws {
        let rows = ["14:00 | errors rise", "\(time) | a customer reports errors", "15:30 | back to normal"]
        #expect(try times(rows).first == told)
    }

    @Test func nothingIsMadeUp() throws {
        #expect(try times(["14:00 | errors rise"]) == ["time to resolve 1 hour 30 minutes"])
    }

    @Test func whereAMeanIsFollowedTheyAreNamed() throws {
        let rows = ["14:00 | errors rise", "14:06 | alert: error rate", "15:30 | back to normal"]
        func told(_ metric: String) throws -> [String] {
            let after = "## Continuous Improvement\n\n### Metrics to Track\n\n- \(metric)\n"
            return try Night(from: "14:00", to: "15:30", rows, after: after).findings(of: .ownTimes)
        }
        #expect(try told("Mean time to detect").count == 1)
        #expect(try told("MTTR by team").count == 1)
        #expect(try told("Our MTTD and MTTA").count == 1)
        #expect(try told("Mean time to detect: 6 minutes in this incident") == [])
        #expect(try told("Share of releases that can be taken back") == [])
    }
}
