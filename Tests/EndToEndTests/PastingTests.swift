import Glibc
import TestSupport
import Testing

@Suite("Pasted text is an answer and nothing else") struct PastingTests {
    /// The command was typed, and the paste is what it is about.
    @Test func behindATypedCommandItIsWhatTheCommandTakes() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type(":park ")
        try talk.paste("who owns the old list")
        talk.send(.enter)
        try talk.wait(for: "the parking lot") { $0.contains("- who owns the old list") }
        try talk.terminal.prompt("Title ›")
        talk.type(":park ")
        try talk.paste("one\ntwo\nthree")
        talk.send(.enter)
        try talk.terminal.expect("A command takes one line, and this has 3")
        #expect(!talk.document.contains("two"))
        #expect(talk.document.contains("Incident Postmortem: [Title]"))
    }

    @Test func ofManyLinesStaysOneAnswer() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        #expect(talk.terminal.screen.bracketedPaste)
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        try talk.paste("one\r\ntwo\n:quit\n\tthree — \u{1B}[31mx")
        #expect(!talk.document.contains("three"), "a paste does not submit")
        talk.send(.enter)
        try talk.terminal.expect("further up were passed over")
        #expect(talk.document.contains("\none\ntwo\n:quit\n"))
        #expect(talk.document.contains("three — [31mx"), "control characters stay out")
    }

    @Test func inAListBecomesItems() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto technical-lessons", thenAsks: "Technical lessons 1 ›")
        try talk.paste("- one: a\n- two: b\n- three: c")
        talk.send(.enter)
        try talk.terminal.prompt("Technical lessons 4 ›")
        #expect(talk.document.contains("1. **one:** a\n2. **two:** b\n3. **three:** c\n"))
    }

    /// Marks that turn the reading direction are seen on the line, and are in the answer what they were.
    @Test func thatHidesSomethingIsSpeltOut() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("\\u{202d} is typed, ")
        try talk.paste("gnp\u{202E}.exe end")
        try talk.terminal.prompt("Title ›", "\\u{202d} is typed, gnp\\u{202e}.exe end")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        let title = "Incident Postmortem: \\u{202d} is typed, gnp\u{202E}.exe end\n"
        #expect(talk.document.contains(title))
        try talk.answer(":back", thenAsks: "Title ›")
        try talk.terminal.expect("Title › \\u{202d} is typed, gnp\\u{202e}.exe end")
        talk.type("ing\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains(title.replacing(" end\n", with: " ending\n")))
    }

    /// A title that was pasted and accepted, brought back with Up on an empty line.
    private func recalling(_ title: String) throws -> TerminalInterview {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.paste(title)
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        try talk.answer(":back", thenAsks: "Title ›")
        talk.send(.control("c"))
        try talk.terminal.expect("Line given up")
        talk.send(.up)
        talk.send(.up)
        return talk
    }

    @Test func thatHidesSomethingIsSpeltOutByUpToo() throws {
        let talk = try recalling("gnp\u{202E}.exe end")
        try talk.terminal.prompt("Title ›", "gnp\\u{202e}.exe end")
        talk.type("ing\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("gnp\u{202E}.exe ending\n"))
    }

    @Test func ofACommandIsNotRun() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.paste(":quit")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: :quit\n"))
    }

    /// What Up brings back is what was pasted, and no command by now.
    @Test func ofACommandIsNotRunFromHistoryEither() throws {
        let talk = try recalling(":quit")
        try talk.terminal.prompt("Title ›", "::quit")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: :quit\n"))
    }

    /// Two rows of three were refused: they are back in the next session, on their own line.
    @Test(arguments: [SIGKILL, SIGTERM]) func whoseRestWaitsOutlivesTheSession(_ signal: Int32) throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto timeline", thenAsks: "Discovery Phase 1 ›")
        try talk.paste("10:00 | a | b | c\n10:10 | a | b | c | d | e\n10:20 | x | y | z")
        talk.send(.enter)
        try talk.terminal.expect("2 lines from there on")
        try talk.terminal.expect("Discovery Phase 2 › 10:10")
        kill(talk.terminal.pid, signal)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.expect("Discovery Phase 2 › 10:10 | a | b | c | d | e")
        try talk.terminal.expect("10:20 | x | y | z")
    }
}
