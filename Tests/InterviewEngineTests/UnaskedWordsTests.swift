import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Words typed while the program asks something of its own") struct UnaskedWordsTests {
    /// The room goes on talking while a finding is on the screen.
    @Test func comeBackOnTheNextLine() throws {
        var talk = Conversation(
            .blank(try TestGuides.standard()),
            reviewer: .finding("bad"))
        talk.type(":goto successes")
        talk.type("A bad day: it ended")
        #expect(talk.lines.contains("! bad: Not good."))
        talk.type("The pager: it rang within a minute")
        #expect(talk.prompt?.label == "Successes 2")
        #expect(talk.prompt?.prefill == "The pager: it rang within a minute")
        talk.type("The pager: it rang within a minute")
        #expect(
            talk.answer("successes.items")
                == .list(["A bad day: it ended", "The pager: it rang within a minute"]))
    }

    @Test func areSpokenOfAtTheEnd() throws {
        var talk = Conversation(
            Postmortem(
                MarkdownDocument(Repository.text("Samples/2026-03-02-checkout-latency.md")),
                guide: try TestGuides.standard()))
        talk.type("We forgot to write that the vendor was told")
        #expect(talk.lines.contains { $0.contains("':note' or ':park' in front keeps it") })
        #expect(talk.farewell == nil)
        talk.type("")
        #expect(talk.farewell == .done)
    }

    /// A horizon by its words, and one that only begins like 'no'.
    @Test(arguments: [("1 month", true), ("next month", false), ("no", false)])
    func nameAHorizon(_ typed: String, _ isTaken: Bool) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys", "Gates stood still", ":goto five-whys.chain", "One key for all gates",
            "! Paint the gates red", ":goto actions",
        ] { talk.type(line) }
        try #require(talk.prompt?.label == "Horizon")
        let mark = talk.lines.count
        talk.type(typed)
        #expect(talk.said(since: mark).contains("Added to") == isTaken)
        #expect(talk.document.contains("(not taken up)") == (typed == "no"))
    }

    @Test func sayWhatIsNotOnDisk() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.failures = ["The disk is full."]
        talk.type("Only in memory")
        talk.give(.interrupted(hadText: false))
        #expect(!talk.said().contains("everything accepted is saved"))
        talk.type(":save")
        talk.give(.interrupted(hadText: false))
        #expect(talk.said().contains("everything accepted is saved"))
    }
}
