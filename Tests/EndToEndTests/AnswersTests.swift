import Glibc
import TestSupport
import Testing

@Suite("An answer is taken as it was meant") struct AnswersTests {
    private func atSeverity() throws -> TerminalInterview {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto summary.severity", thenAsks: "Severity ›")
        return talk
    }

    @Test(arguments: [("2", "High"), ("h", "High"), ("crit", "Critical"), ("LOW", "Low")])
    func choicesByNumberAndByTheirBeginning(_ typed: String, _ taken: String) throws {
        let talk = try atSeverity()
        talk.type(typed + "\r")
        try talk.wait(for: taken) { $0.contains("| \(taken) ") }
    }

    @Test func tabListsTheChoices() throws {
        let talk = try atSeverity()
        talk.send(.tab, .tab)
        try talk.terminal.expect("Critical  High")
    }

    @Test func upBringsBackARefusedAnswer() throws {
        let talk = try atSeverity()
        talk.type("enormous\r")
        try talk.terminal.expect("Severity is one of")
        try talk.terminal.prompt("Severity ›", "")
        talk.send(.up)
        try talk.terminal.prompt("Severity ›", "enormous")
        #expect(!talk.document.contains("enormous"))
    }

    /// A key that is none of those asked for gives way to the one typed next.
    @Test func aRefusedKeyLeavesTheLineEmpty() throws {
        let talk = try atSeverity()
        talk.type("7\r")
        try talk.terminal.expect("Severity is one of")
        talk.type("2\r")
        try talk.wait(for: "High") { $0.contains("| High ") }
    }

    @Test func aDoubtedTimeIsKeptWhereItIsGivenAgain() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto summary.start", thenAsks: "Time (Start) ›")
        talk.type("around tea\r")
        try talk.terminal.expect("again is kept")
        try talk.terminal.prompt("Time (Start) ›", "")
        talk.send(.up, .enter)
        try talk.terminal.prompt("Time (End) ›")
        #expect(talk.document.contains("| around tea "))
    }

    @Test func undoReachesBackOverQuestions() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.type(":undo\r")
        try talk.wait(for: "the date taken back") { !$0.contains("2026-03-02") }
        talk.type(":undo\r")
        try talk.wait(for: "the title taken back") { !$0.contains("First") }
        talk.type(":redo\r")
        try talk.wait(for: "the title again") { $0.contains("Incident Postmortem: First\n") }
    }

    @Test func bytesThatAreNoUTF8AreReplacedAndToldOf() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.terminal.send(bytes: Array("bad ".utf8) + [0xFF, 0xFE, 0xC3, 0x28] + Array(" good\r".utf8))
        try talk.terminal.expect("Some bytes were no UTF-8")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: bad \u{FFFD}\u{FFFD}\u{FFFD}( good\n"))
    }

    @Test func whatMayStayOpenSaysSo() throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        #expect(!talk.terminal.screen.text.contains("(optional)"))
        talk.type(":goto summary.scribe\r")
        try talk.terminal.expect("(optional)")
    }

    /// Shift-Enter as terminals with extended keys send it.
    @Test(arguments: ["\u{1B}[13;2u", "\u{1B}[27;2;13~", "\u{1B}\r", "\n"]) func aNewLineByAnyOfItsKeys(
        _ key: String
    )
        throws
    {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("one")
        usleep(50_000)
        talk.type(key)
        usleep(50_000)
        talk.type("two\r")
        try talk.wait(for: "two lines") { $0.contains("\none\ntwo\n") }
    }

    /// Where standard output is a file, the talk goes to standard error and nothing to the file.
    @Test func theTalkStaysOutOfAFile() throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/sh", arguments: ["-c", "'\(Program.debrief)' new day.md --guide short > out; echo DONE"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try shell.expect("What happened, in one line?")
        shell.send("A title\r")
        try shell.expect("On which day did it begin?")
        shell.send(.control("d"))
        try shell.expect("DONE")
        #expect(folder.text("out") == "")
        #expect(folder.text("day.md").contains("Incident Postmortem: A title\n"))
    }

    /// An editor whose window was closed had saved already; one that was left with an error was given up.
    @Test(arguments: [("kill -HUP $$", true), ("exit 129", true), ("exit 1", false), ("exit 0", true)])
    func theEditorsLastWord(_ ending: String, _ counts: Bool) throws {
        let editor = "sh -c 'printf \"from the editor\" > \"$0\"; \(ending)'"
        let talk = try TerminalInterview(environment: ["EDITOR": editor, "VISUAL": ""])
        try talk.terminal.prompt("Title ›")
        talk.type("on the line")
        talk.send(.control("x"), .control("e"))
        try talk.terminal.prompt("Title ›", counts ? "from the editor" : "on the line")
    }

    @Test func theLineNamesItsPlace() throws {
        let talk = try TerminalInterview()
        try talk.terminal.wait(for: "the place at the right") { $0.cursorLine.contains("1/6 ") }
    }

    /// Above 64 KB an answer is refused with its size; Up brings the text back.
    @Test func anAnswerHolds64Kilobytes() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        let line = String(repeating: "x", count: 99) + "\n"
        talk.send(.paste(String(repeating: line, count: 660)))
        try talk.terminal.expect("[paste 1: 660 lines]")
        usleep(150_000)
        talk.send(.enter)
        try talk.terminal.expect("That is 65 KB; an answer holds 64 KB.")
        try talk.terminal.expect("or a link to a file")
        try talk.terminal.prompt("Quick summary ›")
        #expect(!talk.document.contains("xxx"))
    }

    @Test func anAnswerAsTallAsTheScreenPointsToTheEditor() throws {
        let talk = try TerminalInterview(columns: 60, rows: 10)
        try talk.terminal.wait(for: "the prompt") { $0.text.contains("Title ›") }
        talk.type(":goto quick-summary\r")
        try talk.terminal.prompt("Quick summary ›")
        for _ in 0..<8 {
            talk.type("line")
            talk.send(.control("j"))
        }
        try talk.terminal.expect("Ctrl-X Ctrl-E opens this in your editor")
        talk.type("END\r")
        try talk.wait(for: "the answer") {
            $0.contains("\nline\nline\nline\nline\nline\nline\nline\nline\nEND\n")
        }
    }
}

@Suite("Earlier answers") struct HistoryTests {
    @Test func areForThisUserAlone() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("A title", thenAsks: "Date ›")
        var status = stat()
        #expect(stat(talk.folder["state/debrief/history"], &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o600)
        #expect(stat(talk.folder["state/debrief"], &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o700)
    }

    @Test func areFoundByControlROverAllQuestionsAndTaken() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("zebra — crossing", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.send(.control("r"))
        talk.type("— cro")
        try talk.terminal.expect("zebra — crossing")
        talk.send(.enter)
        try talk.terminal.prompt("Time (Start) ›", "zebra — crossing")
        talk.send(.control("r"))
        talk.type("2026")
        talk.send(.control("g"))
        try talk.terminal.prompt("Time (Start) ›", "zebra — crossing")
    }

    @Test func ofManyLinesComeBackWhole() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("back\\slash")
        talk.send(.control("j"))
        talk.type("second")
        talk.send(.control("c"))
        try talk.terminal.expect("Line given up")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.send(.up)
        try talk.terminal.expect("second")
        talk.send(.enter)
        try talk.wait(for: "the answer") {
            $0.contains("\nback\\slash\nsecond\n") || $0.contains("back\\\\slash\nsecond\n")
        }
    }
}

@Suite("Coming back another day") struct ResumingTests {
    /// Whichever way the person left.
    @Test(arguments: [":quit\r", "\u{04}", "\u{03}\u{03}"]) func goesOnAmidTheWhys(_ leaving: String) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto five-whys.chain", thenAsks: "Why 1 ›")
        try talk.answer("The pool ran dry", thenAsks: "Why 2 ›")
        talk.type(leaving)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Why 2 ›")
        try talk.answer("It holds ten connections", thenAsks: "Why 3 ›")
    }

    @Test func goesOnAmidTheWhysWhenTheWindowWasClosed() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto five-whys.chain", thenAsks: "Why 1 ›")
        try talk.answer("The pool ran dry", thenAsks: "Why 2 ›")
        kill(talk.terminal.pid, SIGHUP)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Why 2 ›")
    }

    @Test func beginsAtTheFirstOpenQuestionAndAsksNothingTwice() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        try talk.reopen()
        try talk.terminal.prompt("Time (Start) ›")
        #expect(talk.terminal.screen.text.contains("before the open one: Date: 2026-03-02"))
        #expect(talk.terminal.screen.text.contains("2 of "))
    }
}
