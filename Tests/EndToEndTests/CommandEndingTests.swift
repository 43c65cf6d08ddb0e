import Foundation
import TestSupport
import Testing

@Suite("The exit status and the one sentence say what happened") struct CommandEndingTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        folder.write("version: \"1\"\nguide: short\nanswers: {}\n", to: "a.yml")
        #expect(try Program.run(["new", "day.md", "--answers", "a.yml"], in: folder.path).status == 0)
        return folder
    }

    private func shell(_ line: String, in folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(
            ["-c", line.replacing("debrief", with: "'\(Program.debrief)'")], in: folder.path,
            executable: "/bin/bash")
    }

    @Test(arguments: [
        "status day.md", "status day.md --format json", "export day.md --to json", "guides", "rules",
        "review day.md --format json", "check day.md",
    ]) func aFullDiskBehindAPipeIsTold(_ command: String) throws {
        let run = try shell("debrief \(command) >/dev/full", in: folder())
        #expect(run.status == 74)
        #expect(
            run.errors.contains("Standard output could not be written: no space left on device."),
            "\(run.errors)")
    }

    /// A reader that has seen enough is no failure.
    @Test func aClosedPipeIsNot() throws {
        let run = try shell("debrief rules | true; echo ${PIPESTATUS[0]}", in: folder())
        #expect(run.output == "0\n")
        #expect(run.errors == "")
    }

    @Test func anUnknownGuideOfADocumentIsTheDocumentsMatter() throws {
        let folder = try folder()
        folder.write(
            folder.text("day.md").replacing("debrief:guide short", with: "debrief:guide nope"), to: "day.md")
        for command in [["status", "day.md"], ["day.md", "--no-input"]] {
            let run = try Program.run(command, in: folder.path)
            #expect(run.status == 65)
            #expect(
                run.errors
                    == "debrief: 'day.md' names the guide 'nope', which is not among those known here (standard, short); '--guide NAME' says which to follow.\n"
            )
        }
        #expect(try Program.run(["status", "day.md", "--guide", "short"], in: folder.path).status == 0)
    }

    @Test func aBrokenGuideOfOnesOwnIsToldByTheList() throws {
        let folder = try folder()
        folder.write("title: [\n", to: ".debrief/own.yml")
        let run = try Program.run(["guides"], in: folder.path)
        #expect(run.status == 65)
        #expect(run.output.contains("own  cannot be used:"))
        #expect(run.output.contains("standard  "))
    }

    @Test func whatAnArgumentHoldsIsShownAndSteersNothing() throws {
        let folder = try folder()
        for arguments in [
            ["status", "day.md", "b\u{1B}[31m"], ["--today", "\u{1B}]0;x\u{7}"], ["--b\u{1B}c"],
        ] {
            let run = try Program.run(arguments, in: folder.path)
            #expect(run.status == 64)
            #expect(!run.errors.contains("\u{1B}") && run.errors.contains("^["), "\(run.errors)")
        }
        let help = try Program.run(["--help"], in: folder.path)
        #expect(help.status == 0 && help.output.contains("USAGE: debrief [FILE]"))
    }

    @Test func aGuidesQuestionIsShownAndSteersNothing() throws {
        let folder = try folder()
        let own = Repository.text("Prompts/short.yml").replacing(
            "ask: What happened, in one line?", with: "ask: \"What \\e[31mhappened?\"")
        folder.write(own, to: ".debrief/own.yml")
        let run = try Program.run(["day.md", "--no-input", "--guide", "own"], in: folder.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("What ^[[31mhappened?"), "\(run.errors)")
    }

    @Test func answersFromAPipeHaveALimit() throws {
        let folder = try folder()
        let run = try Program.run(
            ["new", "n.md", "--answers", "-"], in: folder.path,
            input: String(repeating: "# nothing\n", count: 600_000))
        #expect(run.status == 65)
        #expect(run.errors.contains("Standard input holds more than"), "\(run.errors)")
        #expect(!folder.names.contains("n.md"))
    }

    @Test func aNewDocumentIsAskedForOnPlainLines() throws {
        let folder = try TemporaryFolder()
        let terminal = try PtySession(
            Program.debrief, arguments: ["new", "day.md", "--plain"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try terminal.expect("Question 1 of ")
        // Pastes are asked to be marked; nothing is coloured or redrawn.
        let said = String(decoding: terminal.raw, as: UTF8.self).replacing(/\x{1B}\[\?2004[hl]/, with: "")
        #expect(!said.contains("\u{1B}"))
    }

    /// An editor that writes line ends of another kind, a byte of another encoding and a colour.
    @Test func whatAnEditorLeavesIsToldWhereItChanges() throws {
        let editor = #"sh -c 'printf "caf\351 \033[31mau lait\r\n" > "$0"'"#
        let talk = try TerminalInterview(environment: ["EDITOR": editor, "VISUAL": editor])
        try talk.terminal.prompt("Title ›")
        talk.type(":edit\r")
        try talk.terminal.expect("Some bytes were no UTF-8")
        try talk.terminal.expect("Some control characters")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: caf\u{FFFD} [31mau lait\n"))
    }

    /// The screen was the editor's, so a line or two say what came of it.
    @Test func whatComesFromAnEditorIsShown() throws {
        let editor = #"sh -c 'printf "one\ntwo\nthree\nfour\nfive\n" > "$0"'"#
        let talk = try TerminalInterview(
            guide: "standard", environment: ["EDITOR": editor, "VISUAL": editor])
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto successes", thenAsks: "Successes 1 ›")
        talk.type(":edit\r")
        try talk.terminal.prompt("Successes 6 ›")
        let shown = talk.terminal.screen.lines.map { $0.trimmingCharacters(in: .whitespaces) }
        let start = try #require(shown.firstIndex(of: "From the editor:"))
        #expect(
            Array(shown[start...].prefix(5)) == [
                "From the editor:", "one", "two", "three", "and 2 more lines",
            ])
    }

    @Test func whatIsNoTextStaysWhereTheEditorLeftIt() throws {
        let editor = #"sh -c 'printf "a\000b" > "$0"'"#
        let folder = try TemporaryFolder()
        let talk = try TerminalInterview(
            environment: ["EDITOR": editor, "VISUAL": editor, "TMPDIR": folder.path])
        try talk.terminal.prompt("Title ›")
        talk.type(":edit\r")
        try talk.terminal.expect("holds zero bytes")
        try talk.terminal.prompt("Title ›")
        #expect(folder.names.map { folder.text($0) } == ["a\u{0}b"])
        #expect(talk.document.contains("Incident Postmortem: [Title]\n"))
    }

    @Test(arguments: [false, true]) func anEditorThatIsNotThereIsNamed(_ isKey: Bool) throws {
        let talk = try TerminalInterview(
            environment: ["EDITOR": "no-such-editor", "VISUAL": "no-such-editor"])
        try talk.terminal.prompt("Title ›")
        talk.type("words")
        if isKey {
            talk.send(.control("x"), .control("e"))
        } else {
            talk.send(.control("u"))
            talk.type(":edit\r")
        }
        try talk.terminal.expect("The editor 'no-such-editor' could not be started")
        try talk.terminal.prompt("Title ›", isKey ? "words" : "")
    }
}
