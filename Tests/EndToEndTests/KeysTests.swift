import Glibc
import TestSupport
import Testing

@Suite("Keys and commands in a real terminal") struct KeysTests {
    @Test func tabCompletesCommands() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type(":prev")
        talk.send(.tab)
        try talk.terminal.prompt("Title ›", ":preview")
        talk.send(.control("u"))
        talk.type(":s")
        talk.send(.tab)
        try talk.terminal.expect("skip  show  save")
    }

    @Test func tabCompletesPeopleAndChoices() throws {
        let talk = try TerminalInterview(
            guide: "standard", answers: "  summary:\n    commander: Wilhelmina Ferreira\n")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto summary.scribe", thenAsks: "Scribe ›")
        talk.type("Wil")
        talk.send(.tab)
        try talk.terminal.prompt("Scribe ›", "Wilhelmina Ferreira")
        talk.send(.enter)
        try talk.terminal.wait(for: "another question") {
            !$0.cursorLine.hasPrefix("Scribe") && $0.cursorLine.contains("›")
        }
        talk.type(":goto summary.severity\r")
        try talk.terminal.prompt("Severity ›")
        talk.type("cri")
        talk.send(.tab)
        try talk.terminal.prompt("Severity ›", "Critical")
    }

    /// Services in lists and in rows, actors in rows and in cells.
    @Test func tabCompletesServicesAndActors() throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto technical-impact.services", thenAsks: "Services Affected 1 ›")
        try talk.answer("payment gateway: slow", thenAsks: "Services Affected 2 ›")
        talk.type("pay")
        talk.send(.tab)
        try talk.terminal.prompt("Services Affected 2 ›", "payment gateway")
        try talk.answer(": slow again", thenAsks: "Services Affected 3 ›")
        try talk.answer(":goto timeline.discovery", thenAsks: "Discovery Phase 1 ›")
        try talk.answer("14:05 | alarm | page sent | Wilma Roth", thenAsks: "Discovery Phase 2 ›")
        talk.type("14:06 | pay")
        talk.send(.tab)
        try talk.terminal.prompt("Discovery Phase 2 ›", "14:06 | payment gateway")
        talk.type(" stopped | looked | Wil")
        talk.send(.tab)
        try talk.terminal.prompt(
            "Discovery Phase 2 ›", "14:06 | payment gateway stopped | looked | Wilma Roth")
    }

    /// What was typed at the choice about a wording is in reach of the question behind it.
    @Test func upBringsBackWhatWasTypedAtAFinding() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("The operator forgot the second key\r")
        try talk.terminal.expect("e edit, k keep")
        talk.type("It began on a Monday\r")
        try talk.terminal.prompt("Date ›", "")
        talk.send(.up)
        try talk.terminal.prompt("Date ›", "It began on a Monday")
    }

    @Test func backBringsTheAnswerOntoTheLine() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("first answer", thenAsks: "Date ›")
        talk.type(":back\r")
        try talk.terminal.prompt("Title ›", "first answer")
        talk.send(.backspace, .backspace, .enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: first answ\n"))
    }

    @Test func commandsTypedAheadRunBehindAFilledLine() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("first answer", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.type(":back\r:back\r")
        try talk.terminal.prompt("Title ›", "first answer")
        #expect(talk.document.contains("| 2026-03-02 "))
    }

    /// What follows in one go is no part of the row that was refused; Up has it.
    @Test func whatIsTypedAheadDoesNotGoBehindARefusedLine() throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto metrics", thenAsks: "Metrics 1 ›")
        talk.type("a | 1 | 2 | 3 | 4 | 5\rb | 1 | 2\r")
        try talk.terminal.prompt("Metrics 2 ›")
        #expect(talk.document.contains("| b "))
        #expect(!talk.document.contains("| a "))
        talk.send(.up, .up)
        try talk.terminal.prompt("Metrics 2 ›", "a | 1 | 2 | 3 | 4 | 5")
    }

    @Test func controlCEmptiesAFilledLine() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("first answer", thenAsks: "Date ›")
        talk.type(":back\r")
        try talk.terminal.prompt("Title ›", "first answer")
        talk.send(.control("c"))
        try talk.terminal.expect("Enter leaves it as it is: first answer")
        try talk.terminal.prompt("Title ›", "")
        talk.send(.control("c"))
        try talk.terminal.expect("Ctrl-C again leaves")
        talk.send(.control("c"))
        #expect(try talk.terminal.waitForExit() == 130)
        #expect(talk.document.contains("Incident Postmortem: first answer\n"))
    }

    @Test func typedAheadAnswersAreTaken() throws {
        let talk = try TerminalInterview()
        talk.type("one\r2026-03-02\r1432\r")
        try talk.terminal.prompt("Time (End) ›")
        #expect(talk.document.contains("Incident Postmortem: one\n"))
        #expect(talk.document.contains("| 2026-03-02 "))
        #expect(talk.document.contains("| 14:32 UTC "))
    }

    @Test func historyIsPerQuestionAndOutlivesTheSession() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("é first 日本", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Time (Start) ›")
        talk.type(":goto document.title\r")
        try talk.terminal.prompt("Title ›", "é first 日本")
        talk.send(.control("u"), .up)
        try talk.terminal.prompt("Title ›", "é first 日本")
    }

    @Test func controlRFindsAnswersOfAllQuestions() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("zebra crossing", thenAsks: "Date ›")
        talk.send(.control("r"))
        talk.type("zebr")
        try talk.terminal.expect("zebra crossing")
    }

    @Test func anUnknownCommandComesBack() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type(":bakc\r")
        try talk.terminal.expect("There is no command ':bakc'. Did you mean :back?")
        try talk.terminal.prompt("Title ›", ":bakc")
    }

    private static let unknown = [
        "[15~", "[5~", "[2~", "[1;2A", "[1;5A", "[<0;10;10M", "[M !!", "[7;5u", "[97;5u", "[Z", "[3;5~", "[I",
        "OP",
        "[[A", "[201~", "[?62;22c",
    ]

    @Test(arguments: ["bind -e\n", "bind -v\n"]) func keysThatMeanNothingLeaveNothing(_ editrc: String) throws
    {
        let talk = try TerminalInterview(editrc: editrc)
        try talk.terminal.prompt("Title ›")
        for sequence in Self.unknown { talk.type("a\u{1B}\(sequence)") }
        try talk.answer("b", thenAsks: "Date ›")
        let letters = String(repeating: "a", count: Self.unknown.count)
        #expect(talk.document.contains("Incident Postmortem: \(letters)b\n"))
    }

    /// libedit would ask for one of its own commands, in the middle of an answer.
    @Test(arguments: [("", "\u{1B}x"), ("", "\u{1B}X"), ("bind -e\n", "\u{1B}x"), ("bind -v\n", "\u{1B}:a")])
    func nothingAsksForCommandsOfTheLineEditor(_ editrc: String, _ keys: String) throws {
        let talk = try TerminalInterview(editrc: editrc)
        try talk.terminal.prompt("Title ›")
        talk.type("ab")
        try talk.terminal.prompt("Title ›", "ab")
        talk.type(keys)
        usleep(100_000)
        try talk.answer("c", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: abc\n"))
    }

    @Test func unlessAPersonAskedForThem() throws {
        let talk = try TerminalInterview(editrc: "bind ^[x ed-command\n")
        try talk.terminal.prompt("Title ›")
        talk.type("\u{1B}x")
        try talk.terminal.wait(for: "libedit's own prompt") { $0.cursorLine.hasPrefix(":") }
    }

    @Test func altWithAnArrowIsTheArrow() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("ac\u{1B}\u{1B}[D")
        try talk.answer("b", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: abc\n"))
    }
}
