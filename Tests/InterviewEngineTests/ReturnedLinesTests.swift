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
        var talk = try begin(at: "summary.duration")
        talk.paste(":quit")
        #expect(talk.prompt?.prefill == ":quit")
        talk.type(":quit")
        #expect(talk.farewell == nil)
        #expect(talk.document.contains(":quit"))
    }

    @Test func wordsTypedThereAreACommandStill() throws {
        var talk = try begin(at: "summary.duration")
        talk.paste(":quit")
        talk.type(":help quit")
        talk.type(":quit")
        #expect(talk.farewell == .quit)
    }

    @Test(arguments: [":note remember this", ":park another day", ":timeline 10:10 something between"])
    func staysThroughACapture(_ command: String) throws {
        var talk = try begin(at: "summary.duration")
        talk.type("nobody could say")
        #expect(talk.prompt?.prefill == "nobody could say")
        talk.type("nobody could say" + command)
        #expect(talk.prompt?.prefill == "nobody could say")
        talk.type("nobody could say")
        #expect(talk.document.contains("nobody could say"))
    }

    /// A room does not wait until a slip is mended.
    @Test func wordsTypedBehindAnUnknownCommandAreAnAnswer() throws {
        var talk = try begin(at: "technical-impact.services")
        talk.type(":where")
        #expect(talk.prompt?.prefill == ":where")
        talk.type(":whereInvoices: ran twice")
        #expect(talk.answer("technical-impact.services") == .list(["Invoices: ran twice"]))
        #expect(talk.said().contains("':where' is no command; what was typed behind it is taken by itself."))
        talk.type(":wher")
        talk.type(":wher summary")
        #expect(talk.prompt?.prefill == ":wher summary")
    }

    @Test func wordsGluedBehindARefusedCellAreAskedAbout() throws {
        var talk = try begin(at: "metrics.rows")
        talk.type("Double invoices | 0")
        let words = "some thousands or so"
        talk.type(words)
        guard talk.prompt?.prefill == words else { return #expect(Bool(false), "\(talk.said())") }
        talk.type(words + "Mailer sent them all")
        #expect(talk.said().contains("has no blank between what stood on the line and what was typed"))
        #expect(!talk.document.contains("Mailer"))
    }

    /// What is typed next without a look at the screen is not glued on.
    @Test(arguments: [
        ("summary.start", "half past nothing"), ("summary.date", "some day"),
        ("summary.severity", "enormous"),
    ]) func isTypedAnewWhereItIsShort(_ question: String, _ words: String) throws {
        var talk = try begin(at: question)
        talk.type(words)
        #expect(talk.prompt?.prefill == "")
        #expect(talk.answer(question) == nil)
        talk.type("")
        #expect(talk.answer(question) == nil)
        talk.type(":goto \(question)")
        for _ in 1...2 { talk.type(words) }
        #expect(talk.answer(question) == .text(words))
    }

    @Test func aPasteOfRowsIsToldWhereItBelongs() throws {
        var talk = try begin(at: "summary.date")
        let rows = "14:05 | the alert fires\n14:10 somebody looks"
        talk.paste(rows)
        #expect(talk.prompt?.prefill == rows)
        #expect(talk.lines.contains { $0.contains("rows of the timeline, which ':goto timeline' opens") })
    }

    /// Typed while the room talks, without a look at what came back: that gives way, so that the next row has the line.
    @Test(arguments: ["10:12 | drivers call | - | drivers", "+2m | drivers call | - | drivers"])
    func aRowTypedBehindItIsARowOfItsOwn(_ row: String) throws {
        var talk = try begin(at: "discovery")
        talk.type("10:10 | trams stop | - | -")
        let refused = "10:11 | a | b | c | d"
        talk.type(refused)
        #expect(talk.prompt?.prefill == refused)
        talk.type(refused + row)
        #expect(talk.document.contains("| 10:12 | drivers call"))
        #expect(talk.prompt?.prefill == "")
        #expect(talk.lines.contains("(within reach: \(refused))"))
        #expect(talk.said().contains("Up brings back '\(refused)', which stood on the line before it."))
    }

    @Test func aRowThatBeginsAsTheRefusedLineIsARow() throws {
        var talk = try begin(at: "discovery")
        talk.type("14:0")
        #expect(talk.prompt?.prefill == "14:0")
        talk.type("14:0" + "14:05 Restarted the pool")
        #expect(talk.document.contains("| 14:05 | Restarted the pool"), "\(talk.said())")
        #expect(!talk.said().contains("has no blank"))
    }

    /// A key that was meant for another question is no part of the row.
    @Test func aKeyGivesWayToTheRowTypedNext() throws {
        var talk = try begin(at: "discovery")
        talk.type("k")
        #expect(talk.prompt?.prefill == "")
        talk.type("10:12 | drivers call | - | drivers")
        #expect(talk.document.contains("| 10:12 | drivers call"))
    }

    /// What is typed behind the end of a row that came back is a part of it, whatever it looks like.
    @Test func aDateMendedAtTheEndOfAnActionIsNoRow() throws {
        var talk = try begin(at: "actions.immediate")
        let row = "Switch | Ann | 2026-03"
        talk.type(row)
        #expect(talk.prompt?.prefill == row)
        talk.type(row + "-03 | done")
        #expect(!talk.document.contains("| -03"))
        #expect(talk.document.contains("| Ann   | 2026-03-03 |"))
    }

    @Test func isNotGivenToAnotherQuestion() throws {
        var talk = try begin(at: "summary.duration")
        talk.type("nobody could say")
        talk.type("nobody could say:unknown Ana")
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
