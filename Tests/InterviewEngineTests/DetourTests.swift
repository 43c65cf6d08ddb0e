import Forms
import InterviewEngine
import Postmortems
import TestSupport
import Testing

/// Every `bad` is a finding; a capture may bring one up while something else is going on.
@Suite("Between two questions") struct DetourTests {
    private func begin() throws -> Conversation {
        Conversation(
            .blank(try TestGuides.standard()),
            reviewer: .finding("bad"))
    }

    /// A note that is spoken of comes between a finding and its decision; the decision is still asked for.
    @Test func aNoteDoesNotTakeTheDecisionAway() throws {
        var talk = try begin()
        talk.type("A bad title")
        talk.type(":note one more bad thing")
        #expect(talk.lines.contains("! bad: Not good."))
        let mark = talk.lines.count
        talk.type("")
        #expect(talk.said(since: mark) == "> \n! bad: Not good.\ne edit, k keep, p park, Enter goes on:")
        talk.type("k")
        talk.type("as it was said")
        #expect(talk.document.contains("A bad title <!-- debrief:keep omission as it was said -->\n"))
        #expect(talk.prompt?.label == "Date")
    }

    @Test func rewordingANoteLeadsBackToTheQuestion() throws {
        var talk = try begin()
        talk.type("A title")
        talk.type(":note a bad thing")
        talk.type("e")
        #expect(talk.prompt?.prefill == "a bad thing")
        talk.type("a good thing")
        #expect(talk.document.contains("a good thing"))
        #expect(talk.prompt?.label == "Date")
        talk.type("2026-03-02")
        #expect(talk.prompt?.label == "Time (Start)")
    }

    @Test func rewordingANoteLeadsBackToTheDecision() throws {
        var talk = try begin()
        talk.type("A bad title")
        talk.type(":note one more bad thing")
        talk.type("e")
        talk.type("one more good thing")
        #expect(talk.prompt?.label == "e edit, k keep, p park, Enter goes on")
        talk.type("e")
        #expect(talk.prompt?.prefill == "A bad title")
    }

    /// Half a row is typed when a note comes up, and is still there after it.
    @Test func halfARowWaitsForTheNote() throws {
        var talk = try begin()
        talk.type(":goto timeline")
        talk.type("14:05")
        talk.type("error rate rose")
        let prompt = talk.prompt?.label
        talk.type(":note a bad thing")
        talk.type("e")
        talk.type("a good thing")
        #expect(talk.prompt?.label == prompt)
        talk.type("opened the logs")
        talk.type("on-call")
        #expect(
            talk.answer("timeline.discovery")
                == .table([TableRecord(["14:05", "error rate rose", "opened the logs", "on-call"])]))
    }

    /// Keeping one finding does not bring back another in the same sentence that was passed.
    @Test func whatWasPassedStaysPassedBesideAComment() throws {
        var talk = try begin()
        talk.type("A bad and bad title")
        talk.type("")
        talk.type("k")
        talk.type("")
        #expect(talk.prompt?.label == "Date")
    }

    /// A longer row beside it makes the column wider, and the finding no other one.
    @Test func whatWasParkedIsNotToldAgainInAWiderTable() throws {
        var talk = Conversation(.blank(try TestGuides.standard()), reviewer: .finding("bad"))
        talk.type(":goto timeline.discovery")
        talk.type("10:10 | bad words | - | -")
        #expect(talk.prompt?.label.hasPrefix("e edit") == true)
        talk.type("p")
        #expect(talk.document.contains("Wording in Discovery Phase: `bad`"))
        talk.type("10:12 | a row that is much longer than the other one | - | -")
        #expect(talk.prompt?.label == "Discovery Phase 3", "\(talk.said())")
    }

    /// Words to look at again are no idea for a fix.
    @Test func parkedWordingIsNotOfferedAsAnAction() throws {
        var talk = Conversation(.blank(try TestGuides.standard()), reviewer: .finding("bad"))
        talk.type(":goto timeline.discovery")
        talk.type("10:10 | bad words | - | -")
        talk.type("p")
        talk.type(":goto actions.immediate")
        #expect(!talk.said().contains("In the parking lot"))
        #expect(talk.prompt?.label != "Horizon")
    }
}
