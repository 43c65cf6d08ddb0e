import TestSupport
import Testing

@Suite("A line is edited in a real terminal") struct EditingTests {
    @Test func inTheMiddleOfWideCharacters() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("hé 日本語 x")
        talk.send(.left, .left, .left)
        talk.type("Z")
        try talk.terminal.prompt("Title ›", "hé 日本Z語 x")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: hé 日本Z語 x\n"))
        #expect(talk.terminal.screen.unknown == [])
    }

    @Test(arguments: ["C", "C.UTF-8", "xx_XX.bogus"]) func inAnyLocale(_ locale: String) throws {
        let talk = try TerminalInterview(environment: ["LANG": locale, "LC_ALL": locale])
        try talk.terminal.prompt("Title ›")
        try talk.answer("é 日本 👩‍💻", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: é 日本 👩‍💻\n"))
    }

    @Test func overManyLinesOfTheScreen() throws {
        let talk = try TerminalInterview(columns: 40, rows: 20)
        try talk.terminal.prompt("Title ›")
        let long = String(repeating: "0123456789", count: 50)
        talk.type(long)
        talk.send(.home)
        talk.type("<")
        talk.send(.end)
        talk.type(">")
        try talk.terminal.wait(for: "the end") { $0.cursorLine.hasSuffix(">") }
        try talk.answer("", thenAsks: "Date ›")
        #expect(talk.document.contains("Incident Postmortem: <\(long)>\n"))
    }

    @Test(arguments: [(20, 4), (40, 10), (80, 24)]) func tallerThanTheScreen(_ columns: Int, _ rows: Int)
        throws
    {
        let talk = try TerminalInterview(columns: columns, rows: rows)
        try talk.terminal.wait(for: "the prompt") { $0.text.contains("Title ›") }
        let text = String(repeating: "x", count: columns * (rows + 3))
        talk.type(text)
        talk.send(.control("a"), .control("e"))
        talk.type("END")
        talk.send(.enter)
        try talk.terminal.wait(for: "the next question") { $0.text.contains("Date ›") }
        #expect(talk.document.contains("Incident Postmortem: \(text)END\n"))
    }

    @Test func overAChangeOfTheWindow() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("abc def")
        try talk.terminal.prompt("Title ›", "abc def")
        talk.terminal.resize(columns: 50, rows: 20)
        talk.type("G")
        try talk.terminal.prompt("Title ›", "abc defG")
        talk.send(.enter)
        try talk.terminal.wait(for: "the next question") { $0.text.contains("Date ›") }
    }

    @Test func withANewLineInsideAnAnswer() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("One")
        talk.send(.altEnter)
        talk.type("two")
        talk.send(.control("j"))
        talk.type("three")
        talk.send(.up)
        talk.type("X")
        talk.send(.enter)
        try talk.terminal.expect("further up were passed over")
        #expect(talk.document.contains("\nOne\ntwoX\nthree\n"))
    }

    @Test func inTheUsersEditor() throws {
        let editor = "sh -c 'printf \"\\nsecond — line\\n\" >> \"$0\"'"
        let talk = try TerminalInterview(environment: ["EDITOR": editor, "VISUAL": ""])
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto quick-summary", thenAsks: "Quick summary ›")
        talk.type("first")
        talk.send(.control("x"), .control("e"))
        try talk.terminal.expect("second — line")
        talk.send(.enter)
        try talk.terminal.expect("further up were passed over")
        #expect(talk.document.contains("\nfirst\nsecond — line\n"))
    }

    @Test func inTheEditorThatVisualNamesFirst() throws {
        let naming = { (name: String) in "sh -c 'printf \"named by \(name)\" > \"$0\"'" }
        let talk = try TerminalInterview(
            environment: ["VISUAL": naming("VISUAL"), "EDITOR": naming("EDITOR")])
        try talk.terminal.prompt("Title ›")
        talk.type(":edit\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: named by VISUAL\n"))
    }

    @Test func withViKeys() throws {
        let talk = try TerminalInterview(editrc: "bind -v\n")
        try talk.terminal.prompt("Title ›")
        talk.type("hello world")
        talk.send(.escape)
        try talk.terminal.prompt("Title ›", "hello world")
        talk.type("0cwHI")
        talk.send(.escape)
        talk.type("A!")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: HI world!\n"))
    }

    @Test func withoutEditingWhereEditrcSaysSo() throws {
        let talk = try TerminalInterview(editrc: "edit off\n")
        try talk.terminal.expect("Title")
        talk.type("plain é\r")
        try talk.terminal.expect("Date")
        #expect(talk.document.contains("Incident Postmortem: plain é\n"))
    }
}
