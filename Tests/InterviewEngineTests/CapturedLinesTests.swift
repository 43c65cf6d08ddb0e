import Forms
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@testable import InterviewEngine

@Suite("A thought typed at another question") struct CapturedLinesTests {
    @Test(arguments: [
        "Alert 30 days before expiry | platform team | 2026-12-15",
        "Alert 30 days before expiry | @platform team | 2026-12-15",
        "Alert 30 days before expiry @Platform by 2026-12-15",
    ])
    func anActionMayBeTypedAsItsRow(_ typed: String) throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":action " + typed)
        let row = try #require(talk.document.split(separator: "\n").first { $0.contains("Alert 30 days") })
        #expect(!row.contains("\\|"))
        #expect(row.contains("2026-12-15"))
        #expect(row.lowercased().contains("| platform"))
    }

    @Test func aStatusAndAPriorityMayStandBehindTheDate() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":action Test print before each release | Priya | this friday | high")
        talk.type(":action Watch the queue | - | 2026-03-05 | done | low")
        guard case .table(let rows)? = talk.answer("actions.short-term") else {
            Issue.record("no actions")
            return
        }
        #expect(
            rows[0].cells[1...] == [
                "Test print before each release", "Priya", "2026-03-06", "⏳ Pending", "High",
            ])
        #expect(rows[1].cells[1...] == ["Watch the queue", "-", "2026-03-05", "✅ Done", "Low"])
        talk.type(":action | Owner only | 2026-12-01")
        #expect(talk.said().contains("':action' needs the text"))
    }

    /// The owner is known, and the coach asks for the day.
    @Test func aDayOnNoCalendarStaysWithTheWords() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":action Rotate the logs | Kim | after the audit")
        #expect(talk.document.contains("Rotate the logs (after the audit)"), "\(talk.document)")
        guard case .table(let rows)? = talk.answer("actions.short-term") else {
            Issue.record("no actions")
            return
        }
        #expect(rows[0].cells[2] == "Kim")
    }

    @Test func barsBetweenWordsAreWords() throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":action Show p95 | p99 on the dashboard")
        #expect(talk.document.contains("Show p95 \\| p99 on the dashboard"))
    }

    @Test(arguments: [":timeline 14:32 | error rate at 15 %", ":note the vendor was slow"])
    func comesBackWhereTheGuideHasNoPlaceForIt(_ line: String) throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(line)
        #expect(talk.prompt?.prefill == line)
        #expect(talk.lines.contains { $0.contains("This guide has no") && $0.contains("':park TEXT'") })
    }

    @Test func aParkedThoughtComesBackToo() throws {
        let text = Repository.text("Prompts/short.yml").replacing("  park: Parking Lot\n", with: "")
        var talk = Conversation(.blank(try TestGuides.reading(text)))
        talk.type(":park ask the vendor")
        #expect(talk.prompt?.prefill == ":park ask the vendor")
        #expect(talk.lines.contains("This guide has no parking lot."))
    }

    @Test(arguments: [":drop 1", ":clear"])
    func theParkingLotGoesWithItsLastThought(_ command: String) throws {
        for guide in [try TestGuides.short(), try TestGuides.standard()] {
            var talk = Conversation(.blank(guide))
            talk.type("Trams stood still")
            let before = talk.document
            talk.type(":park ask the vendor")
            talk.type(":goto parking lot")
            talk.type(command)
            #expect(talk.document == before)
            talk.type(":undo")
            #expect(talk.document.contains("- ask the vendor"))
        }
    }

    /// What somebody wrote beside the thoughts would fall to the section above.
    @Test(arguments: [
        "<!-- ask Ana -->", "<details>more</details>", "A sentence of our own.", "### Later\n\nWords",
    ])
    func theParkingLotStaysWhereSomebodyWroteInIt(_ words: String) throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":park ask the vendor")
        let text = talk.document.replacing("- ask the vendor\n", with: "- ask the vendor\n\n\(words)\n")
        talk = Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.short()))
        talk.type(":goto parking lot")
        talk.type(":drop 1")
        #expect(talk.document.contains("## Parking Lot"))
        #expect(talk.document.contains(words))
    }

    @Test func isInTheTraceWhileThereIsNoFactor() throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":action Alert 30 days before expiry @Ana")
        talk.type(":trace")
        #expect(talk.lines.contains("| Actions, while no factor is written down"))
        #expect(talk.lines.contains { $0.hasPrefix("|   action 1  Alert 30 days") })
    }
}
