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
}
