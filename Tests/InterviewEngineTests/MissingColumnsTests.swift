import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A table that lacks some of the guide's columns takes rows") struct MissingColumnsTests {
    private func talk(_ section: String, _ header: String, at question: String) throws -> Conversation {
        let rule = String(header.map { $0 == "|" ? "|" : "-" as Character })
        let text = "# Incident Postmortem: Gates stood still\n\n## \(section)\n\n\(header)\n\(rule)\n"
        var talk = Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
        for line in [":coach off", ":goto \(question)"] { talk.type(line) }
        return talk
    }

    private func rows(_ talk: Conversation) -> [String] {
        let lines = talk.document.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
        return lines.map { line in
            line.split(separator: "|").map { $0.trimmed }.joined(separator: "|")
        }
    }

    @Test func cellByCell() throws {
        var talk = try talk(
            "Action Items", "| ID | Action | Owner | Due | Status |", at: "actions.immediate")
        for line in ["Renew the key", "Ana", "2026-03-04", "1"] { talk.type(line) }
        #expect(rows(talk) == ["1|Renew the key|Ana|2026-03-04|⏳ Pending"], "\(talk.said())")
        #expect(talk.prompt?.label.hasSuffix(" 2") == true, "\(talk.said())")
    }

    @Test(arguments: [
        "Renew the key | Ana | 2026-03-04 | 1", "7 | Renew the key | Ana | 2026-03-04 | 1",
        "Renew the key | Ana",
    ]) func onOneLine(_ line: String) throws {
        var talk = try talk(
            "Action Items", "| ID | Action | Owner | Due | Status |", at: "actions.immediate")
        for line in [line, "2026-03-04", "1"].prefix(line.contains("2026") ? 1 : 3) { talk.type(line) }
        let number = line.hasPrefix("7") ? "7" : "1"
        #expect(rows(talk) == ["\(number)|Renew the key|Ana|2026-03-04|⏳ Pending"], "\(talk.said())")
        #expect(!talk.said().contains("Priority"))
    }

    @Test func whateverColumnItIs() throws {
        var talk = try talk("Action Items", "| Action | Due | Priority |", at: "actions.immediate")
        for line in ["Renew the key", "2026-03-04", "High", "Read the plan | 2026-03-04 | Low"] {
            talk.type(line)
        }
        #expect(
            rows(talk) == ["Renew the key|2026-03-04|High", "Read the plan|2026-03-04|Low"], "\(talk.said())")
    }

    @Test func ofATimeline() throws {
        var talk = try talk("Timeline of Events", "| Time | Event |", at: "timeline.discovery")
        for line in ["10:10 trams stop", "10:12 | drivers call", ":timeline 10:14 power room joins"] {
            talk.type(line)
        }
        #expect(
            rows(talk) == ["10:10|trams stop", "10:12|drivers call", "10:14|power room joins"],
            "\(talk.said())")
    }

    @Test func whatFollowsFromOthersIsLeftOut() throws {
        var talk = try talk(
            "Impact Assessment\n\n### Metrics", "| Metric | Normal | During Incident |", at: "metrics.rows")
        talk.type("Refused scans | 2 | 40")
        #expect(rows(talk) == ["Refused scans|2|40"], "\(talk.said())")
    }

    @Test func aCellThatHasNoColumnIsTold() throws {
        var talk = try talk("Action Items", "| Action | Owner |", at: "actions.immediate")
        talk.type("Renew the key | Ana | 2026-03-04")
        #expect(talk.said().contains("3 cells for 2 columns (Action, Owner)"), "\(talk.said())")
    }
}
