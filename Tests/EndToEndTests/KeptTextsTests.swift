import Foundation
import TestSupport
import Testing

@Suite("Nothing that was written is lost or left unsaid") struct KeptTextsTests {
    private func made(_ folder: TemporaryFolder, _ name: String = "day.md") throws {
        folder.write("version: \"1\"\nguide: short\nanswers: {}\n", to: "a.yml")
        #expect(try Program.run(["new", name, "--answers", "a.yml"], in: folder.path).status == 0)
    }

    private func session(_ folder: TemporaryFolder, _ arguments: [String], in place: String? = nil) throws
        -> PtySession
    {
        try PtySession(
            Program.debrief, arguments: arguments,
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]],
            folder: place ?? folder.path, columns: 200, rows: 60)
    }

    // MARK: exports

    @Test(arguments: ["day.md", "./day.md", "link.md", "twin.md"]) func anExportSparesThePostmortem(
        _ output: String
    ) throws {
        let folder = try TemporaryFolder()
        try made(folder)
        symlink("day.md", folder["link.md"])
        link(folder["day.md"], folder["twin.md"])
        let before = folder.text("day.md")
        let run = try Program.run(["export", "day.md", "--to", "json", "-o", output], in: folder.path)
        #expect(run.status == 73)
        #expect(run.errors.contains("'\(output)' is the document 'day.md' itself"), "\(run.errors)")
        #expect(folder.text("day.md") == before)
    }

    @Test func anExportSparesWhatAnotherSessionHasOpen() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try made(talk.folder)
        let before = talk.document
        let run = try Program.run(
            ["export", "day.md", "--to", "json", "-o", TerminalInterview.file], in: talk.folder.path)
        #expect(run.status == 75)
        #expect(run.errors.contains("open in another session (process \(talk.terminal.pid) of "))
        #expect(talk.document == before)
    }

    @Test func aListOfFindingsSparesWhatIsReviewed() throws {
        let folder = try TemporaryFolder()
        try made(folder)
        let before = folder.text("day.md")
        for arguments in [["review", "day.md"], ["check", "."]] {
            let run = try Program.run(arguments + ["--write-baseline", "day.md"], in: folder.path)
            #expect(run.status == 73)
            #expect(run.errors.contains("'day.md' is the document 'day.md' itself"), "\(run.errors)")
        }
        #expect(folder.text("day.md") == before)
    }

    // MARK: what is no text

    @Test(arguments: [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] as [UInt8], "zero bytes"),
        ([0xFF, 0xFE, 0x23, 0, 0x20, 0], "UTF-16"),
    ]) func noInterviewIsWrittenInto(_ bytes: [UInt8], _ said: String) throws {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder["it.md"]))
        for command in [["it.md", "--guide", "short"], ["new", "n.md", "--answers", "it.md"]] {
            let run = try Program.run(command, in: folder.path, input: "A title\n2026-03-02\n")
            #expect(run.status == 65, "\(run.output)")
            #expect(run.errors.contains(said), "\(run.errors)")
            #expect(run.errors.split(separator: "\n").count == 1)
        }
        #expect(FileManager.default.contents(atPath: folder["it.md"]) == Data(bytes))
        #expect(folder.names == ["it.md"])
    }

    // MARK: drafts and rescued states

    /// The same name in two folders is two documents, before they are there as well.
    @Test func aDraftIsNotOfferedInAnotherFolder() throws {
        let folder = try TemporaryFolder()
        folder.write("", to: "a/x")
        folder.write("", to: "b/x")
        let first = try session(folder, ["new", "day.md"], in: folder["a"])
        try first.prompt("Title ›")
        first.send("only of team a")
        try first.prompt("Title ›", "only of team a")
        kill(first.pid, SIGTERM)
        _ = try first.waitForExit()
        let second = try session(folder, ["new", "day.md"], in: folder["b"])
        try second.prompt("Title ›")
        #expect(!second.screen.text.contains("only of team a"))
        let again = try session(folder, ["new", "../a/day.md"], in: folder["b"])
        try again.prompt("Title ›", "only of team a")
    }

    /// Answers were accepted, but no file could be made for them, and the session was killed.
    @Test func whatNoFolderTookIsTold() throws {
        let folder = try TemporaryFolder()
        let first = try session(folder, ["new", "gone/day.md"])
        try first.prompt("Title ›")
        first.send("Kept all the same\r")
        try first.prompt("Date ›")
        kill(first.pid, SIGKILL)
        _ = try first.waitForExit()
        for _ in 0..<2 {
            let second = try session(folder, ["new", "gone/day.md"])
            try second.prompt("Title ›")
            try second.expect("An earlier session could not save and left its state in")
            second.send("Another\r")
            try second.prompt("Date ›")
            kill(second.pid, SIGKILL)
            _ = try second.waitForExit()
        }
        let kept = folder.names.filter { $0.hasPrefix("state/debrief/drafts/") && !$0.hasSuffix(".draft") }
        #expect(kept.contains { folder.text($0).contains("Incident Postmortem: Kept all the same\n") })
    }

    @Test func everyKeptTextIsNamed() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        for ending in ["save", "save.1", "conflict", "conflict.3"] {
            talk.folder.write("kept", to: "\(TerminalInterview.file).\(ending)")
        }
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        let said = talk.terminal.screen.text.replacing(/\s+/, with: " ")
        for ending in ["save", "save.1", "conflict", "conflict.3"] {
            #expect(said.contains("'\(TerminalInterview.file).\(ending)'"), "\(ending): \(said)")
        }
    }

    /// A document with two names was being written over when its session was killed.
    @Test func aDocumentThatWasCutShortNamesItsWholeText() throws {
        let folder = try TemporaryFolder()
        try made(folder)
        let whole = folder.text("day.md")
        folder.write(whole, to: ".day.md.debrief-\(try endedProcess())-1f.whole")
        folder.write(String(whole.prefix(20)), to: "day.md")
        for command in [
            ["status", "day.md"], ["check", "day.md"], ["export", "day.md", "--to", "json"],
            ["day.md", "--no-input"],
        ] {
            let run = try Program.run(command, in: folder.path)
            #expect(run.status == 65)
            #expect(run.errors.contains("was cut short while it was being saved"), "\(run.errors)")
            #expect(run.errors.contains("-1f.whole'"))
        }
        let terminal = try session(folder, ["day.md"])
        try terminal.prompt("Title ›")
        #expect(folder.text("day.md") == whole)
    }

    private func endedProcess() throws -> pid_t {
        let ended = try PtySession("/bin/true")
        _ = try ended.waitForExit()
        return ended.pid
    }

    // MARK: lines from a pipe

    /// The next line belongs to the next question.
    @Test func aLineThatIsTooLongLeavesItsQuestionOpen() throws {
        let folder = try TemporaryFolder()
        try made(folder)
        let long = String(repeating: "x", count: 70_000)
        let run = try Program.run(["day.md"], in: folder.path, input: "\(long)\n2026-03-02\n")
        #expect(run.status == 1)
        #expect(run.output.contains("Title: That is 69 KB; an answer holds 64 KB."), "\(run.output)")
        #expect(run.output.contains("1 line was not taken; why is said above."))
        #expect(folder.text("day.md").contains("Incident Postmortem: [Title]\n"))
        #expect(folder.text("day.md").contains("| 2026-03-02 "))
    }

    @Test func linesOfAReadFileThatAreLeftOutAreCounted() throws {
        let folder = try TemporaryFolder()
        folder.write("version: \"1\"\nguide: standard\nanswers: {}\n", to: "a.yml")
        #expect(try Program.run(["new", "day.md", "--answers", "a.yml"], in: folder.path).status == 0)
        folder.write(
            "10:00 | alert | paged | Ana\n10:05 | too | many | cells | here\n10:10 | calm | - | Ana\n",
            to: "log.txt")
        let run = try Program.run(
            ["day.md"], in: folder.path, input: ":goto timeline.discovery\n:read log.txt\n:quit\n")
        #expect(run.status == 1, "\(run.output)")
        #expect(run.output.contains("2 lines were not taken; why is said above."), "\(run.output)")
        #expect(folder.text("day.md").contains("| 10:00 | alert | paged        | Ana   |"))
    }

    @Test func aReadFileSaysWhatWasLeftOut() throws {
        let folder = try TemporaryFolder()
        try made(folder)
        folder.write("slow \u{1B}[31mgates\u{1B}[0m", to: "log.txt")
        let run = try Program.run(["day.md"], in: folder.path, input: ":read log.txt\n:quit\n")
        #expect(run.output.replacing("\n", with: " ").contains("Some control characters"), "\(run.output)")
        folder.write("slow\u{0}gates", to: "log.txt")
        let refused = try Program.run(["day.md"], in: folder.path, input: ":read log.txt\n:quit\n")
        #expect(refused.output.replacing("\n", with: " ").contains("'log.txt' holds zero bytes"))
        #expect(!folder.text("day.md").contains("slowgates"))
        let directory = try Program.run(["day.md"], in: folder.path, input: ":read .\n:quit\n")
        #expect(
            directory.output.replacing("\n", with: " ").contains("is a folder; a file in it can be named."))
    }
}
