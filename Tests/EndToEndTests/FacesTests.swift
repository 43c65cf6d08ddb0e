import TestSupport
import Testing

@Suite("Every terminal, and none") struct FacesTests {
    @Test(arguments: [["TERM": "dumb"], ["ACCESSIBLE": "1"]]) func plainTerminalsGetNoEscapes(
        _ environment: [String: String]
    ) throws {
        let talk = try TerminalInterview(environment: environment)
        try talk.terminal.expect("required: What happened, in one line?")
        talk.type("A title\r")
        try talk.terminal.expect("On which day did it begin?")
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(!talk.terminal.raw.contains(0x1B))
        #expect(talk.document.contains("Incident Postmortem: A title\n"))
    }

    @Test func plainOnRequestNumbersTheChoices() throws {
        let talk = try TerminalInterview(arguments: ["--plain"])
        try talk.terminal.expect("What happened, in one line?")
        talk.type(":goto summary.severity\r")
        try talk.terminal.expect("2 High")
        talk.type("2\r")
        try talk.terminal.expect("Where do things stand now?")
        #expect(talk.document.contains("| High "))
        #expect(!talk.terminal.raw.contains(0x1B))
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
        try talk.terminal.wait(for: "the preview") {
            $0.text.contains("End") || $0.text.contains("guide") || $0.text.contains("evil")
        }
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

    @Test func guidesBesideTheDocumentComeFirst() throws {
        let folder = try TemporaryFolder()
        let own = """
            name: ours
            title: Ours
            sections:
              - {id: document, form: title, prefix: Review, questions: [{id: title, label: Title, ask: What was it?}]}
            order:
              - {id: all, title: All, ask: [document]}

            """
        folder.write(own, to: "team/.debrief/ours.yml")
        folder.write("version: \"1\"\nguide: ours\nanswers: {document: {title: Slow}}\n", to: "a.yml")
        let made = try Program.run(["new", "team/day.md", "--answers", "a.yml"], in: folder.path)
        #expect(made.status == 0, "\(made.errors)")
        #expect(folder.text("team/day.md").hasPrefix("# Review: Slow\n"))
        let status = try Program.run(["status", "team/day.md"], in: folder.path)
        #expect(status.output.hasPrefix("team/day.md: 1 of 1 question answered, guide 'ours'"))
        let elsewhere = try Program.run(["guides"], in: folder.path)
        #expect(!elsewhere.output.contains("ours"))
    }
}
