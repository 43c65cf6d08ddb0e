import Foundation
import TestSupport
import Testing

@Suite("Every terminal, and none") struct FacesTests {
    /// What the program wrote but for the two sequences that ask a terminal to mark what is pasted.
    private func written(_ talk: TerminalInterview) -> String {
        String(decoding: talk.terminal.raw, as: UTF8.self)
            .replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
    }

    @Test func dumbTerminalsGetNoEscapes() throws {
        let talk = try TerminalInterview(environment: ["TERM": "dumb"])
        try talk.terminal.expect("essential: What happened, in one line?")
        talk.type("A title\r")
        try talk.terminal.expect("On which day did it begin?")
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(!talk.terminal.raw.contains(0x1B))
        #expect(talk.document.contains("Incident Postmortem: A title\n"))
    }

    @Test(arguments: [["ACCESSIBLE": "1"], ["ACCESSIBLE": "yes", "NO_COLOR": "1"]])
    func accessibleTerminalsGetNoneButForPastes(_ environment: [String: String]) throws {
        let talk = try TerminalInterview(environment: environment)
        try talk.terminal.expect("essential: What happened, in one line?")
        talk.type("A title\r")
        try talk.terminal.expect("On which day did it begin?")
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(!written(talk).contains("\u{1B}"))
        #expect(talk.document.contains("Incident Postmortem: A title\n"))
    }

    @Test func statusFitsTheTerminal() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["new", "a-rather-long-name.md"], in: folder.path).status == 0)
        let terminal = try PtySession(
            Program.debrief, arguments: ["status", "a-rather-long-name.md"],
            environment: ["HOME": folder.path], folder: folder.path, columns: 40, rows: 200)
        #expect(try terminal.waitForExit() == 0)
        let raw = String(decoding: terminal.raw, as: UTF8.self).replacing("\r\n", with: "\n")
        let lines = raw.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(2) == ["a-rather-long-name.md: 0 of 67", "  questions answered, guide 'standard'"])
        #expect(lines.allSatisfy { $0.count < 40 })
    }

    /// Lists keep their shape, and a line that is too long for it goes on below at a word.
    @Test(arguments: [[], ["--plain"]]) func longLinesBreakBetweenWords(_ arguments: [String]) throws {
        let talk = try TerminalInterview(arguments: arguments, columns: 40, rows: 60)
        try talk.terminal.expect("the cause comes later.")
        talk.type(":help\r")
        try talk.terminal.expect(":timeline")
        try talk.terminal.expect("'::word' writes")
        let shown = talk.terminal.screen.text
        let names = shown.matches(of: /:[a-z]+/).map { String($0.0) }
        for name in ["trace", "clear", "preview", "timeline", "coach", "quit"] {
            #expect(names.contains(":\(name)"), "\(shown)")
        }
        let blanks = String(repeating: " ", count: 16)
        #expect(shown.contains("  Moving        :back"), "\(shown)")
        #expect(shown.contains("\n\(blanks):goto"), "a row goes on below its first name: \(shown)")
    }

    @Test(arguments: [[:], ["ACCESSIBLE": "1"], ["TERM": "dumb"]]) func aFindingHasItsReasonAndAQuestion(
        _ environment: [String: String]
    ) throws {
        let talk = try TerminalInterview(environment: environment)
        try talk.terminal.expect("What happened, in one line?")
        talk.type("The team should have known\r")
        try talk.terminal.expect("e edit, k keep, p park, Enter goes on")
        let shown = talk.terminal.screen.text
        #expect(shown.contains("\u{201C}should have known\u{201D}"), "\(shown)")
        #expect(shown.contains("  Ask instead: What "), "\(shown)")
    }

    @Test func plainOnRequestNumbersTheChoices() throws {
        let talk = try TerminalInterview(arguments: ["--plain"])
        try talk.terminal.expect("What happened, in one line?")
        talk.type(":goto summary.severity\r")
        try talk.terminal.expect("2 High")
        talk.type("2\r")
        try talk.terminal.expect("Where do things stand now?")
        #expect(talk.document.contains("| High "))
        #expect(!written(talk).contains("\u{1B}"))
    }

    @Test func plainLinesDrawTablesInPlainCharacters() throws {
        let talk = try TerminalInterview()
        let run = try Program.run(
            [TerminalInterview.file], in: talk.folder.path, input: ":preview\n",
            environment: ["ACCESSIBLE": "1"])
        #expect(run.output.contains("-+-"))
        #expect(!run.output.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) })
    }

    /// Whole lines stay where they were read, so nothing needs to be said again.
    @Test func hintsAreGivenOnceWhereNothingIsRedrawn() throws {
        let folder = try TemporaryFolder()
        let hint = "The effect people felt, in plain words; the cause comes later."
        let run = try Program.run(
            ["new", "day.md"], in: folder.path, input: "Slow\n:back\n\n:back\n",
            environment: ["ACCESSIBLE": "1"])
        #expect(run.output.components(separatedBy: "What happened, in one line?").count == 4)
        #expect(run.output.components(separatedBy: hint).count == 2)
    }

    @Test func noColorMeansNoColor() throws {
        let talk = try TerminalInterview(environment: ["NO_COLOR": "1"])
        try talk.terminal.prompt("Title ›")
        #expect(
            String(decoding: talk.terminal.raw, as: UTF8.self).firstMatch(of: #/\u{1B}\[[0-9;]*m/#) == nil)
    }

    @Test func whatADocumentHoldsReachesTheTerminalVisibly() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.folder.write(
            talk.document.replacing("[Title]", with: "evil \u{1B}]0;owned\u{7} and \u{202E}reversed"),
            to: TerminalInterview.file)
        talk.type(":back\r")
        try talk.terminal.wait(for: "the change") { $0.text.contains("changed outside") }
        talk.type(":preview\r")
        // Its end stays on the screen, whenever one looks.
        try talk.terminal.wait(for: "the preview") { $0.text.contains("(Within 1 Month)") }
        let raw = String(decoding: talk.terminal.raw, as: UTF8.self)
        #expect(!raw.contains("\u{1B}]0;"))
        #expect(!raw.contains("\u{202E}"))
    }

    @Test func aPipeAnswersWithoutATerminal() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            ["new", "day.md", "--guide", "short"], in: folder.path,
            input: "Checkout was slow\n2026-03-02\n14:00\n15:00\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(!(run.output + run.errors).contains("\u{1B}"))
        #expect(folder.text("day.md").contains("Incident Postmortem: Checkout was slow\n"))
        #expect(folder.text("day.md").contains("| 1 hour "))
    }

    @Test func noInputListsWhatIsMissing() throws {
        let folder = try TemporaryFolder()
        _ = try Program.run(
            ["new", "day.md", "--guide", "short"], in: folder.path, input: "Checkout was slow\n")
        let before = folder.text("day.md")
        let run = try Program.run(["day.md", "--no-input"], in: folder.path)
        #expect(run.status == 1)
        #expect((run.output + run.errors).contains("summary.severity  How severe was it"))
        #expect(folder.text("day.md") == before)
    }
}
