import Glibc
import TestSupport
import Testing

/// How a session ends without being asked.
enum SuddenEnd: String, CaseIterable, Sendable {
    case terminated, hungUp, closed

    func happens(to terminal: PtySession) throws {
        switch self {
        case .terminated: kill(terminal.pid, SIGTERM)
        case .hungUp: kill(terminal.pid, SIGHUP)
        case .closed: terminal.hangUp()
        }
        let status = try terminal.waitForExit()
        #expect(status == (self == .terminated ? 143 : 129), "\(self)")
    }
}

@Suite("A signal or a closed window keeps what is being typed") struct DraftTests {
    private let table = "Discovery Phase"

    @Test(arguments: SuddenEnd.allCases) func atAQuestion(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half an é")
        try talk.terminal.prompt("Title ›", "half an é")
        try end.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
    }

    @Test(arguments: SuddenEnd.allCases) func inAnAnswerOfManyLines(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("first")
        talk.send(.altEnter)
        talk.type("second")
        try talk.terminal.expect("second")
        try end.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.expect("second")
        talk.send(.enter)
        try talk.wait(for: "the answer") { $0.contains("\nfirst\nsecond\n") }
    }

    /// A row was half filled: its cells are in the document, and the next one goes on where it was.
    @Test(arguments: SuddenEnd.allCases) func inACellOfATable(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto timeline", thenAsks: "\(table) 1 ›")
        try talk.answer("14:05", thenAsks: "\(table) · Event ›")
        try talk.answer("error rate rose", thenAsks: "\(table) · Action Taken ›")
        talk.type("opened the l")
        try talk.terminal.prompt("\(table) · Action Taken ›", "opened the l")
        try end.happens(to: talk.terminal)
        #expect(talk.document.contains("| 14:05 | error rate rose |"))
        try talk.reopen()
        try talk.terminal.prompt("\(table) · Action Taken ›", "opened the l")
        try talk.answer("ogs", thenAsks: "\(table) · Actor ›")
        try talk.answer("on-call", thenAsks: "\(table) 2 ›")
        #expect(talk.document.contains("| 14:05 | error rate rose | opened the logs | on-call |"))
    }

    @Test(arguments: SuddenEnd.allCases) func inARowBroughtBack(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto timeline", thenAsks: "\(table) 1 ›")
        try talk.answer("14:05 | a | b | c", thenAsks: "\(table) 2 ›")
        try talk.answer(":row 1", thenAsks: "Row 1 ›")
        talk.type("aptain")
        try talk.terminal.prompt("Row 1 ›", "captain")
        try end.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.prompt("Row 1 ›", "captain")
        try talk.answer("", thenAsks: "\(table) 2 ›")
        #expect(talk.document.contains("| captain |"))
    }

    /// A cause belongs to one of several starting points, an item to one of several categories.
    @Test func inOneOfSeveralBranches() throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto fishbone", thenAsks: "People ›")
        try talk.answer("Two people on duty", thenAsks: "People ›")
        try talk.answer("", thenAsks: "Process ›")
        talk.type("no dry r")
        try talk.terminal.prompt("Process ›", "no dry r")
        try SuddenEnd.terminated.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.prompt("Process ›", "no dry r")
        talk.type("un\r")
        try talk.wait(for: "the item") { $0.contains("**Process**") && $0.contains("- no dry run") }
    }

    @Test func aCommandBehindItLeavesItWithinReach() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half an é")
        try talk.terminal.prompt("Title ›", "half an é")
        try SuddenEnd.terminated.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
        talk.type(":quit\r")
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(!talk.document.contains("half an é"))
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        talk.send(.up)
        try talk.terminal.wait(for: "the line") {
            $0.cursorLine.hasSuffix("half an é") || $0.cursorLine.contains("half an é ")
        }
    }

    /// Between questions there is no line to come back to: the words are shown and Up brings them.
    @Test(arguments: SuddenEnd.allCases) func betweenQuestions(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        talk.type("quit\r")
        try talk.terminal.expect("did you mean")
        talk.type("a thought")
        try talk.terminal.expect("a thought")
        try end.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.expect("a thought")
        try talk.terminal.prompt("Title ›")
        #expect(
            talk.terminal.screen.cursorLine == "Title ›"
                || !talk.terminal.screen.cursorLine.contains("thought"))
        talk.send(.up)
        try talk.terminal.prompt("Title ›", "a thought")
        #expect(!talk.document.contains("a thought"))
    }

    @Test(arguments: SuddenEnd.allCases) func beforeThereIsADocument(_ end: SuddenEnd) throws {
        let folder = try TemporaryFolder()
        let open = {
            try PtySession(
                Program.debrief, environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]],
                folder: folder.path)
        }
        var terminal = try open()
        try terminal.prompt("Title ›")
        terminal.send("Half a tit")
        try terminal.prompt("Title ›", "Half a tit")
        try end.happens(to: terminal)
        #expect(folder.names.filter { $0.hasSuffix(".md") } == [])
        terminal = try open()
        try terminal.prompt("Title ›", "Half a tit")
        terminal.send("le\r")
        try terminal.prompt("Date ›")
        #expect(folder.names.contains { $0.hasSuffix("-half-a-title.md") })
    }

    @Test(arguments: SuddenEnd.allCases) func whereAPostmortemIsChosen(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        let open = {
            try PtySession(
                Program.debrief,
                environment: ["HOME": talk.folder.path, "XDG_STATE_HOME": talk.folder["state"]],
                folder: talk.folder.path)
        }
        var terminal = try open()
        try terminal.prompt("Which ›")
        terminal.send("Another incid")
        try terminal.prompt("Which ›", "Another incid")
        try end.happens(to: terminal)
        terminal = try open()
        try terminal.prompt("Which ›", "Another incid")
        terminal.send("ent\r")
        try terminal.prompt("Date ›")
        #expect(talk.folder.names.contains { $0.hasSuffix("-another-incident.md") })
    }

    /// Without a line editor the terminal's driver holds the line; it is asked for it at the end.
    @Test(arguments: [SuddenEnd.terminated, .hungUp]) func atAPlainPrompt(_ end: SuddenEnd) throws {
        let talk = try TerminalInterview(arguments: ["--plain"])
        try talk.terminal.expect("What happened, in one line?")
        talk.type("half an é")
        try talk.terminal.expect("half an é")
        try end.happens(to: talk.terminal)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
    }

    /// Searching shows other words on the line than those that are being typed.
    @Test func whileSearchingEarlierAnswers() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("zebra crossing", thenAsks: "Date ›")
        talk.type("2026-0")
        talk.send(.control("r"))
        talk.type("zeb")
        try talk.terminal.expect("search: zeb")
        usleep(1_000_000)
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Date ›", "2026-0")
        #expect(!talk.terminal.screen.text.contains("search:"))
    }
}

@Suite("The terminal is put back") struct TerminalRestoreTests {
    @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT, SIGTERM, SIGHUP, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
    func afterASignal(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/sh",
            arguments: ["-c", "ulimit -c 0; '\(Program.debrief)' new day.md; stty -a; echo DONE"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try shell.prompt("Title ›")
        kill(try child(of: shell.pid), signal)
        try shell.expect("DONE")
        for mode in [" icrnl", " icanon", "isig", " echo "] {
            #expect(shell.screen.text.contains(mode), "\(signal)")
        }
        #expect(!shell.screen.bracketedPaste)
    }

    private func child(of process: pid_t) throws -> pid_t {
        let file = try #require(fopen("/proc/\(process)/task/\(process)/children", "r"))
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, file)
        let text = String(decoding: buffer[..<count], as: UTF8.self)
        return try #require(text.split(separator: " ").first.flatMap { pid_t($0) })
    }
}
