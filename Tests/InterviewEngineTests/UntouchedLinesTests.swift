import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Enter keeps what is there") struct UntouchedLinesTests {
    private func conversation(_ document: String) throws -> Conversation {
        Conversation(Postmortem(MarkdownDocument(document), guide: try TestGuides.standard()))
    }

    /// None of these is written as the program would write it.
    @Test(arguments: [
        ("summary.start", "06:40"), ("summary.date", "2 March 2026"), ("summary.severity", "high"),
        ("summary.start", "8.05"),
    ]) func whateverItsForm(_ question: String, _ value: String) throws {
        let field = ["start": "Time (Start)", "date": "Date", "severity": "Severity"][
            String(question.dropFirst(8))]!
        let document = """
            # Incident Postmortem: Printers

            ## Incident Summary

            | Field | Details |
            |---|---|
            | \(field) | \(value) |

            """
        var talk = try conversation(document)
        talk.type(":goto \(question)")
        // One of a few words is chosen, not edited.
        #expect(talk.prompt?.prefill == (question == "summary.severity" ? "" : value))
        talk.type(talk.prompt?.prefill ?? "")
        #expect(talk.document == document)
        #expect(talk.saves.isEmpty)
    }

    @Test(arguments: ["before\u{0}after", "bell\u{7}", "escape\u{1B}[31m"])
    func whatNoKeyTypesIsNotPutOnTheLine(_ text: String) throws {
        let document = "# Incident Postmortem: P\n\n## Incident Summary\n\n### Quick Summary\n\n\(text)\n"
        var talk = try conversation(document)
        let mark = talk.lines.count
        talk.type(":goto quick-summary")
        #expect(talk.prompt?.prefill == "")
        #expect(talk.said(since: mark).contains("':edit' opens it"))
        talk.type("")
        #expect(talk.document == document)
    }

    /// A line typed where the answer is too long to stand there was not meant to replace it.
    @Test func aLongAnswerIsReplacedAtTheSecondEnter() throws {
        let long = String(repeating: "The printers stood still. ", count: 100)
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto quick-summary")
        talk.paste(long)
        talk.type(":goto quick-summary")
        talk.type("One more sentence")
        #expect(talk.document.contains("The printers stood still. The printers"))
        #expect(talk.prompt?.prefill == "One more sentence")
        talk.type("One more sentence")
        #expect(talk.answer("quick-summary.text") == .text("One more sentence"))
    }

    /// A cell of two lines stays one where another cell of its row is corrected.
    @Test func aLineBreakInACell() throws {
        let document = """
            # Incident Postmortem: P

            ## Timeline of Events

            ### Discovery Phase

            | Time | Event | Action Taken | Actor |
            |---|---|---|---|
            | 14:02 | first line<br>second line | - | Ann |

            """
        var talk = try conversation(document)
        talk.type(":goto timeline.discovery")
        talk.type(":row 1")
        #expect(talk.prompt?.prefill == "14:02 | first line<br>second line | - | Ann")
        talk.type("14:02 | first line<br>second line | - | Bob")
        #expect(talk.document == document.replacing("Ann", with: "Bob"))
    }

    /// An end of the whys is proposed as a factor; where factors are there, Enter adds none.
    @Test func anAnsweredListOfFactors() throws {
        var talk = try conversation(
            Repository.text("Samples/2026-05-17-seed-freezers.md"))
        let before = talk.document
        talk.type(":goto root-cause.factors")
        #expect(talk.lines.contains { $0.contains("Enter leaves the list as it is") })
        talk.type("")
        #expect(talk.document == before)
        talk.type(":goto root-cause.factors")
        talk.type("y")
        #expect(talk.document != before)
    }
}
