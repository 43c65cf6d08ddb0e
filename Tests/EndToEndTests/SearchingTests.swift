import Glibc
import TestSupport
import Testing

@Suite("Keys that end a search by Ctrl-R") struct SearchingTests {
    /// At the date, with a search for the title that was given.
    private func searching() throws -> TerminalInterview {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("zebra crossing", thenAsks: "Date ›")
        talk.type("2026")
        talk.send(.control("r"))
        talk.type("zeb")
        try talk.terminal.expect("search: zeb▏ zebra crossing")
        return talk
    }

    @Test(arguments: [
        (Key.left, "zebra crossinX|g"), (.home, "X|zebra crossing"), (.control("a"), "X|zebra crossing"),
        (.enter, "zebra crossingX|"), (.control("h"), "search: zeX|"), (.escape, "2026X|"),
        (.control("g"), "2026X|"),
        (.control("c"), "2026X|"), (.text("\u{1B}[15~"), "search: zebX|"),
        (.text("\u{1B}[1;5D"), "zebra X|crossing"),
        (.text("\u{1B}OM"), "zebra crossingX|"), (.text("\u{1B}b"), "zebra X|crossing"),
    ]) func doWhatTheyDoOnALine(_ key: Key, _ line: String) throws {
        let talk = try searching()
        talk.send(key)
        usleep(100_000)
        talk.type("X|")
        try talk.terminal.prompt("Date ›", line)
    }

    /// What is pasted goes to what was found, or to the line as it was.
    @Test func aPasteIsText() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("Before: ")
        talk.send(.control("r"))
        try talk.terminal.expect("search:")
        try talk.paste("evil title\r:quit\rand more")
        #expect(!talk.document.contains("evil"), "a paste does not submit")
        talk.send(.enter)
        try talk.wait(for: "one answer") { $0.contains("\nBefore: evil title\n:quit\nand more\n") }
        talk.send(.control("c"), .control("c"))
        #expect(try talk.terminal.waitForExit() == 130)
    }

    @Test func aSignalKeepsTheLineAsItWas() throws {
        let talk = try searching()
        kill(talk.terminal.pid, SIGTERM)
        #expect(try talk.terminal.waitForExit() == 143)
        try talk.reopen()
        try talk.terminal.prompt("Date ›", "2026")
        #expect(!talk.terminal.screen.text.contains("search:"))
    }
}
