import Foundation
import TestSupport
import Testing

/// Something that is no postmortem, and the exit status that says so.
private struct BrokenInput: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let status: Int32

    static let all = [
        BrokenInput(testDescription: "empty", bytes: [], status: 65),
        BrokenInput(testDescription: "NUL", bytes: Array("# a\u{0}b\n".utf8), status: 65),
        BrokenInput(
            testDescription: "invalid UTF-8", bytes: [0x23, 0x20, 0xFF, 0xFE, 0xC3, 0x28, 0x0A], status: 65),
        BrokenInput(
            testDescription: "a letter", bytes: Array("Dear all,\n\nthis is no postmortem.\n".utf8),
            status: 65),
        BrokenInput(
            testDescription: "a long line", bytes: [UInt8](repeating: 0x61, count: 2_000_000), status: 65),
        BrokenInput(
            testDescription: "above the limit", bytes: [UInt8](repeating: 0x0A, count: 5_300_000), status: 65),
        BrokenInput(
            testDescription: "control characters", bytes: Array("\u{1B}]0;x\u{7}\u{1B}[31m".utf8), status: 65),
    ]
}

@Suite("Broken input gets one clear sentence and keeps its bytes") struct BrokenInputTests {
    private static let commands = [["status"], ["export", "--to", "json"], ["--no-input"]]
    private static let setpriv = "/usr/bin/setpriv"

    @Test(arguments: BrokenInput.all, commands) fileprivate func aFile(
        _ input: BrokenInput, _ command: [String]
    ) throws {
        let folder = try TemporaryFolder()
        let path = folder["it.md"]
        _ = FileManager.default.createFile(atPath: path, contents: Data(input.bytes))
        let outcome = try Program.run(command + ["it.md"], in: folder.path)
        #expect(outcome.status == input.status, "\(command): \(outcome.errors)")
        checkSentence(outcome)
        #expect(FileManager.default.contents(atPath: path) == Data(input.bytes))
        #expect(folder.names == ["it.md"], "nothing is left behind")
    }

    @Test(arguments: commands) func aFolder(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder["it.md"], withIntermediateDirectories: false)
        let outcome = try Program.run(command + ["it.md"], in: folder.path)
        #expect(outcome.status == 65, "\(command)")
        checkSentence(outcome)
    }

    @Test(arguments: commands) func noFile(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(command + ["it.md"], in: folder.path)
        #expect(outcome.status == 66, "\(command)")
        checkSentence(outcome)
        #expect(folder.names.isEmpty)
    }

    /// The super-user may read everything, and gives up that right first.
    @Test(.enabled(if: geteuid() != 0 || access(Self.setpriv, X_OK) == 0), arguments: commands)
    func aFileThatMayNotBeRead(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let path = folder.write("# Title\n", to: "it.md")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let rights = "-dac_override,-dac_read_search"
        let outcome =
            geteuid() != 0
            ? try Program.run(command + ["it.md"], in: folder.path)
            : try Program.run(
                ["--inh-caps", rights, "--bounding-set", rights, Program.debrief] + command + ["it.md"],
                in: folder.path, executable: Self.setpriv)
        #expect(outcome.status == 65, "\(command)")
        #expect(outcome.errors.contains("may not be read by this user"))
        checkSentence(outcome)
    }

    @Test(arguments: [
        (["--answers", "it.yml"], 65, "it.yml:2:1: error:"),
        (["--guide", "it.yml"], 64, "Unknown guide 'it.yml'. Available: standard, short."),
        (["--guide", "standrad"], 64, "Unknown guide 'standrad'. Did you mean 'standard'?"),
        (["--answers", "missing.yml"], 66, "There is no file 'missing.yml'"),
    ])
    func newTellsWhatIsWrongAndMakesNothing(_ options: [String], _ status: Int32, _ said: String) throws {
        let folder = try TemporaryFolder()
        folder.write("answers: [\n", to: "it.yml")
        let outcome = try Program.run(["new", "it.md"] + options, in: folder.path)
        #expect(outcome.status == status, "\(options): \(outcome.status)")
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(folder.names.filter { !$0.hasPrefix(".local") } == ["it.yml"])
    }

    /// It is neither a file that is missing nor one that is there.
    @Test(
        arguments: [(["day.md"], 66), (["new", "day.md"], 73), (["status", "day.md"], 66)]
            as [([String], Int32)])
    func aLinkToNothing(_ arguments: [String], _ status: Int32) throws {
        let folder = try TemporaryFolder()
        symlink("gone.md", folder["day.md"])
        let outcome = try Program.run(arguments, in: folder.path, input: "Gates stood still\n")
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains("'day.md' is a link to 'gone.md', and there is no such file"))
        checkSentence(outcome)
    }

    @Test func standardInputAsAFile() throws {
        let folder = try TemporaryFolder()
        let text = Repository.text("Samples/\(Samples.names[0]).md")
        let outcome = try Program.run(["status", "/dev/stdin"], in: folder.path, input: text)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("/dev/stdin: "))
    }

    /// One sentence or two, in characters that steer no terminal, and no word of the program's insides.
    private func checkSentence(_ outcome: Program.Outcome) {
        #expect(outcome.output.isEmpty)
        let lines = outcome.errors.split(separator: "\n")
        #expect((1...2).contains(lines.count), "\(outcome.errors)")
        #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        #expect(!outcome.errors.contains("Fatal error") && !outcome.errors.contains("Error("))
    }
}
