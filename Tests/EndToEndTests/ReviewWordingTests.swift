import TestSupport
import Testing

@Suite("Reviewing wording with the program") struct ReviewWordingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func review(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(["review"] + arguments, in: folder.path)
    }

    @Test func aFrameSaysWhyAndWhatToAsk() throws {
        folder.write("The on-call engineer failed to check the dashboard.\n", to: "a.md")
        let run = try review("a.md")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("a.md:1:"))
        for part in [
            ": error: omission", "   1 | The on-call engineer failed", "^^^^^^", "    why: ", "    ask: ",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
        #expect(run.output.contains("\n1 finding: 1 error.\n  1  omission\n"))
    }

    @Test(arguments: ["text", "json", "sarif", "github", "rdjsonl"]) func noReportShowsASecret(
        _ format: String
    ) throws {
        let words = "The on-call engineer failed to check it, password Weka!2031"
        folder.write("\(words), and jane.doe@corp.io rang.\n", to: "a.md")
        let run = try review("a.md", "--format", format)
        #expect(run.output.contains("omission"))
        #expect(!run.output.contains("eka!2031") && !run.output.contains("ane.doe@"))
    }

    @Test func keptAndSwitchedOffIsNotTold() throws {
        folder.write(
            "The engineer failed to check it. <!-- debrief:keep omission said so -->\n\n<!-- debrief:off -->\n\nIt was human error.\n",
            to: "a.md")
        let run = try review("a.md", "--unused")
        #expect(run.status == 0)
        #expect(run.output == "No findings.\n")
    }

    @Test func aTeamsOwnWordsCount() throws {
        folder.write("Hermes failed to check the queue.\n\nIt was human error.\n", to: "a.md")
        folder.write("systems: [Hermes]\nwords: ['human error']\n", to: ".debrief/config.yml")
        #expect(try review("a.md").output == "No findings.\n")
        folder.write("teams: [Hermes]\nrules: {human-error: off}\n", to: ".debrief/config.yml")
        let run = try review("a.md")
        #expect(run.output.contains("a.md:1:") && run.output.contains("omission"))
        #expect(!run.output.contains("a.md:3:"))
    }

    @Test func aSystemIsNoTeamWhateverItsName() throws {
        folder.write("Support failed to check the queue.\n\nOperations forgot the flag.\n", to: "a.md")
        folder.write("systems: [Support]\n", to: ".debrief/config.yml")
        let run = try review("a.md", "--format", "rdjsonl")
        #expect(run.output.split(separator: "\n").count == 1 && run.output.contains("\"line\":3"))
        let why = try Program.run(["rules", "--explain", "a.md:1"], in: folder.path)
        #expect(why.output.contains("the subject is machine"), "\(why.output)")
    }

    @Test func peopleOfAPostmortemAreItsOwn() throws {
        folder.write(
            "version: \"1\"\nguide: short\nanswers:\n  document:\n    title: Checkout was slow\n", to: "a.yml"
        )
        #expect(try Program.run(["new", "day.md", "--answers", "a.yml"], in: folder.path).status == 0)
        #expect(try review("day.md").status == 0)
    }

    @Test func reportsAreTheSameInEveryRun() throws {
        for number in 0..<60 {
            folder.write("The engineer failed to check number \(number).\n", to: "docs/\(number).md")
        }
        let first = try review("docs", "--format", "json")
        #expect(first.status == 1)
        #expect(try review("docs", "--format", "json").output == first.output)
        let files = first.output.split(separator: "\n").filter { $0.contains("\"file\"") }
        #expect(files.count == 60 && files == files.sorted())
    }
}
