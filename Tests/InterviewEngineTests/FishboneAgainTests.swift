import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A fishbone that is gone through again") struct FishboneAgainTests {
    /// The factors stand in the drawing under their labels, in words of their own.
    @Test func asksForNoFactorTwice() throws {
        var talk = Conversation(
            Postmortem(
                MarkdownDocument(Repository.text("Samples/2026-03-02-checkout-latency.md")),
                guide: try TestGuides.standard()))
        let mark = talk.lines.count
        talk.type(":goto fishbone")
        #expect(!talk.said(since: mark).contains("Where does this factor belong?"))
    }

    @Test func goesBackToAGroupThatIsThere() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto fishbone")
        for _ in 0..<12 where talk.prompt?.label != "Group" { talk.type("") }
        #expect(talk.prompt?.label == "Group")
        talk.type("people")
        #expect(talk.prompt?.label == "People")
        talk.type("Two on duty")
        #expect(talk.document.contains("- Two on duty"))
    }
}
