import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A line that came back") struct ReturnedLinesTests {
    private func begin(at question: String = "") throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        if !question.isEmpty { talk.type(":goto \(question)") }
        return talk
    }

    @Test func aPasteStaysOneAtTheSecondEnter() throws {
        var talk = try begin(at: "summary.start")
        talk.paste(":quit")
        #expect(talk.prompt?.prefill == ":quit")
        talk.type(":quit")
        #expect(talk.farewell == nil)
        #expect(talk.document.contains(":quit"))
    }

    @Test func wordsTypedThereAreACommandStill() throws {
        var talk = try begin(at: "summary.start")
        talk.paste(":quit")
        talk.type(":help quit")
        talk.type(":quit")
        #expect(talk.farewell == .quit)
    }

    @Test(arguments: [":note remember this", ":park another day", ":timeline 10:10 something between"])
    func staysThroughACapture(_ command: String) throws {
        var talk = try begin(at: "summary.start")
        talk.type("half past nothing really")
        #expect(talk.prompt?.prefill == "half past nothing really")
        talk.type("half past nothing really" + command)
        #expect(talk.prompt?.prefill == "half past nothing really")
        talk.type("half past nothing really")
        #expect(talk.document.contains("half past nothing really"))
    }

    @Test func isNotGivenToAnotherQuestion() throws {
        var talk = try begin(at: "summary.start")
        talk.type("half past nothing really")
        talk.type("half past nothing really:unknown Ana")
        #expect(talk.prompt?.prefill == "")
    }

    @Test func aLineBehindAFilledOneIsNoCommandOfManyLines() throws {
        var talk = try begin()
        talk.type("Title one")
        talk.type(":back")
        talk.type("Title one:note first\nsecond")
        #expect(talk.answer("document.title") == .text("Title one:note first second"))
    }

    /// `cache` goes on with `:clear`, and both together are words.
    @Test(arguments: [":clear", ":unknown", ":na"])
    func whatReplacesTheAnswerIsAskedFor(_ command: String) throws {
        var talk = try begin(at: "user-impact.users")
        talk.type("artisan cache")
        talk.type(":back")
        talk.type("artisan cache" + command)
        #expect(talk.answer("user-impact.users") == .text("artisan cache"))
        talk.type("a")
        #expect(talk.answer("user-impact.users") == .text("artisan cache" + command))
    }

    @Test func theWarningComesAgainAfterALineWasGivenUp() throws {
        var talk = try begin()
        talk.give(.interrupted(hadText: false))
        talk.give(.interrupted(hadText: true))
        talk.give(.interrupted(hadText: false))
        #expect(talk.farewell == nil)
        talk.give(.interrupted(hadText: false))
        #expect(talk.farewell == .interrupted)
    }

    @Test func aLineLeftAsItStoodGivesWayToTheirs() throws {
        var talk = try begin()
        talk.type("Old title")
        talk.type(":back")
        let theirs = talk.document.replacing("Old title", with: "Their better title")
        talk.give(.documentChanged(MarkdownDocument(Array(theirs.utf8))))
        let mark = talk.lines.count
        talk.type("Old title")
        #expect(!talk.said(since: mark).contains("Yours"))
        #expect(talk.said(since: mark).contains("theirs: Their better title"))
        #expect(talk.prompt?.prefill == "Their better title")
        talk.type("Their better title")
        #expect(talk.answer("document.title") == .text("Their better title"))
    }
}
