import Glibc
import TestSupport
import Testing

@Suite("Typing where nothing is redrawn") struct PlainTypingTests {
    private func plain(_ question: String = "", environment: [String: String] = [:]) throws
        -> TerminalInterview
    {
        let talk = try TerminalInterview(arguments: ["--plain"], environment: environment)
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine == "Title:" }
        guard !question.isEmpty else { return talk }
        talk.type(":goto \(question)\r")
        try talk.terminal.wait(for: "the question") {
            $0.cursorLine.hasSuffix(":") && $0.cursorLine != "Title:"
        }
        return talk
    }

    /// The terminal's driver would have cut it at 4,095 bytes.
    @Test(arguments: ["xterm-256color", "dumb"]) func aLongLineIsTakenWhole(_ kind: String) throws {
        let talk = try plain(environment: ["TERM": kind])
        let long = String(repeating: "x", count: 5_000)
        talk.type(long + "\r")
        try talk.wait(for: "the whole title") { $0.contains("Incident Postmortem: \(long)\n") }
    }

    @Test func aPasteIsOneAnswerAndRunsNothing() throws {
        let talk = try plain("quick-summary")
        #expect(talk.terminal.screen.bracketedPaste)
        talk.type("First ")
        try talk.paste("line one\r:quit\r\u{3}\u{4}last — line")
        #expect(!talk.document.contains("line one"), "a paste does not submit")
        talk.send(.enter)
        try talk.wait(for: "one answer") { $0.contains("\nFirst line one\n:quit\nlast — line\n") }
    }

    @Test(arguments: [
        "\r:quit\r", "\u{4}", "\u{3}:quit\r", "\u{1B}\r:quit\r", "\u{15}", "\u{7F}\u{7F}\u{7F}",
    ])
    func norThroughAnEndMarkInside(_ attack: String) throws {
        let talk = try plain("quick-summary")
        talk.send(.paste("one\u{1B}[201~\(attack)two"))
        try talk.terminal.expect("two")
        usleep(150_000)
        #expect(!talk.document.contains("\none"), "nothing is submitted")
        talk.send(.enter)
        try talk.wait(for: "both parts in one answer") { $0.contains("\none") && $0.contains("two") }
    }

    @Test func aPastedCommandIsAnAnswer() throws {
        let talk = try plain()
        try talk.paste(":quit")
        talk.send(.enter)
        try talk.wait(for: "the answer") { $0.contains("Incident Postmortem: :quit\n") }
    }

    @Test func aPasteWithoutAnEndEndsInSilence() throws {
        let talk = try plain()
        talk.type("\u{1B}[200~abc")
        try talk.terminal.prompt("Title", "abc")
        talk.type("def\r")
        try talk.wait(for: "the answer") { $0.contains("Incident Postmortem: abcdef\n") }
    }

    @Test func aLineFeedByAltEnterIsPartOfTheAnswer() throws {
        let talk = try plain("quick-summary")
        talk.type("one")
        talk.send(.altEnter)
        talk.type("two\r")
        try talk.wait(for: "the answer") { $0.contains("\none\ntwo\n") }
    }

    @Test func mistakesAreErased() throws {
        let talk = try plain()
        talk.type("a worf é日\u{7F}\u{7F}\u{17}word\u{1B}[D\u{1B}[5~!")
        try talk.terminal.prompt("Title", "a word!")
        #expect(talk.terminal.screen.cursorLine == "Title: a word!")
        talk.type("\u{15}Another\r")
        try talk.wait(for: "the answer") { $0.contains("Incident Postmortem: Another\n") }
    }

    @Test func whatIsTypedIsEchoedVisibly() throws {
        let talk = try plain()
        talk.type("a\u{202E}b")
        try talk.terminal.prompt("Title", "a\\u{202e}b")
        #expect(!String(decoding: talk.terminal.raw, as: UTF8.self).contains("\u{202E}"))
    }

    @Test func controlCGivesTheLineUpAndTwiceLeaves() throws {
        let talk = try plain()
        talk.type("a thought")
        talk.send(.control("c"))
        try talk.terminal.expect("Line given up")
        talk.send(.control("c"))
        try talk.terminal.expect("Ctrl-C again leaves")
        talk.send(.control("c"))
        #expect(try talk.terminal.waitForExit() == 130)
        #expect(!talk.terminal.screen.bracketedPaste)
    }

    @Test func evenAKillKeepsWhatIsBeingTyped() throws {
        let talk = try plain()
        talk.type("half an é")
        try talk.terminal.prompt("Title", "half an é")
        usleep(1_000_000)
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
    }

    @Test func whatWasGivenUpComesBackWithUp() throws {
        let talk = try plain()
        talk.type("a thought")
        talk.send(.control("c"))
        try talk.terminal.expect("Up brings it back")
        try talk.terminal.wait(for: "an empty line") { $0.cursorLine == "Title:" }
        talk.send(.up)
        try talk.terminal.prompt("Title", "a thought")
        talk.type("!\r")
        try talk.wait(for: "the answer") { $0.contains("Incident Postmortem: a thought!\n") }
    }

    @Test func whatIsDoubtedStandsOnTheLineAndEnterKeepsIt() throws {
        let talk = try plain("summary.duration")
        talk.type("some time\r")
        try talk.terminal.expect("reads best as a duration")
        try talk.terminal.expect("Ctrl-U empties it")
        try talk.terminal.prompt("Duration:", "some time")
        talk.send(.enter)
        try talk.wait(for: "the answer") { $0.contains("| some time ") }
    }

    @Test func aRowComesBackOnTheLine() throws {
        let talk = try TerminalInterview(
            guide: "standard",
            answers: "  successes:\n    items: [\"Calm: nobody ran\"]\n", arguments: ["--plain"])
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine == "Title:" }
        talk.type(":goto successes\r")
        try talk.terminal.prompt("Successes 2:")
        talk.type(":row 1\r")
        try talk.terminal.prompt("Successes 1:", "Calm: nobody ran")
        talk.type(" off\r")
        try talk.wait(for: "the item") { $0.contains("**Calm:** nobody ran off\n") }
    }

    @Test func whatWasBeingTypedIsBackOnTheLine() throws {
        let talk = try plain()
        talk.type("half an é")
        try talk.terminal.prompt("Title", "half an é")
        kill(talk.terminal.pid, SIGTERM)
        #expect(try talk.terminal.waitForExit() == 143)
        try talk.reopen(environment: ["ACCESSIBLE": "1"])
        try talk.terminal.expect("is back on the line")
        try talk.terminal.prompt("Title:", "half an é")
        talk.type(" more\r")
        try talk.wait(for: "the answer") { $0.contains("Incident Postmortem: half an é more\n") }
    }

    /// As in an editor's shell window, which sends whole lines: nothing can be put on them.
    @Test func whereKeysAreShownElsewhereEnterTakesWhatIsOffered() throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/sh",
            arguments: ["-c", "stty -echo; ACCESSIBLE=1 '\(Program.debrief)' new day.md --guide short"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try shell.wait(for: "the prompt") { $0.cursorLine == "Title:" }
        shell.send("TBD\r")
        try shell.expect("Enter takes this, other words take its place: TBD")
        shell.send("\r")
        try shell.expect("On which day did it begin?")
        #expect(folder.text("day.md").contains("Incident Postmortem: TBD\n"))
    }

    @Test(arguments: ["d", "c"]) func theTerminalIsAsItWas(_ letter: Character) throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/sh",
            arguments: ["-c", "ACCESSIBLE=1 '\(Program.debrief)' new day.md; stty -a; echo DONE"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try shell.wait(for: "the prompt") { $0.cursorLine == "Title:" }
        shell.send(.control(letter), .control(letter))
        try shell.expect("DONE")
        for mode in [" icrnl", " icanon", "isig", " echo "] { #expect(shell.screen.text.contains(mode)) }
        #expect(!shell.screen.bracketedPaste)
    }

    /// As where the line editor is switched off: what was asked of the terminal is taken back, and nothing else.
    @Test func withoutALineEditorNothingIsTakenBackThatWasNotAsked() throws {
        let talk = try TerminalInterview(environment: ["TERM": "dumb"], editrc: "edit off\n")
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine == "Title:" }
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(!talk.terminal.raw.contains(0x1B))
    }
}
