import Forms
import Guides
import IncidentTime
import Testing

@Suite("What is typed is written as the document has it") struct ValidatorTests {
    private static let context = ValidationContext(
        today: CalendarDate(year: 2026, month: 3, day: 2)!, now: ClockTime(hour: 16, minute: 20)!,
        previousMoment: "14:05")

    private func check(_ kind: AnswerKind, _ text: String, choices: [String] = [], zone: String = "")
        -> Validator.Verdict
    {
        Validator(name: "It", kind: kind, choices: choices, zone: zone).check(text, Self.context)
    }

    @Test(
        arguments: [
            (AnswerKind.text, " as typed ", " as typed "), (.person, "Ana", "Ana"), (.time, "1432", "14:32"),
            (.time, "now", "16:20"),
            (.time, "+5m", "14:10"), (.date, "2 March 2026", "2026-03-02"), (.date, "today", "2026-03-02"),
            (.date, "+1w", "2026-03-09"),
            (.duration, "2h15m", "2h15m"), (.number, "15 %", "15 %"), (.moment, "1432", "14:32"),
            (.moment, "~14:30", "~14:30"),
            (.moment, "14:20-14:35", "14:20-14:35"), (.moment, "Next Day", "Next Day"),
            (.moment, "+5m", "14:10"), (.time, "~14:30", "~14:30"), (.time, "about 9:30", "about 09:30"),
            (.time, "14:20-14:35", "14:20-14:35"),
        ] as [(AnswerKind, String, String)])
    func isTaken(_ kind: AnswerKind, _ text: String, _ expected: String) {
        #expect(check(kind, text) == .accepted(expected))
    }

    @Test(
        arguments: [
            (AnswerKind.time, "about noon"), (.time, "Next Day"), (.time, "18 March"), (.time, "25:00"),
            (.date, "soon"), (.date, "2026-02-30"),
            (.duration, "a while"), (.number, "many"),
            (.moment, "later"),
        ] as [(AnswerKind, String)])
    func isDoubtedWithAnExample(_ kind: AnswerKind, _ text: String) {
        guard case .doubted(let message) = check(kind, text) else {
            Issue.record("\(text) was not doubted")
            return
        }
        #expect(message.hasPrefix("It reads best") && message.hasSuffix("."))
    }

    @Test func timesGetTheZoneOfTheDocument() {
        #expect(check(.time, "14:32", zone: "UTC") == .accepted("14:32 UTC"))
        #expect(check(.time, "14:32 CET", zone: "UTC") == .accepted("14:32 CET"))
        #expect(check(.time, "~14:32", zone: "UTC") == .accepted("~14:32 UTC"))
        #expect(check(.time, "~14:32 CET", zone: "UTC") == .accepted("~14:32 CET"))
    }

    @Test(arguments: [
        ("1", "✅ Done"), ("done", "✅ Done"), ("IN", "🔄 In Progress"), ("in progress", "🔄 In Progress"),
        ("✅ Done", "✅ Done"), ("t", "To Do"),
    ])
    func choicesAreTakenByNumberOrFirstLetters(_ text: String, _ expected: String) {
        #expect(check(.choice, text, choices: ["✅ Done", "🔄 In Progress", "To Do"]) == .accepted(expected))
    }

    @Test func choicesWithNumbersOfTheirOwnKeepThem() {
        #expect(check(.choice, "P1", choices: ["P0", "P1", "P2"]) == .accepted("P1"))
        #expect(check(.choice, "p0", choices: ["P0", "P1", "P2"]) == .accepted("P0"))
    }

    @Test(arguments: ["SEV2", "sev-2", "P2", "priority 2"])
    func aLevelMayBeTypedAsTrackersWriteIt(_ text: String) {
        #expect(check(.choice, text, choices: ["Critical", "High", "Medium"]) == .accepted("High"))
    }

    @Test(arguments: ["", "0", "4", "maybe", "d o", "✅", "99999999999999999999"])
    func anythingElseIsDoubtedWithTheList(_ text: String) {
        guard case .doubted(let message) = check(.choice, text, choices: ["Done", "Doing", "To Do"]) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(
            message == "It is one of 1 Done, 2 Doing or 3 To Do; a number or the first letters are enough.")
    }
}
