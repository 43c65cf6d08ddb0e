import Glibc
import TestSupport
import Testing

@Suite("A folder with unfinished postmortems asks which") struct WhichDocumentTests {
    /// - Parameter count: unfinished postmortems, named by the days of March.
    private func open(_ folder: TemporaryFolder, _ count: Int = 1) throws -> PtySession {
        folder.write("version: \"1\"\nguide: short\nanswers: {}\n", to: "a.yml")
        let first = "2026-03-01-day.md"
        #expect(try Program.run(["new", first, "--answers", "a.yml"], in: folder.path).status == 0)
        for day in 1..<count {
            folder.write(folder.text(first), to: "2026-03-\(day < 9 ? "0" : "")\(day + 1)-day.md")
        }
        return try reopen(folder)
    }

    private func reopen(_ folder: TemporaryFolder) throws -> PtySession {
        let terminal = try PtySession(
            Program.debrief,
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path,
            columns: 160, rows: 40)
        try terminal.prompt("Which ›")
        return terminal
    }

    @Test func whatIsFinishedOrNoPostmortemIsNotOffered() throws {
        let folder = try TemporaryFolder()
        folder.write(Repository.text("Samples/2026-03-02-checkout-latency.md"), to: "finished.md")
        folder.write("# Shopping\n\n- bread\n", to: "notes.md")
        let shown = try open(folder, 2).screen.text
        #expect(shown.contains("1  2026-03-02-day.md") && shown.contains("2  2026-03-01-day.md"), "\(shown)")
        #expect(!shown.contains("finished.md") && !shown.contains("notes.md"), "\(shown)")
    }

    @Test(arguments: [":q", ":quit"]) func aCommandLeaves(_ command: String) throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder)
        terminal.send(command + "\r")
        #expect(try terminal.waitForExit() == 0)
    }

    @Test(arguments: [":queue depth rose", ":quitting time", "12"]) func whatIsNeitherComesBack(
        _ line: String
    )
        throws
    {
        let folder = try TemporaryFolder()
        let terminal = try open(folder)
        terminal.send(line + "\r")
        try terminal.expect("':quit' leaves")
        try terminal.prompt("Which ›", line)
    }

    /// Whoever types the title at once is asked again, and the next line does not go to the shell.
    @Test func aNameThatIsNoFileIsAskedAboutUntilItIsAnswered() throws {
        let folder = try TemporaryFolder()
        let terminal = try PtySession(
            Program.debrief, arguments: ["export.md"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try terminal.prompt("y for yes, Enter for no ›")
        terminal.send("Export was slow\r")
        try terminal.expect("is neither")
        try terminal.prompt("y for yes, Enter for no ›")
        terminal.send("y\r")
        try terminal.prompt("Title ›")
    }

    @Test func whereNothingIsRedrawnThePromptIsAWholeLine() throws {
        let folder = try TemporaryFolder()
        _ = try open(folder)
        let terminal = try PtySession(
            Program.debrief, arguments: ["--plain"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try terminal.prompt("The number of a file, or what happened:")
        terminal.send("1\r")
        try terminal.prompt("Title:")
    }

    @Test func twoColonsBeginATitle() throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder)
        terminal.send("::queue depth rose\r")
        try terminal.prompt("Date ›")
        let made = try #require(folder.names.first { $0.hasSuffix("queue-depth-rose.md") })
        #expect(folder.text(made).contains("Incident Postmortem: :queue depth rose\n"))
    }

    @Test func aPasteIsNoCommand() throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder)
        terminal.send(.paste(":quit"))
        try terminal.prompt("Which ›", ":quit")
        usleep(150_000)
        terminal.send(.enter)
        try terminal.prompt("Date ›")
        let made = try #require(folder.names.first { $0.hasSuffix("-quit.md") })
        #expect(folder.text(made).contains("Incident Postmortem: :quit\n"))
    }

    @Test func aNameOpensItsFile() throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder, 3)
        terminal.send("2026-03-02-day.md\r")
        try terminal.expect("Going on with 2026-03-02-day.md")
        try terminal.prompt("Title ›")
        #expect(folder.names.filter { $0.hasSuffix(".md") }.count == 3)
    }

    @Test func theOneWrittenToLastIsTheFirst() throws {
        let folder = try TemporaryFolder()
        var terminal = try open(folder, 3)
        #expect(
            terminal.screen.text.contains("A number goes on with it, Enter with the first; or say in one"))
        terminal.send(":q\r")
        _ = try terminal.waitForExit()
        for (day, minutes) in [(1, 1), (2, 3), (3, 2)] {
            let moment = timeval(tv_sec: 1_772_000_000 + 60 * minutes, tv_usec: 0)
            #expect(utimes(folder["2026-03-0\(day)-day.md"], [moment, moment]) == 0)
        }
        terminal = try reopen(folder)
        for line in ["1  2026-03-02-day.md", "2  2026-03-03-day.md", "3  2026-03-01-day.md"] {
            #expect(terminal.screen.text.contains(line))
        }
        terminal.send("\r")
        try terminal.expect("Going on with 2026-03-02-day.md")
    }

    @Test func enterTakesTheOnlyOne() throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder)
        #expect(terminal.screen.text.contains("Enter goes on with it; or say in one"))
        terminal.send("\r")
        try terminal.expect("Going on with 2026-03-01-day.md")
    }

    @Test func whatHasNoNumberIsCountedAndOpensByItsName() throws {
        let folder = try TemporaryFolder()
        let terminal = try open(folder, 12)
        #expect(terminal.screen.text.contains("9  2026-03-04-day.md"))
        #expect(terminal.screen.text.contains("and 3 more, which their file names open"))
        terminal.send("2026-03-01-day.md\r")
        try terminal.expect("Going on with 2026-03-01-day.md")
    }
}
