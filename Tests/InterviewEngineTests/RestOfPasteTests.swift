import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// Three rows are pasted: the first holds `bad`, which is a finding, and the second has too many cells.
@Suite("The rest of a paste") struct RestOfPasteTests {
    private static let rest = "10:10 | a | b | c | d | e | f\n10:20 | x | y | z"

    private func pasted() throws -> Conversation {
        var talk = Conversation(
            .blank(try TestGuides.standard()),
            reviewer: .finding("bad"))
        talk.type(":goto timeline")
        talk.paste("10:00 | a bad thing | b | c\n" + Self.rest)
        return talk
    }

    @Test func waitsUntilTheRowSpokenOfIsMended() throws {
        var talk = try pasted()
        talk.type("e")
        #expect(talk.prompt?.prefill == "10:00 | a bad thing | b | c")
        talk.type("10:00 | a good thing | b | c")
        #expect(talk.prompt?.prefill == Self.rest)
        talk.paste(Self.rest.replacing(" | d | e | f", with: ""))
        #expect(
            talk.answer("timeline.discovery")
                == .table([
                    TableRecord(["10:00", "a good thing", "b", "c"]), TableRecord(["10:10", "a", "b", "c"]),
                    TableRecord(["10:20", "x", "y", "z"]),
                ]))
    }

    @Test func staysWhereALineWithoutWordsIsGivenUp() throws {
        var talk = try pasted()
        talk.give(.interrupted(hadText: false))
        talk.type("")
        #expect(talk.prompt?.prefill == Self.rest)
        #expect(talk.session.leftOver == nil)
    }

    @Test func waitsAtItsOwnQuestion() throws {
        var talk = try pasted()
        talk.type(":goto summary")
        #expect(talk.prompt?.prefill == "")
        talk.type(":goto timeline")
        #expect(talk.prompt?.prefill == Self.rest)
    }

    @Test func isGivenUpWithItsLine() throws {
        var talk = try pasted()
        talk.type("")
        talk.give(.interrupted(hadText: true))
        #expect(talk.prompt?.prefill == "")
        talk.type("10:05 | d | e | f")
        #expect(talk.prompt?.prefill == "")
    }

    /// The first row is in no document, so all three lines are back.
    @Test func comesBackOnceWhereNothingCouldBeTaken() throws {
        var talk = try pasted()
        talk.type("")
        talk.paste("10:02 | d | e | f\n" + Self.rest)
        #expect(talk.prompt?.prefill == Self.rest)
        #expect(talk.prompt?.isReturned == true)
        #expect(talk.prompt?.isBlock == true)
    }

    @Test func isThereInTheNextSession() throws {
        let talk = try pasted()
        let rest = try #require(talk.session.leftOver)
        var session = InterviewSession(
            guide: talk.session.guide, postmortem: talk.session.postmortem, now: Conversation.now)
        let outputs = session.start(rest: rest)
        guard case .ask(let prompt)? = outputs.last else { return #expect(Bool(false), "nothing is asked") }
        #expect(prompt.label == "Discovery Phase 2")
        #expect(prompt.prefill == Self.rest)
    }
}
