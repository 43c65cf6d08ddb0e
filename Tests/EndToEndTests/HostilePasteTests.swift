import Glibc
import TestSupport
import Testing

@Suite("A paste cannot type") struct HostilePasteTests {
    private func atSummary() throws -> TerminalInterview {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        return talk
    }

    /// An end mark inside the text makes the rest look typed: it came without a pause, so it is text all the same.
    @Test(arguments: [
        "\r:quit\r", "\u{4}", "\u{3}:quit\r", "\n:quit\n", "\u{1B}\r:quit\r", "\u{18}\u{5}", "\u{1A}",
    ])
    func byAnEndMarkInside(_ attack: String) throws {
        let talk = try atSummary()
        talk.send(.paste("one\u{1B}[201~\(attack)two"))
        try talk.terminal.expect("two")
        usleep(100_000)
        #expect(!talk.document.contains("\none"), "nothing is submitted")
        talk.send(.enter)
        try talk.wait(for: "both parts in one answer") { $0.contains("\none") && $0.contains("two") }
        talk.send(.control("c"), .control("c"))
        #expect(try talk.terminal.waitForExit() == 130)
    }

    /// The attack may lie behind more text than one read takes.
    @Test func byAnEndMarkBehindMuchText() throws {
        let talk = try atSummary()
        let line = String(repeating: "x", count: 79) + "\n"
        talk.send(.paste("\u{1B}[201~" + String(repeating: line, count: 70) + ":quit\r:quit\rend"))
        try talk.terminal.expect("end")
        usleep(200_000)
        #expect(!talk.document.contains("xxx"))
        talk.send(.enter)
        try talk.wait(for: "the answer") { $0.contains("\n:quit\n:quit\nend\n") }
    }

    @Test func byAnEnterInTheSameBurst() throws {
        let talk = try atSummary()
        talk.type(Key.paste("one\ntwo").bytes + "\r")
        try talk.terminal.expect("two")
        usleep(100_000)
        #expect(!talk.document.contains("two"))
        talk.type("three\r")
        try talk.wait(for: "the answer") { $0.contains("\none\ntwo\nthree\n") }
    }

    @Test func tallerThanTheScreenIsOneTokenThatExpands() throws {
        let talk = try atSummary()
        let lines = (1...60).map { "line \($0)" }.joined(separator: "\n")
        talk.type("Before: ")
        talk.send(.paste(lines))
        try talk.terminal.expect("Before: [paste 1: 60 lines]")
        usleep(150_000)
        talk.type(" after\r")
        try talk.wait(for: "the whole text") {
            $0.contains("\nBefore: line 1\nline 2\n") && $0.contains("\nline 60 after\n")
        }
    }

    @Test(arguments: [
        (String(repeating: "long ", count: 500), "[paste 1: 1 line]"),
        (String(repeating: "line\n", count: 60), "[paste 1: 60 lines]"),
    ])
    func aTokenCountsLines(_ text: String, _ token: String) throws {
        let talk = try atSummary()
        talk.send(.paste(text))
        try talk.terminal.expect(token)
    }

    /// What was pasted is in the draft as text, not as a token.
    @Test func aTokenIsWholeInTheDraft() throws {
        let talk = try atSummary()
        talk.send(.paste((1...60).map { "line \($0)" }.joined(separator: "\n")))
        try talk.terminal.expect("[paste 1: 60 lines]")
        usleep(1_000_000)
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.expect("line 60")
        talk.send(.enter)
        try talk.wait(for: "the whole text") {
            $0.contains("\nline 1\nline 2\n") && $0.contains("\nline 60\n")
        }
    }

    /// In vi's command mode every letter is a command, and `v` starts an editor.
    @Test func byLettersInViCommandMode() throws {
        let folder = try TemporaryFolder()
        let talk = try TerminalInterview(
            environment: ["EDITOR": "touch '\(folder["ran"])'; true", "VISUAL": ""], editrc: "bind -v\n")
        try talk.terminal.prompt("Title ›")
        talk.type("abc def")
        talk.send(.escape)
        usleep(150_000)
        talk.send(.paste("p\u{1B}[201~vddxé"))
        try talk.terminal.expect("pvddxé")
        usleep(150_000)
        try talk.answer("", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: abc depvddxéf\n"))
        #expect(folder.names == [])
    }

    @Test func byErasingWhatWasTypedBefore() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("important ")
        talk.send(.paste("p\u{1B}[201~" + String(repeating: "\u{7F}", count: 15) + "gone"))
        try talk.terminal.expect("important pgone")
        usleep(150_000)
        try talk.answer("", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: important pgone\n"))
    }

    /// A paste whose end mark is lost takes no key longer than a silence.
    @Test func byHavingNoEnd() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("\u{1B}[200~abc")
        try talk.terminal.prompt("Title ›", "abc")
        try talk.answer("def", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: abcdef\n"))
    }

    /// What was thought to have ended goes on: more than a hand types at once, and the end mark.
    @Test func byASilenceInItsMiddle() throws {
        let talk = try atSummary()
        talk.type("\u{1B}[200~abc")
        try talk.terminal.prompt("Quick summary ›", "abc")
        talk.type("\r:quit\rand more of it\u{1B}[201~")
        try talk.terminal.expect("and more of it")
        usleep(150_000)
        #expect(!talk.document.contains("abc"))
        talk.send(.enter)
        try talk.wait(for: "one answer") { $0.contains("\nabc\n:quit\nand more of it\n") }
    }

    @Test(arguments: [[], ["--plain"]]) func butASignalEndsItInTheMiddle(_ arguments: [String]) throws {
        let talk = try TerminalInterview(arguments: arguments)
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine.hasPrefix("Title") && $0.bracketedPaste }
        talk.type("abc")
        try talk.terminal.expect("abc")
        talk.type("\u{1B}[200~def")
        kill(talk.terminal.pid, SIGTERM)
        #expect(try talk.terminal.waitForExit() == 143)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "abc")
    }
}
