import Foundation
import TestSupport
import Testing

/// What is told of whatever wording rules there are: a comment that names no category.
private let comment = "<!-- debrief:keep omision why -->"

@Suite("Reviewing files, folders and patterns") struct ReviewFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        folder.write("Fine.\n", to: "a.md")
        folder.write("One \(comment)\n", to: "b/two.md")
        folder.write("One \(comment)\n", to: "b/c/three.markdown")
        folder.write("One \(comment)\n", to: "b/.hidden/four.md")
        folder.write("One \(comment)\n", to: "b/five.txt")
    }

    private func review(_ arguments: String..., input: String = "") throws -> Program.Outcome {
        try Program.run(["review"] + arguments, in: folder.path, input: input)
    }

    /// The places that are told, as `file:line:column`.
    private func places(_ arguments: String...) throws -> [String] {
        let run = try Program.run(["review", "--format", "rdjsonl"] + arguments, in: folder.path)
        return try run.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let location = object?["location"] as? [String: Any]
            let start = (location?["range"] as? [String: Any])?["start"] as? [String: Int]
            return "\(location?["path"] ?? ""):\(start?["line"] ?? 0):\(start?["column"] ?? 0)"
        }
    }

    @Test func foldersAreWalkedInOrderWithoutHiddenNames() throws {
        #expect(try places(".") == ["b/c/three.markdown:1:5", "b/two.md:1:5"])
        #expect(try places("b") == ["b/c/three.markdown:1:5", "b/two.md:1:5"])
        #expect(try places("b/two.md", "b", "./b/two.md").first == "b/two.md:1:5")
    }

    @Test func patternsInQuotesMatch() throws {
        #expect(try places("b/*.txt") == ["b/five.txt:1:5"])
        #expect(try places("**/*.m*") == ["b/c/three.markdown:1:5", "b/two.md:1:5"])
        #expect(try places("b/[st]*.md") == ["b/two.md:1:5"])
        #expect(try review("*.rst").status == 66)
    }

    /// What an argument before it has named already is still what a folder or a pattern means.
    @Test(arguments: [
        [".", "**/two.md"], ["b/two.md", "**/two.md"], ["**/*.m*", "b"], ["b", "./b/two.md", "b/../b"],
        ["./b/", "b//two.md"],
    ])
    func filesNamedTwiceAreReadOnce(_ arguments: [String]) throws {
        let run = try Program.run(["review", "--format", "rdjsonl"] + arguments, in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count { $0.contains("b/two.md") } == 1)
    }

    @Test func oneUnreadableFileIsToldAndTheOthersAreRead() throws {
        folder.write("\u{0}\u{1}", to: "zero.md")
        let run = try review("nosuch.md", "zero.md", "b/two.md")
        #expect(run.status == 66)
        #expect(run.output.contains("b/two.md:1:5: warning"))
        #expect(run.errors.contains("'nosuch.md'") && run.errors.contains("'zero.md'"))
        #expect(try review("zero.md").status == 65)
    }

    @Test func standardInputHasTheNameItIsGiven() throws {
        let run = try review("-", "--stdin-filename", "x/y.md", input: "One \(comment)\n")
        #expect(run.output.hasPrefix("x/y.md:1:5: warning: suppression/unknown-category\n"))
        #expect(run.status == 0)
    }

    @Test func theStatusFollowsTheLevel() throws {
        #expect(try review("b/two.md").status == 0)
        #expect(try review("b/two.md", "--fail-on", "warning").status == 1)
        #expect(try review("b/two.md", "--fail-on", "never").status == 0)
        #expect(try review("a.md", "--fail-on", "warning").status == 0)
        #expect(try review().status == 64)
    }

    @Test func categoriesAreChosenByName() throws {
        #expect(try places("b/two.md", "--except", "suppression") == [])
        #expect(try places("b/two.md", "--only", "omission,suppression") == ["b/two.md:1:5"])
        let run = try review("b/two.md", "--only", "omisson")
        #expect(run.status == 64)
        #expect(run.errors.contains("Did you mean 'omission'?"))
    }

    /// The words that a known finding is known by are those of the report, in which secrets are masked.
    @Test func aKnownSecretStaysKnown() throws {
        let sample = Repository.text("Samples/2026-06-09-night-buses.md").replacing(
            "Logging: log of the boards", with: "Logging: log of the boards (password Weka!2031)")
        folder.write(sample, to: "one.md")
        let check = { try Program.run(["check", "one.md"] + $0, in: folder.path) }
        #expect(try check([]).output.contains("secrets/secret"))
        #expect(try check(["--write-baseline", "known.txt"]).status == 0)
        #expect(try !check(["--baseline", "known.txt"]).output.contains("secrets/secret"))
    }

    @Test func aBaselineLetsOnlyWhatIsNewThrough() throws {
        #expect(try review(".", "--write-baseline", "known.txt").status == 0)
        #expect(try places(".", "--baseline", "known.txt") == [])
        folder.write("Above.\n\nOne\n\(comment)\n\nTwo \(comment)\n", to: "b/two.md")
        #expect(try places(".", "--baseline", "known.txt") == ["b/two.md:6:5"])
        let elsewhere = try Program.run(
            ["review", "two.md", "--baseline", "../known.txt", "--format", "rdjsonl"], in: folder["b"])
        #expect(elsewhere.output.contains("\"line\":6"))
        #expect(try review(".", "--baseline", "a.md").status == 65)
    }

    @Test func aBaselineKnowsAFileAfterItWasRenamed() throws {
        folder.write("One \(comment)\n\nTwo \(comment)\n", to: "b/two.md")
        #expect(try review(".", "--write-baseline", "known.txt").status == 0)
        try FileManager.default.moveItem(atPath: folder["b/two.md"], toPath: folder["moved.md"])
        #expect(try places(".", "--baseline", "known.txt") == [])
        folder.write("Zero \(comment)\n\nOne \(comment)\n\nTwo \(comment)\n", to: "moved.md")
        #expect(try places(".", "--baseline", "known.txt") == ["moved.md:1:6"])
    }

    /// A copy is new as long as the file it was copied from is there, and so is what a file that is on the list gets.
    @Test func aBaselineExcusesNoCopies() throws {
        folder.write("Nine \(comment)\n", to: "b/nine.md")
        #expect(try review(".", "--write-baseline", "known.txt").status == 0)
        folder.write("One \(comment)\n", to: "copy.md")
        #expect(try places(".", "--baseline", "known.txt") == ["copy.md:1:5"])
        try FileManager.default.removeItem(atPath: folder["copy.md"])
        try FileManager.default.removeItem(atPath: folder["b/two.md"])
        folder.write("Nine \(comment)\n\nOne \(comment)\n", to: "b/nine.md")
        #expect(try places(".", "--baseline", "known.txt") == ["b/nine.md:3:5"])
    }

    @Test func theConfigurationIsReadStrictly() throws {
        folder.write("exclude: ['c']\nrules: {suppression: error}\n", to: ".debrief/config.yml")
        #expect(try places("b") == ["b/two.md:1:5"])
        #expect(try review("b").status == 1)
        folder.write("exclude: ['b/**']\n", to: ".debrief/config.yml")
        #expect(try places(".") == [])
        folder.write("peple: [Ana]\nrules:\n  omision: loud\n", to: ".debrief/config.yml")
        let run = try review("b")
        #expect(run.status == 65)
        #expect(run.errors.contains(".debrief/config.yml:1:1: error: unknown key 'peple'"))
        #expect(run.errors.contains(".debrief/config.yml:3:3: error: unknown rule or category 'omision'"))
        #expect(
            run.errors.contains(".debrief/config.yml:3:12: error: 'omision' is off, hint, warning or error"))
    }

    /// Each says what stands there and what would work; all are told at once.
    @Test(arguments: [
        (
            "exclude: ['[']",
            "1:11: error: the pattern '[' opens a set that no ']' closes; '[[]' stands for the sign itself"
        ),
        (
            "exclude: ['a/[z-a].md']",
            "1:11: error: the set '[z-a]' holds nothing; a range begins with its lower end"
        ),
        ("exclude: ['']", "1:11: error: 'exclude' holds an empty text; leave it out"),
        ("people: x", "1:9: error: 'people' is a list such as [Ana Ruiz, Bo Okafor], not 'x'"),
        ("teams: {a: b}", "1:8: error: 'teams' is a list such as [Atlas, SRE], not a mapping"),
        ("words: [[x]]", "1:9: error: 'words' is a list of texts, and this is a list"),
        (
            "rules: {omission: warnig}",
            "1:19: error: 'omission' is off, hint, warning or error, not 'warnig'; did you mean 'warning'?"
        ),
        ("rules: {omission: [a]}", "1:19: error: 'omission' is off, hint, warning or error, not a list"),
        ("rules: [omission]", "1:8: error: 'rules' is a mapping such as 'weak-action: off', not a list"),
        (
            "fail-on: warnig",
            "1:1: error: 'fail-on' is an option of the command and no key here: '--fail-on warning'"
        ),
        (
            "severity: {omission: off}",
            "1:1: error: severities stand under 'rules', as in 'rules: {weak-action: off}'"
        ),
        (
            "teams: [Atlas]\nsystems: [atlas]",
            "2:11: error: 'atlas' stands under 'teams' as well; it is one or the other"
        ),
    ])
    func oddValuesOfTheConfigurationAreTold(_ text: String, _ problem: String) throws {
        folder.write(text + "\n", to: ".debrief/config.yml")
        let run = try review("b")
        #expect(run.status == 65)
        #expect(run.errors.contains(".debrief/config.yml:\(problem)\n"), "\(run.errors)")
    }

    @Test func aKeyWithoutAValueSaysNothing() throws {
        folder.write("people:\nrules:\nexclude:\n  # - archive\n", to: ".debrief/config.yml")
        #expect(try review("b").status == 0)
    }

    /// As a hook does that names every file of a commit.
    @Test func aNamedFileThatIsExcludedIsLeftOutAndTold() throws {
        folder.write("exclude: ['b/**']\nrules: {suppression: error}\n", to: ".debrief/config.yml")
        let run = try review("b/two.md", "a.md")
        #expect(run.status == 0 && !run.output.contains("two.md"))
        #expect(run.errors.contains("Left out by 'exclude' in the configuration: b/two.md."))
    }

    @Test func aHintThatIsNamedIsAskedFor() throws {
        folder.write("Many orders were lost.\n", to: "hint.md")
        #expect(try places("hint.md") == [])
        #expect(try places("hint.md", "--only", "vague-size") == ["hint.md:1:1"])
    }

    /// What root cannot be kept from reading.
    @Test(.enabled(if: geteuid() != 0)) func aFolderThatCannotBeReadIsTold() throws {
        chmod(folder["b/c"], 0)
        defer { chmod(folder["b/c"], 0o700) }
        let run = try review("b")
        #expect(run.status == 65)
        #expect(run.errors.contains("The folder 'b/c' cannot be read: Permission denied."), "\(run.errors)")
    }

    /// Who it was is a line above what was done.
    @Test func aSentenceCountsAsChangedWithAnyOfItsLines() throws {
        let git = { (words: [String]) in
            try Program.run(
                ["-c", "user.name=t", "-c", "user.email=t@t"] + words, in: folder.path,
                executable: "/usr/bin/git")
        }
        _ = try git(["init", "-q", "."])
        folder.write("The job\nforgot the flag. The operator\nforgot the log.\n", to: "m.md")
        _ = try git(["add", "."])
        #expect(try git(["commit", "-qm", "first"]).status == 0)
        folder.write("The engineer\nforgot the flag. The operator\nforgot the log.\n", to: "m.md")
        #expect(try places("m.md", "--changed", "HEAD") == ["m.md:2:1"])
    }

    @Test func changedLinesAreThoseOfGit() throws {
        let git = { (words: [String]) in
            try Program.run(
                ["-c", "user.name=t", "-c", "user.email=t@t"] + words, in: folder.path,
                executable: "/usr/bin/git")
        }
        #expect(try review("--changed", "HEAD").status == 64)
        _ = try git(["init", "-q", "."])
        folder.write("One \(comment)\n", to: "b/ödd \"name\".md")
        _ = try git(["add", "."])
        #expect(try git(["commit", "-qm", "first"]).status == 0)
        #expect(try places("--changed", "HEAD") == [])
        folder.write("Zero\nOne \(comment)\nTwo \(comment)\n", to: "b/ödd \"name\".md")
        folder.write("New \(comment)\n", to: "new.md")
        #expect(try places("--changed", "HEAD") == ["b/ödd \"name\".md:3:5", "new.md:1:5"])
        #expect(try review("--changed", "nosuch").status == 64)
        #expect(try review("--changed=--output=x").status == 64)
        #expect(!folder.names.contains("x"))
    }

    @Test func aRenamedFileIsComparedWithWhatItWas() throws {
        let git = { (words: [String]) in
            try Program.run(
                ["-c", "user.name=t", "-c", "user.email=t@t"] + words, in: folder.path,
                executable: "/usr/bin/git")
        }
        _ = try git(["init", "-q", "."])
        folder.write("Zero\n\nOne \(comment)\n\nTwo \(comment)\n", to: "b/old.md")
        _ = try git(["add", "."])
        #expect(try git(["commit", "-qm", "first"]).status == 0)
        _ = try git(["config", "diff.renames", "false"])
        _ = try git(["mv", "b/old.md", "new name.md"])
        #expect(try places("--changed", "HEAD") == [])
        folder.write("Zero\n\nOne \(comment)\n\nTwo \(comment)\n\nThree \(comment)\n", to: "new name.md")
        #expect(try places("--changed", "HEAD") == ["new name.md:7:7"])
    }

    @Test func nothingFromADocumentSteersTheTerminal() throws {
        let name = "e\u{1B}]0;name\u{7}\n::error ::x.md"
        folder.write("A \u{1B}]0;owned\u{7}\u{9B}31m \u{202E}x\u{1B}[2J \(comment)\u{1B}[31m\n", to: name)
        for format in ["text", "json", "sarif", "github", "rdjsonl"] {
            let run = try review(name, "--format", format)
            #expect(run.output.contains("omision"), "\(format)")
            #expect(Self.isHarmless(run.output), "\(format): \(run.output.debugDescription)")
            #expect(!run.output.split(separator: "\n").contains { $0.hasPrefix("::error") }, "\(format)")
        }
        let missing = try review("no\u{1B}[31m\nsuch.md")
        #expect(missing.status == 66 && Self.isHarmless(missing.errors))
    }

    private static func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            ($0.value >= 0x20 || $0 == "\n") && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
        }
    }
}
