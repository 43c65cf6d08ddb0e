import Consistency
import Guides
import IncidentTime
import Testing

@Suite("Actions say what they are") struct ActionReadingTests {
    @Test(arguments: [
        "Improve monitoring", "Investigate the outage further", "Be more careful with deploys",
        "Ensure tests are run",
        "Look into retries", "Review all error handlers", "Make sure everyone knows the process",
        "Consider a canary",
        "Raise awareness of the runbook",
    ])
    func vague(_ text: String) {
        #expect(!ActionReading(text).hasEndState, "\(text)")
    }

    @Test(arguments: [
        "Alert when refused scans pass 5% over all gates (F3)",
        "Gates fetch the list of keys when they meet an unknown one",
        "Key rotation paused until the gates can follow it", "Reduce the p95 of checkout to 300 ms",
        "Monitor refused scans, with a page above 5%",
        "One owner for gate software and hardware, agreed by both leads",
        "Delete the old rotation script", "Investigate until the leak is reproduced in staging",
    ])
    func withAnEnd(_ text: String) {
        #expect(ActionReading(text).hasEndState, "\(text)")
    }

    @Test(arguments: [
        ("Priya Nair", "person"), ("Priya", "person"), ("Priya Nair (with the help of SRE)", "person"),
        ("@ana", "person"),
        ("Tech Lead", "role"), ("Engineering Manager", "role"), ("SRE Team", "team"), ("Platform", "team"),
        ("Payments squad", "team"), ("All Teams", "everyone"), ("everyone", "everyone"),
        ("Ana and Tom", "several"),
        ("Ana, Tom", "several"), ("Ana / Tom", "several"), ("-", "none"), ("TBD", "none"), ("", "none"),
        ("[Name]", "none"),
        ("Anders Andersson", "person"), ("Team Lead", "role"),
    ])
    func owners(_ cell: String, _ kind: String) {
        let seen =
            switch ActionReading("Add a test", owner: cell).owner {
            case .none: "none"
            case .person: "person"
            case .role: "role"
            case .team: "team"
            case .several: "several"
            case .everyone: "everyone"
            }
        #expect(seen == kind, "\(cell)")
    }

    @Test(arguments: [
        ("Make the pipeline refuse a release that holds a schema change", ActionStrength.stronger),
        ("Remove the second configuration file", .stronger), ("Automate the rotation of the key", .stronger),
        ("Page the on-call when 1% of reads are refused", .intermediate),
        ("Write a runbook for a slow checkout", .intermediate),
        ("Train all engineers on the rollback", .weaker), ("Remind everyone to check the dashboard", .weaker),
        ("Restart the gates every night", .intermediate),
        ("Write a policy for deploys", .weaker), ("Investigate automatic rollback", .weaker),
    ])
    func strengths(_ text: String, _ strength: ActionStrength) {
        #expect(ActionReading(text).strength == strength, "\(text)")
    }

    @Test func whereTheWordsDoNotTellNoStrengthIsClaimed() {
        #expect(ActionReading("Paint the shed").strength == nil)
    }

    @Test(arguments: [
        ("Page the on-call when 1% of reads are refused", ActionPurpose.detect),
        ("Gates refuse a list of keys that is a day old", .prevent),
        ("Refund the 14 orders placed twice", .repair),
        ("Write a runbook for a slow checkout", .mitigateNext),
        ("Find out which services read flags", .investigate),
    ])
    func purposes(_ text: String, _ purpose: ActionPurpose) {
        #expect(ActionReading(text).purposes.contains(purpose), "\(text)")
    }

    @Test func withinADayARollbackEasesThisIncident() {
        #expect(ActionReading("Roll back to 4.17", horizon: .day).purposes.contains(.mitigate))
        #expect(!ActionReading("Roll back to 4.17", horizon: .month).purposes.contains(.mitigate))
    }

    @Test func aDueDateLiesWithinItsHorizon() {
        let start = CalendarDate(year: 2026, month: 3, day: 2)
        func outside(_ due: String) -> Bool? {
            ActionReading("Add a test", due: due).isDueOutside(
                from: start, until: start.map { Horizon.week.end(after: $0) })
        }
        #expect(outside("2026-03-09") == false)
        #expect(outside("2026-03-10") == true)
        #expect(outside("2026-03-01") == true)
        #expect(outside("soon") == nil)
    }
}
