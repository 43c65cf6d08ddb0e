import Consistency
import Diagnostics
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A place that nobody has touched is told once") struct UntouchedPlaceTests {
    /// What is told of a document with these lines in its timeline and its lessons, as `line: excerpt`.
    private func told(rows: [String], lesson: String = "1. **Gates:** read keys at boot") throws -> [String] {
        let text = """
            # Incident Postmortem: Gates stood still

            ## Timeline of Events

            ### Discovery Phase

            | Time | Event | Action Taken | Actor |
            | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            ## Lessons Learned

            ### Technical Lessons

            \(lesson)

            """
        let document = MarkdownDocument(text)
        let postmortem = Postmortem(document, guide: try TestGuides.standard())
        return DocumentChecks.findings(in: postmortem, today: nil).filter { $0.rule == "placeholder" }.map {
            "\(document.position(of: $0.span.range.lowerBound).line): \($0.message)"
        }
    }

    @Test func aRowIsOneFinding() throws {
        #expect(
            try told(rows: ["| HH:MM | [What could be seen] | - | [Role] |"]) == [
                "9: This row still holds the places of answers: Time, Event and Actor."
            ])
    }

    @Test func severalRowsOfOneQuestionAreOne() throws {
        let row = "| HH:MM | [Event] | [Action] | [Role] |"
        #expect(
            try told(rows: [row, row, row]) == [
                "9: \"Discovery Phase\" is still open: placeholders stand from here to line 11."
            ])
        #expect(try told(rows: [row, "| 14:05 | alarm | opened the log | on call |", row]).count == 2)
    }

    @Test func aRowThatWasBegunNamesEachCell() throws {
        #expect(
            try told(rows: ["| 14:05 | [What could be seen] | - | [Role] |"]) == [
                "9: \"[What could be seen]\" still holds the place of an answer.",
                "9: \"[Role]\" still holds the place of an answer.",
            ])
    }

    @Test(arguments: ["{{link to procedure}}", "{{link to procedure}"])
    func aPlaceInBracesIsToldWhole(_ place: String) throws {
        let rows = ["| 14:05 | Gates stood still | opened the log | gate team |"]
        #expect(
            try told(rows: rows, lesson: "1. **Gates:** they follow \(place) at boot") == [
                "15: \"\(place)\" still holds the place of an answer."
            ])
    }

    @Test func anItemWithAKeyIsOneFinding() throws {
        let rows = ["| 14:05 | Gates stood still | opened the log | gate team |"]
        #expect(
            try told(rows: rows, lesson: "1. ✅ **[Lesson]:** [What showed it]") == [
                "15: \"[Lesson]: [What showed it]\" still holds the place of an answer."
            ])
        #expect(try told(rows: rows, lesson: "1. **[Lesson]** as seen in [What showed it]").count == 2)
        #expect(
            try told(rows: rows, lesson: "1. **[HH:MM UTC]:** gates") == [
                "15: \"[HH:MM UTC]\" still holds the place of an answer."
            ])
    }
}
