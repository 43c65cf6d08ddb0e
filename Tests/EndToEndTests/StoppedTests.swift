import Glibc
import TestSupport
import Testing

@Suite("A stopped interview") struct StoppedTests {
    /// A shell with job control, and an interview in it with half a title typed.
    private func stopped(_ arguments: String, in folder: TemporaryFolder) throws -> PtySession {
        let shell = try PtySession(
            "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
            environment: ["PS1": "sh$ ", "HOME": folder.path, "XDG_STATE_HOME": folder["state"]],
            folder: folder.path)
        try shell.expect("sh$")
        shell.send("\(Program.debrief) new day.md --guide short </dev/null >/dev/null\r")
        shell.send("clear; \(Program.debrief) day.md \(arguments)\r")
        try shell.wait(for: "the prompt") { $0.cursorLine.hasPrefix("Title") }
        shell.send("half typed")
        try shell.prompt("Title", "half typed")
        shell.send(.control("z"))
        try shell.expect("Stopped")
        return shell
    }

    @Test(arguments: ["", "--plain"]) func goesOnWhereItWas(_ arguments: String) throws {
        let folder = try TemporaryFolder()
        let shell = try stopped(arguments, in: folder)
        shell.send("clear; fg\r")
        try shell.prompt("Title", "half typed")
        #expect(shell.screen.bracketedPaste)
        shell.send(" more\r")
        try shell.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date") }
        #expect(folder.text("day.md").contains("Incident Postmortem: half typed more\n"))
    }

    /// It is woken to end, behind the shell: it ends without touching the shell's terminal, or stopping for it.
    @Test(arguments: ["", "--plain"]) func endsWhenItIsKilled(_ arguments: String) throws {
        let folder = try TemporaryFolder()
        let shell = try stopped(arguments, in: folder)
        shell.send("clear; it=$(jobs -p); kill %1; while kill -0 $it 2>/dev/null; do sleep 0.1; done; ")
        shell.send("stty -a; echo DONE\r")
        try shell.wait(for: "the end") { $0.lines.contains("DONE") && $0.text.contains("Exit 143") }
        #expect(folder.names.filter { $0.hasSuffix("lock") } == [], "\(shell.screen.text)")
        for mode in [" icrnl", " icanon", "isig", " echo "] { #expect(shell.screen.text.contains(mode)) }
        shell.send("clear; \(Program.debrief) day.md\r")
        try shell.prompt("Title ›", "half typed")
    }

    /// Woken behind the shell, it waits for its turn.
    @Test(arguments: ["", "--plain"]) func waitsForItsTurn(_ arguments: String) throws {
        let folder = try TemporaryFolder()
        let shell = try stopped(arguments, in: folder)
        shell.send("clear; bg; sleep 0.3; jobs; echo DONE\r")
        try shell.wait(for: "the jobs") { $0.lines.contains("DONE") && $0.text.contains("Stopped") }
        shell.send("clear; fg\r")
        try shell.prompt("Title", "half typed")
        shell.send(.control("c"), .control("c"), .control("c"))
        try shell.wait(for: "the shell") { $0.cursorLine == "sh$" }
        shell.send("echo status $?\r")
        try shell.expect("status 130")
    }

    @Test(arguments: [[], ["--plain"]]) func endsBySignalsThatCameMeanwhile(_ arguments: [String]) throws {
        let talk = try TerminalInterview(arguments: arguments)
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine.hasPrefix("Title") && $0.bracketedPaste }
        talk.type("half an é")
        try talk.terminal.prompt("Title", "half an é")
        for signal in [SIGSTOP, SIGTERM, SIGCONT] { kill(talk.terminal.pid, signal) }
        #expect(try talk.terminal.waitForExit() == 143)
        #expect(!talk.terminal.screen.bracketedPaste)
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half an é")
    }
}
