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
}
