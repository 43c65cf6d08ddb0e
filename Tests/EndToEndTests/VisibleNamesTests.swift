import TestSupport
import Testing

/// What stands in a file's name is shown, and steers nothing: no escape sequence, no mark that turns the reading direction, no
/// line of its own.
@Suite("File names reach the terminal visibly") struct VisibleNamesTests {
    private let name = "a\u{1B}]0;owned\u{7}b\u{202E}c\u{9B}2Jd\ne.md"

    private static let commands: [[String]] = [
        ["NAME"], ["status", "NAME"], ["export", "NAME", "--to", "json"], ["NAME", "--no-input"],
        ["guides", "NAME"],
        ["new", "NAME", "--answers", "a.yml"], ["new", "day.md", "--answers", "NAME"],
        ["new", "day.md", "--guide", "NAME", "--answers", "a.yml"],
        ["export", "day.md", "--to", "json", "-o", "nowhere/NAME"], ["NAME", "--guide", "NAME"],
    ]

    @Test(arguments: ["missing", "document", "folder", "other"]) func inEveryMessage(_ kind: String) throws {
        for command in Self.commands {
            let folder = try TemporaryFolder()
            folder.write("version: \"1\"\nguide: short\nanswers: {}\n", to: "a.yml")
            switch kind {
            case "document": _ = try Program.run(["new", name, "--answers", "a.yml"], in: folder.path)
            case "folder": folder.write("inside", to: name + "/inside")
            case "other": folder.write("no postmortem\n\n# \(name)\n", to: name)
            default: break
            }
            let run = try Program.run(
                command.map { $0.replacing("NAME", with: name) }, in: folder.path, input: ":quit\n")
            let said = (run.output + run.errors).unicodeScalars
            let steering = said.filter {
                $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) || $0 == "\u{202E}"
            }
            #expect(steering.isEmpty, "\(kind) \(command): \(run.output)\(run.errors)")
        }
    }

    @Test func inATerminal() throws {
        let folder = try TemporaryFolder()
        folder.write("version: \"1\"\nguide: short\nanswers: {}\n", to: "a.yml")
        _ = try Program.run(["new", name, "--answers", "a.yml"], in: folder.path)
        let terminal = try PtySession(
            Program.debrief, arguments: [name],
            environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], folder: folder.path)
        try terminal.prompt("Title ›")
        terminal.send(.control("d"))
        _ = try terminal.waitForExit()
        let raw = String(decoding: terminal.raw, as: UTF8.self)
        #expect(!raw.contains("\u{1B}]"))
        #expect(!raw.contains("\u{202E}"))
        #expect(terminal.screen.text.contains("a^[]0;owned^G"))
    }
}
