import Glibc
import TestSupport
import Testing

@Suite("What is taller than the screen says how to leave it") struct PagerTests {
    private static let hint = "q goes back, the space bar shows more"

    private func list(_ environment: [String: String]) throws -> TerminalInterview {
        let talk = try TerminalInterview(guide: "standard", environment: environment, rows: 20)
        try talk.terminal.prompt("Title ›")
        talk.type(":list\r")
        return talk
    }

    @Test(arguments: ["-Ps", "-Pm", "-PM"]) func inEachOfThePromptsOfLess(_ prompt: String) throws {
        let talk = try list(["PAGER": "sh -c 'printf \"%s\" \"$LESS\"; cat > /dev/null'"])
        try talk.terminal.wait(for: "the settings") { screen in
            let text = screen.lines.joined()
            return text.contains(prompt) && text.contains(Self.hint) && text.contains("FIRX")
        }
    }

    @Test func aPersonsOwnSettingsWin() throws {
        let talk = try list([
            "PAGER": "sh -c 'printf \"%s\" \"$LESS\"; cat > /dev/null'", "LESS": "-M -PMmine$",
        ])
        try talk.terminal.wait(for: "the settings") { $0.lines.joined().contains("$-M -PMmine$") }
    }

    @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0)) func andLessShowsIt() throws {
        let talk = try list(["PAGER": "less"])
        try talk.terminal.expect(Self.hint)
        talk.type("q")
        try talk.terminal.prompt("Title ›")
    }

    /// Whoever goes on typing is not talking to less.
    @Test(
        .enabled(if: access("/usr/bin/less", X_OK) == 0),
        arguments: ["One was lost", "14 wards", "- a", "Änderung"])
    func wordsTypedUnderLessAreForTheLine(_ words: String) throws {
        let talk = try list(["PAGER": "less"])
        try talk.terminal.expect(Self.hint)
        talk.type(words + "\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: \(words)\n"))
    }

    /// Here a pager that takes one key, in a terminal that makes a line feed of Enter, as under less.
    @Test func enterTypedUnderItIsEnter() throws {
        let talk = try list(["PAGER": "echo PAGER IS OPEN; head -c 1 < /dev/tty > /dev/null; exit 0;"])
        try talk.terminal.expect("PAGER IS OPEN")
        talk.type("qTyped ahead\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: Typed ahead\n"))
    }

    @Test func itStandsBackForWhatIsTypedAlready() throws {
        let talk = try TerminalInterview(
            guide: "standard", environment: ["PAGER": "echo PAGER IS OPEN; exec sleep 300"], rows: 20)
        try talk.terminal.prompt("Title ›")
        talk.type(":list\rTyped ahead\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: Typed ahead\n"))
    }

    /// The pager has the terminal; what is pressed or sent there is not meant for the line that comes after.
    @Test func controlCInItIsNotForTheInterview() throws {
        let talk = try list(["PAGER": "trap '' INT; echo PAGER IS OPEN; sleep 1; exit 0;"])
        try talk.terminal.expect("PAGER IS OPEN")
        talk.send(.control("c"), .control("c"), .control("c"))
        try talk.terminal.prompt("Title ›")
        try talk.answer("Still here", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: Still here\n"))
    }

    /// The signal may come while the pager starts, and the pager may not heed it.
    @Test(arguments: [
        "kill -TERM $PPID; exec sleep 300;", "trap '' TERM; kill -TERM $PPID; sleep 300 & wait;",
    ])
    func aSignalEndsItWheneverItComes(_ pager: String) throws {
        let talk = try list(["PAGER": pager])
        #expect(try talk.terminal.waitForExit() == 143)
        #expect(talk.folder.names.filter { $0.hasSuffix("lock") } == [])
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalEndsItWithTheInterview(_ signal: Int32) throws {
        let talk = try list(["PAGER": "echo PAGER IS OPEN; exec sleep 300"])
        try talk.terminal.expect("PAGER IS OPEN")
        usleep(200_000)
        kill(talk.terminal.pid, signal)
        #expect(try talk.terminal.waitForExit() == 128 + signal)
        #expect(talk.folder.names.filter { $0.hasSuffix("lock") } == [])
    }
}
