import Foundation
import TestSupport
import Testing

@Suite("Trouble with the file") struct TroubledFileTests {
    /// The size a session may write stands in for the room on a disk.
    private func leave(_ room: String, to talk: TerminalInterview) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
        process.arguments = ["--pid", "\(talk.terminal.pid)", "--fsize=\(room):unlimited"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func aFullDiskKeepsTheAnswerAndThePrompt() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let before = talk.document
        try leave("512", to: talk)
        try talk.answer("Kept in memory", thenAsks: "Date ›")
        #expect(talk.terminal.screen.text.contains("Not saved:"))
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        #expect(talk.document == before, "the old document, whole")
        try leave("unlimited", to: talk)
        talk.type(":save elsewhere.md\r")
        try talk.terminal.expect("A copy is in elsewhere.md")
        #expect(talk.folder.text("elsewhere.md").contains("Incident Postmortem: Kept in memory\n"))
        try talk.terminal.prompt("Time (Start) ›")
        talk.type("14:05\r")
        try talk.terminal.prompt("Time (End) ›")
        for text in ["Incident Postmortem: Kept in memory\n", "| 2026-03-02 ", "| 14:05 UTC "] {
            #expect(talk.document.contains(text))
        }
        #expect(talk.folder.names.filter { $0.hasSuffix(".tmp") } == [])
    }

    @Test func aFullDiskAtTheEndShowsWhatNoFileTakes() throws {
        let talk = try TerminalInterview(rows: 400)
        try talk.terminal.prompt("Title ›")
        try leave("512", to: talk)
        try talk.answer("Kept in memory", thenAsks: "Date ›")
        talk.type(":quit\r")
        try talk.terminal.expect("The last answers are not on disk yet.")
        talk.type(":quit\r")
        #expect(try talk.terminal.waitForExit() == 74)
        #expect(talk.terminal.screen.text.contains("nor could a copy anywhere"))
        #expect(talk.terminal.screen.text.contains("# Incident Postmortem: Kept in memory"))
        #expect(!talk.terminal.screen.text.contains("Everything accepted is in"))
    }

    @Test func aFolderInItsPlaceLeadsToARescueCopy() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try FileManager.default.removeItem(atPath: talk.folder[TerminalInterview.file])
        talk.folder.write("theirs", to: "\(TerminalInterview.file)/inside")
        try talk.answer("Ours", thenAsks: "Date ›")
        #expect(talk.terminal.screen.text.contains("is a folder"))
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 74)
        #expect(talk.terminal.screen.text.contains("incident.md.save"))
        #expect(talk.folder.text("incident.md.save").contains("Incident Postmortem: Ours\n"))
        #expect(talk.folder.text("incident.md/inside") == "theirs")
    }

    /// What took the document's place stays, and what was answered is in a file of its own.
    @Test(arguments: [String(repeating: "\0", count: 2000), "# Shopping\n\n- milk\n", "\u{FEFF}words\n"])
    func anotherTextInItsPlaceLeadsToARescueCopy(_ other: String) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        talk.folder.write(other, to: TerminalInterview.file)
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        #expect(talk.terminal.screen.text.contains("Not saved:"))
        try talk.answer(":quit", thenAsks: "Time (Start) ›")
        talk.type(":quit\r")
        #expect(try talk.terminal.waitForExit() == 74)
        #expect(!talk.terminal.screen.text.contains("Everything accepted is in"))
        #expect(talk.document == other)
        for text in ["Incident Postmortem: First\n", "| 2026-03-02 "] {
            #expect(talk.folder.text("incident.md.save").contains(text))
        }
    }

    @Test func anotherTextInItsPlaceAtTheEndLeadsToARescueCopy() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        talk.folder.write("# Shopping\n\n- milk\n", to: TerminalInterview.file)
        talk.type(":quit\r")
        #expect(try talk.terminal.waitForExit() == 74)
        #expect(talk.terminal.screen.text.contains("no postmortem"))
        #expect(talk.document == "# Shopping\n\n- milk\n")
        #expect(talk.folder.text("incident.md.save").contains("Incident Postmortem: First\n"))
    }

    /// Once the document is back, everything that was answered meanwhile is in it.
    @Test func anotherTextInItsPlaceForAWhileLosesNothing() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        let before = talk.document
        talk.folder.write("# Shopping\n", to: TerminalInterview.file)
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.folder.write(before, to: TerminalInterview.file)
        try talk.answer("14:05", thenAsks: "Time (End) ›")
        for text in ["Incident Postmortem: First\n", "| 2026-03-02 ", "| 14:05 UTC "] {
            #expect(talk.document.contains(text))
        }
    }

    @Test func aRemovedDocumentIsWrittenAgain() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        try FileManager.default.removeItem(atPath: talk.folder[TerminalInterview.file])
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        #expect(talk.terminal.screen.text.contains("it was written again"))
        #expect(talk.document.contains("Incident Postmortem: First\n"))
        #expect(talk.document.contains("| 2026-03-02 "))
    }

    @Test func aDocumentRemovedBeforeTheEndIsWrittenAgain() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        try FileManager.default.removeItem(atPath: talk.folder[TerminalInterview.file])
        talk.send(.control("d"))
        #expect(try talk.terminal.waitForExit() == 0)
        #expect(talk.document.contains("Incident Postmortem: First\n"))
    }

    @Test func anEmptiedDocumentIsWrittenAgain() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        talk.folder.write("", to: TerminalInterview.file)
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        #expect(talk.document.contains("Incident Postmortem: First\n"))
        #expect(talk.document.contains("| 2026-03-02 "))
    }

    @Test func aDocumentMadeReadOnlyIsLeftAloneAndTheAnswerKept() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let before = talk.document
        chmod(talk.folder[TerminalInterview.file], 0o444)
        try talk.answer("Kept", thenAsks: "Date ›")
        #expect(talk.terminal.screen.text.contains("is read-only"))
        #expect(talk.document == before)
        chmod(talk.folder[TerminalInterview.file], 0o644)
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        #expect(talk.document.contains("Incident Postmortem: Kept\n"))
    }

    @Test func aReadOnlyDocumentIsSaidToBeOneAtOnce() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        chmod(talk.folder[TerminalInterview.file], 0o444)
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        #expect(talk.terminal.screen.text.contains("is read-only, so answers stay in memory"))
    }
}

@Suite("A rescue copy") struct RescueTests {
    @Test func isSpokenOfWhenItsDocumentIsOpenedAgain() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        talk.folder.write("rescued", to: "incident.md.save")
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        #expect(talk.terminal.screen.text.contains("left its state in 'incident.md.save'"))
    }
}

@Suite("Somebody else writes the document") struct SharedFileTests {
    private let file = TerminalInterview.file

    private func edit(_ talk: TerminalInterview, _ old: String, _ new: String) {
        let text = talk.document
        #expect(text.contains(old))
        talk.folder.write(text.replacing(old, with: new), to: file)
    }

    @Test func theSameAnswerStaysTheirsAndOursComesBack() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("Ours")
        try talk.terminal.prompt("Title ›", "Ours")
        edit(talk, "[Title]", "Theirs")
        talk.send(.enter)
        try talk.terminal.expect("so what stands there was kept")
        try talk.terminal.expect("theirs: Theirs")
        try talk.terminal.prompt("Title ›", "Ours")
        #expect(talk.document.contains("Incident Postmortem: Theirs\n"))
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: Ours\n"))
    }

    @Test func anEmptyLineLeavesTheirs() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        edit(talk, "[Title]", "Theirs")
        talk.send(.enter)
        try talk.terminal.prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: Theirs\n"))
    }

    /// An editor inserts a row above the one that is being filled.
    @Test func aRowBeingFilledKeepsItsPlace() throws {
        let talk = try TerminalInterview(guide: "standard")
        try talk.terminal.prompt("Title ›")
        try talk.answer(":goto timeline", thenAsks: "Discovery Phase 1 ›")
        try talk.answer("14:05", thenAsks: "Discovery Phase · Event ›")
        edit(talk, "| 14:05 |", "| 13:00 | an earlier row | - | them |\n| 14:05 |")
        try talk.answer("error rate rose", thenAsks: "Discovery Phase · Action Taken ›")
        try talk.answer("opened the logs", thenAsks: "Discovery Phase · Actor ›")
        try talk.answer("on-call", thenAsks: "Discovery Phase 3 ›")
        #expect(
            talk.document.contains(
                "| 13:00 | an earlier row | - | them |\n| 14:05 | error rate rose | opened the logs | on-call |"
            ))
    }

    @Test func anotherVersionIsCheckedOutBetweenSessions() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let old = talk.document
        try talk.answer("First", thenAsks: "Date ›")
        try talk.answer("2026-03-02", thenAsks: "Time (Start) ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        talk.folder.write(old.replacing("[Title]", with: "From the other branch"), to: file)
        try talk.reopen()
        try talk.terminal.prompt("Date ›")
        #expect(
            talk.terminal.screen.text.contains("Changed in the file since the last session: Title and Date"))
        #expect(talk.document.contains("Incident Postmortem: From the other branch\n"))
    }

    /// What was answered in a session that was killed is no change from outside.
    @Test func aKilledSessionIsNobodyElse() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        try talk.answer("First", thenAsks: "Date ›")
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Date ›")
        #expect(!talk.terminal.screen.text.contains("Changed in the file"))
    }

    @Test func aSecondSessionInATerminalShowsTheDocumentAndEnds() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let before = talk.document
        let second = try PtySession(
            Program.debrief, arguments: [file],
            environment: ["HOME": talk.folder.path, "XDG_STATE_HOME": talk.folder["state"], "PAGER": "cat"],
            folder: talk.folder.path, rows: 200)
        #expect(try second.waitForExit() == 75)
        #expect(second.screen.text.contains("process \(talk.terminal.pid) of "))
        #expect(second.screen.text.contains("Incident Postmortem"))
        #expect(talk.document == before)
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
    }

    /// Whatever showed the document, whose it is stands at the end.
    @Test func aSecondSessionOnASmallScreenSaysWhoseItIs() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        let second = try PtySession(
            Program.debrief, arguments: [file],
            environment: ["HOME": talk.folder.path, "XDG_STATE_HOME": talk.folder["state"], "PAGER": "cat"],
            folder: talk.folder.path)
        #expect(try second.waitForExit() == 75)
        #expect(second.screen.text.contains("process \(talk.terminal.pid) of "))
    }

    /// Of two sessions that start at one moment, one has the document and one is told so.
    @Test(arguments: 0..<3) func twoSessionsStartAtOnce(_ round: Int) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.send(.control("d"))
        _ = try talk.terminal.waitForExit()
        let both = try (0..<2).map { _ in
            try PtySession(
                Program.debrief, arguments: [file],
                environment: [
                    "HOME": talk.folder.path, "XDG_STATE_HOME": talk.folder["state"], "PAGER": "cat",
                ],
                folder: talk.folder.path)
        }
        var asking: [Int] = []
        for (index, session) in both.enumerated() {
            do {
                try session.prompt("Title ›")
                asking.append(index)
            } catch {
                #expect(session.exitStatus == 75, "\(error)")
            }
        }
        #expect(asking.count == 1)
        both[try #require(asking.first)].send("One of two\r")
        try both[asking[0]].prompt("Date ›")
        #expect(talk.document.contains("Incident Postmortem: One of two\n"))
    }

    /// Two people begin with the same title on the same day: each has a file.
    @Test func twoNewPostmortemsOfOneTitleAreTwoFiles() throws {
        let folder = try TemporaryFolder()
        let both = try (0..<2).map { _ in
            try PtySession(
                Program.debrief, arguments: ["new"],
                environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        }
        for session in both { try session.prompt("Title ›") }
        for session in both { session.send("Same title\r") }
        for session in both { try session.prompt("Date ›") }
        #expect(folder.names.filter { $0.hasSuffix(".md") }.count == 2, "\(folder.names)")
    }
}
