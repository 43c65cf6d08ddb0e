import TestSupport
import Testing

@Suite("A new document, with nobody there to ask") struct NewDocumentTests {
    @Test(arguments: [[], ["--guide", "short"]]) func isTheGuidesSkeleton(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["new", "day.md"] + options, in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect((run.output + run.errors).contains("day.md holds every heading"))
        let status = try Program.run(["status", "day.md"], in: folder.path)
        #expect(status.output.contains("day.md: 0 of "))
        #expect(folder.text("day.md").contains("\n<!-- debrief:guide \(options.last ?? "standard") -->\n"))
        #expect(folder.text("day.md").contains("[Title]"))
    }

    @Test func isNamedByItsDayWhereNoNameIsGiven() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["new", "--today", "2026-03-02"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.names.filter { $0.hasSuffix(".md") } == ["2026-03-02-postmortem.md"])
    }

    @Test func takesTheAnswersThatAreThere() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["new", "day.md"], in: folder.path, input: "Gates stood still\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.text("day.md").contains("Incident Postmortem: Gates stood still\n"))
        #expect(!(run.output + run.errors).contains("holds every heading"))
    }

    /// No file takes the number of a stream that was closed.
    @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]) func isWholeWhateverIsClosed(_ streams: String)
        throws
    {
        let folder = try TemporaryFolder()
        let lines = streams.hasPrefix("<") ? "" : "Gates stood still\n2026-03-02\n"
        let run = try Program.run(
            ["-c", "timeout 20 '\(Program.debrief)' new day.md \(streams)"], in: folder.path, input: lines,
            executable: "/bin/sh")
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.text("day.md").hasPrefix("# Incident Postmortem: "))
        #expect(folder.text("day.md").hasSuffix("<!-- debrief:guide standard -->\n"))
        #expect(!folder.text("day.md").contains("Question 1 of"))
    }

    @Test func thatCannotBeMadeSaysSo() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["new", "no/such/folder/day.md"], in: folder.path)
        #expect(run.status == 73, "\(run.errors)")
        #expect(!(run.output + run.errors).contains("holds every heading"))
    }

    @Test func leavesNothingBehindWhereTheGuideIsUnknown() throws {
        let folder = try TemporaryFolder()
        folder.write("# Day\n", to: "day.md")
        for arguments in [["new", "other.md", "--guide", "nope"], ["day.md", "--guide", "nope"]] {
            let terminal = try PtySession(
                Program.debrief, arguments: arguments,
                environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
            #expect(try terminal.waitForExit() == 64)
            #expect(terminal.screen.text.contains("Unknown guide 'nope'"))
        }
        #expect(folder.names == ["day.md"])
    }

    @Test(arguments: ["standard", "short"]) func hasAsManyQuestionsAsTheGuide(_ guide: String) throws {
        let folder = try TemporaryFolder()
        let asked = try Program.run(["new", "day.md", "--guide", guide], in: folder.path)
        let count = try #require(
            (asked.output + asked.errors).firstMatch(of: /Question 1 of (\d+),/).map { String($0.1) })
        let guides = try Program.run(["guides"], in: folder.path)
        #expect(guides.output.contains(": \(count) questions,"))
        let status = try Program.run(["status", "day.md"], in: folder.path)
        #expect(status.output.contains(" of \(count) questions answered"))
    }
}
