import Glibc
import TestSupport
import Testing

@Suite("Walking through findings in a real terminal") struct FixTests {
    private static let text = """
        # Checkout

        The on-call engineer failed to check the dashboard. Traffic
        was back at 14:20.

        - The team should have known better.

        """

    private func open(_ folder: TemporaryFolder, columns: Int = 80) throws -> PtySession {
        try PtySession(
            Program.debrief, arguments: ["review", "--fix", "day.md"],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path,
            columns: columns)
    }

    @Test func editsInPlaceKeepsAndTakesBack() throws {
        let folder = try TemporaryFolder()
        folder.write(Self.text, to: "day.md")
        let terminal = try open(folder)
        try terminal.expect("day.md:3:")
        try terminal.expect("1 more after this one.")
        try terminal.prompt("e edit, k keep")
        terminal.send("e\r")
        try terminal.prompt("Sentence ›", "failed to check the dashboard.")
        terminal.send(.control("u"))
        terminal.send("The dashboard showed green.\r")
        try terminal.expect("Saved.")
        #expect(folder.text("day.md").contains("\nThe dashboard showed green. Traffic\nwas back at 14:20.\n"))
        try terminal.expect("day.md:6:")
        try terminal.prompt("e edit, k keep")
        terminal.send("k\r")
        try terminal.prompt("Reason for keeping it")
        terminal.send("a quotation\r")
        try terminal.expect("Kept, with a note in the document.")
        #expect(try terminal.waitForExit() == 0)
        #expect(folder.text("day.md").contains("known better. <!-- debrief:keep"))
        #expect(folder.text("day.md").contains("a quotation -->\n"))
    }

    @Test func undoAndQuitLeaveTheFileAsItWas() throws {
        let folder = try TemporaryFolder()
        folder.write(Self.text, to: "day.md")
        let terminal = try open(folder)
        try terminal.prompt("e edit, k keep")
        terminal.send("e\r")
        try terminal.prompt("Sentence ›", "failed")
        terminal.send(.control("u"))
        terminal.send("The dashboard showed green.\r")
        try terminal.expect("Saved.")
        try terminal.prompt("e edit, k keep, u undo")
        terminal.send("u\r")
        try terminal.expect("Taken back.")
        try terminal.prompt("e edit, k keep")
        terminal.send("q\r")
        #expect(try terminal.waitForExit() == 1)
        #expect(folder.text("day.md") == Self.text)
        #expect(!folder.names.contains { $0.hasSuffix("debrief-lock") })
    }

    /// A sentence that was being typed comes back after any end.
    @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func aSentenceIsNotLost(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        folder.write(Self.text, to: "day.md")
        var terminal = try open(folder)
        try terminal.prompt("e edit, k keep")
        terminal.send("e\r")
        try terminal.prompt("Sentence ›", "failed")
        terminal.send(.control("u"))
        terminal.send("The dashboard showed gr")
        try terminal.prompt("Sentence ›", "showed gr")
        usleep(1_200_000)
        kill(terminal.pid, signal)
        #expect(try terminal.waitForExit() == 128 + signal)
        terminal = try open(folder)
        try terminal.expect("Typed when the last session ended, at 'Sentence'")
        try terminal.prompt("e edit, k keep")
        terminal.send("e\r")
        try terminal.prompt("Sentence ›", "failed")
        terminal.send(.up)
        try terminal.prompt("Sentence ›", "The dashboard showed gr")
        terminal.send("een.\r")
        try terminal.expect("Saved.")
        #expect(folder.text("day.md").contains("\nThe dashboard showed green. Traffic\n"))
        terminal.send("q\r")
        #expect(try terminal.waitForExit() == 1)
        terminal = try open(folder)
        try terminal.prompt("e edit, k keep")
        #expect(!terminal.screen.text.contains("Typed when"))
    }

    /// Only a typed key ends the walk.
    @Test func aPastedKeyIsNone() throws {
        let folder = try TemporaryFolder()
        folder.write(Self.text, to: "day.md")
        let terminal = try open(folder)
        try terminal.prompt("e edit, k keep")
        terminal.send(.paste("q"))
        try terminal.prompt("e edit, k keep, q quit, Enter leaves it ›", "q")
        usleep(150_000)
        terminal.send(.enter)
        try terminal.expect("e edits the sentence, k keeps it with a reason")
        try terminal.prompt("e edit, k keep")
        terminal.send("q\r")
        #expect(try terminal.waitForExit() == 1)
    }

    @Test func whatIsNoTextIsRefused() throws {
        let folder = try TemporaryFolder()
        folder.write("# Checkout\u{0}\n", to: "day.md")
        let terminal = try open(folder)
        #expect(try terminal.waitForExit() == 65)
        #expect(terminal.screen.text.contains("holds zero bytes"))
    }

    @Test func withoutATerminalItSaysSo() throws {
        let folder = try TemporaryFolder()
        folder.write(Self.text, to: "day.md")
        let run = try Program.run(["review", "--fix", "day.md"], in: folder.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("needs a terminal"))
        #expect(folder.text("day.md") == Self.text)
    }
}
