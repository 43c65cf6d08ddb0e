import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Through a pipe nobody can mend a line") struct PipedTests {
    /// Two blocks of code are nothing that one answer could take the place of.
    @Test func whatIsRefusedLeavesTheNextLineToTheNextQuestion() throws {
        let document = HandWritten.text.replacing(
            "The rest is on the log server.\n", with: "\n```\nanother block\n```\n")
        var talk = Conversation(
            Postmortem(MarkdownDocument(document), guide: try TestGuides.standard()), isPiped: true)
        talk.type(":goto logs")
        let mark = talk.lines.count
        talk.type("a line of the log")
        #expect(talk.document == document)
        #expect(talk.lines[mark + 1].hasPrefix("Log lines: What stands here is in a form of its own"))
        #expect(talk.lines[mark + 1].hasSuffix("This line was passed over."))
        #expect(talk.prompt?.label != "Log lines")
        #expect(talk.session.linesPassedOver == 1)
    }

    /// Behind the last question a command does what it does anywhere, and words have no place.
    @Test func linesBehindTheLastQuestionAreTakenOrCounted() throws {
        var talk = Conversation(
            try Samples.postmortem("2026-03-02-checkout-latency"), isPiped: true)
        for line in [":note The flag was new to all", "", "words", ":goto quick-summary", "It was slow."] {
            talk.type(line)
        }
        #expect(talk.document.contains("The flag was new to all"))
        #expect(talk.said().contains("so 'words' is written nowhere"))
        #expect(talk.session.linesPassedOver == 1)
        #expect(talk.answer("quick-summary.text") == .text("It was slow."))
        #expect(talk.farewell == nil)
        talk.give(.endOfInput)
        #expect(talk.farewell == .done)
    }

    /// What a file holds behind a row that cannot be taken is nowhere, and is counted.
    @Test(arguments: [
        (["10:00 | alert | paged | Ana", "10:05 | too | many | cells | here", "10:10 | calm | - | Ana"], 2),
        (["10:05 | too | many | cells | here", "", "10:10 | calm | - | Ana"], 2),
        (["10:05 | too | many | cells | here"], 1),
        (["10:00 | alert | paged | Ana", "10:10 | calm | - | Ana"], 0),
    ]) func linesOfAFileThatAreLeftOutAreCounted(_ lines: [String], _ lost: Int) throws {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: true)
        talk.type(":goto timeline.discovery")
        talk.type(":read log.txt")
        let mark = talk.lines.count
        talk.paste(lines.joined(separator: "\n"))
        #expect(talk.session.linesPassedOver == lost)
        let said = talk.said(since: mark + lines.count)
        #expect(said.contains("left out") || said.contains("passed over") == (lost > 0), "\(said)")
        #expect(talk.prompt?.prefill == "")
    }

    /// A table that somebody drew with fewer columns takes none of the rows.
    @Test func rowsThatTheDocumentRefusesAreCounted() throws {
        let blank = Postmortem.blank(try TestGuides.standard())
        let text = String(decoding: blank.document.bytes, as: UTF8.self)
        let table = try #require(text.firstRange(of: /\| Time .*\n\| -.*\n\| HH.*\n/))
        let document = text.replacingCharacters(
            in: table, with: "| Time | Event |\n| ---- | ----- |\n| 09:50 | calm |\n")
        var talk = Conversation(
            Postmortem(MarkdownDocument(document), guide: blank.guide), isPiped: true)
        talk.type(":goto timeline.discovery")
        talk.type(":read log.txt")
        talk.paste("10:00 | alert | paged | Ana\n10:05 | too | many | cells | here\n10:10 | calm | - | Ana")
        #expect(talk.document == document)
        #expect(talk.session.linesPassedOver == 3)
        #expect(talk.said().contains(" These 3 lines were passed over."), "\(talk.said())")
    }
}

@Suite("Lines from a pipe that came to nothing are counted") struct LostLinesTests {
    @Test(arguments: [
        "10:00 | a | b | c | d | e", ":timeline nonsense", ":action", ":zzz text", ":drop 7", ":goto nowhere",
    ]) func each(_ line: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: true)
        talk.type(":goto timeline")
        talk.type(line)
        #expect(talk.session.linesPassedOver == 1)
    }

    @Test(arguments: ["10:00 | a | b | c", ":note something", ":help", "", ":show"])
    func andNoOthers(_ line: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: true)
        talk.type(":goto timeline")
        talk.type(line)
        #expect(talk.session.linesPassedOver == 0)
    }
}
