import Glibc
import TestSupport
import Testing

@Suite("Leaving and coming back") struct LeavingTests {
    /// Before anything is answered: where it is kept, how to stop, how to come back.
    @Test func theFirstScreenSaysHowToStopAndComeBack() throws {
        let folder = try TemporaryFolder()
        let environment = ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]]
        let new = try PtySession(
            Program.debrief, arguments: [], environment: environment, folder: folder.path)
        try new.prompt("Title ›")
        let words = new.screen.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words.contains("in this folder from the first answer on. Ctrl-D or :quit stops"))
        #expect(words.contains("'debrief' comes back to it another day"))
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let told = talk.terminal.screen.lines.joined(separator: " ").split(separator: " ").joined(
            separator: " ")
        #expect(
            told.contains("Going on with incident.md Saved there after every answer. Ctrl-D or :quit stops"))
        #expect(told.contains("'debrief incident.md' comes back to it another day"))
    }

    @Test func controlCGivesTheLineUpAndUpBringsItBack() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("a long thought")
        talk.send(.control("c"))
        try talk.terminal.expect("Line given up; Up brings it back.")
        try talk.terminal.prompt("Title ›")
        talk.send(.up)
        try talk.terminal.prompt("Title ›", "a long thought")
    }

    /// Nothing is asked at the end any more; the words are told of and not lost.
    @Test func aThoughtThatComesLateIsWithinUp() throws {
        let talk = try TerminalInterview()
        let sample = "2026-03-02-checkout-latency.md"
        talk.folder.write(Repository.text("Samples/\(sample)"), to: sample)
        let terminal = try PtySession(
            Program.debrief, arguments: [sample],
            environment: ["HOME": talk.folder.path, "XDG_STATE_HOME": talk.folder["state"]],
            folder: talk.folder.path)
        try terminal.prompt("Done ›")
        terminal.send("The vendor was told")
        terminal.send(.enter)
        try terminal.expect("Up brings it back")
        try terminal.prompt("Done ›")
        terminal.send(.up)
        try terminal.prompt("Done ›", "The vendor was told")
    }

    @Test func theLastWordsSayWhereTheFileIsAndWhatIsNext() throws {
        let folder = try TemporaryFolder()
        let sample = "2026-03-02-checkout-latency.md"
        folder.write(Repository.text("Samples/\(sample)"), to: "day.md")
        let terminal = try PtySession(
            Program.debrief, arguments: ["day.md"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try terminal.prompt("Done ›")
        terminal.send(.enter)
        #expect(try terminal.waitForExit() == 0)
        #expect(terminal.screen.text.contains("Everything accepted is in day.md."))
        #expect(terminal.screen.text.contains("Next: 'debrief review day.md' reads the wording"))
    }

    @Test func controlCTwiceLeaves() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("c"))
        try talk.terminal.expect("Ctrl-C again leaves")
        talk.send(.control("c"))
        #expect(try talk.terminal.waitForExit() == 130)
        #expect(talk.folder.names.filter { $0.hasSuffix("lock") } == [])
    }

    @Test func controlDSaysHowToGoOn() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(talk.terminal.screen.text.contains("Everything accepted is in incident.md."))
        #expect(talk.terminal.screen.text.contains("Go on any time with: debrief incident.md"))
        #expect(!talk.terminal.screen.bracketedPaste)
    }

    @Test func controlDBehindWordsLeavesThemAlone() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half")
        talk.send(.control("d"))
        talk.type(" a title\r")
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: half a title\n"))
    }

    @Test func controlZStopsAndFgGoesOn() throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
            environment: ["PS1": "sh$ ", "HOME": folder.path, "XDG_STATE_HOME": folder["state"]],
            folder: folder.path)
        try shell.expect("sh$")
        shell.send("\(Program.debrief) new day.md --guide short")
        shell.send(.enter)
        try shell.prompt("Title ›")
        shell.send("half typed")
        try shell.prompt("Title ›", "half typed")
        shell.send(.control("z"))
        try shell.expect("Stopped")
        shell.send("fg")
        shell.send(.enter)
        try shell.prompt("Title ›", "half typed")
        shell.send(" more")
        shell.send(.enter)
        try shell.prompt("Date ›")
        #expect(folder.text("day.md").contains("Incident Postmortem: half typed more\n"))
    }

    @Test func theTerminalIsAsItWas() throws {
        let folder = try TemporaryFolder()
        let shell = try PtySession(
            "/bin/sh", arguments: ["-c", "'\(Program.debrief)' new day.md; stty -a; echo DONE"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try shell.prompt("Title ›")
        shell.send(.control("d"))
        try shell.expect("DONE")
        for mode in [" icrnl", " icanon", "isig", " echo "] { #expect(shell.screen.text.contains(mode)) }
        #expect(!shell.screen.bracketedPaste)
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalKeepsWhatIsBeingTyped(_ signal: Int32) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half an é")
        try talk.terminal.prompt("Title ›", "half an é")
        kill(talk.terminal.pid, signal)
        #expect(try talk.terminal.waitForExit() == 128 + signal)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
        try talk.terminal.expect("What was being typed when the last session ended is back on the line.")
    }

    @Test func aLostTerminalKeepsWhatIsBeingTyped() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half an é")
        try talk.terminal.prompt("Title ›", "half an é")
        talk.terminal.hangUp()
        #expect(try talk.terminal.waitForExit() == 129)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
    }

    /// Every answer that was accepted is in the file; what was on the line is at most a second old.
    @Test(arguments: [0, 1, 2]) func aKillLosesNothingThatWasAccepted(_ round: Int) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("Answer \(round)", thenAsks: "Date ›")
        try talk.answer("2026-03-0\(round + 1)", thenAsks: "Time (Start) ›")
        talk.type("14:0\(round) or so")
        try talk.terminal.prompt("Time (Start) ›", "or so")
        usleep(1_200_000)
        kill(talk.terminal.pid, SIGKILL)
        #expect(try talk.terminal.waitForExit() == 137)
        #expect(talk.document.contains("Incident Postmortem: Answer \(round)\n"))
        #expect(talk.document.contains("| 2026-03-0\(round + 1) "))
        try talk.reopen()
        try talk.terminal.prompt("Time (Start) ›", "14:0\(round) or so")
    }

    @Test func aSecondSessionIsToldWhoseDocumentItIs() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let second = try Program.run([TerminalInterview.file], in: talk.folder.path, input: "x\n")
        #expect(second.status == 75)
        #expect(second.output.contains("process \(talk.terminal.pid)"), "\(second.output)")
        #expect(!talk.document.contains("Postmortem: x"))
    }

    @Test func anEditorUnderneathIsMerged() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("Ours", thenAsks: "Date ›")
        talk.folder.write(talk.document.replacing("HH:MM UTC", with: "09:15 UTC"), to: TerminalInterview.file)
        talk.type("2026-03-02\r")
        try talk.terminal.expect("The file was changed outside")
        try talk.terminal.wait(for: "a next question") {
            $0.cursorLine.contains("›") && !$0.cursorLine.hasPrefix("Date")
        }
        #expect(talk.document.contains("09:15 UTC"))
        #expect(talk.document.contains("| 2026-03-02 "))
        #expect(talk.document.contains("Incident Postmortem: Ours\n"))
    }
}
