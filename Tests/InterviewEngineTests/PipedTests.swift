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
