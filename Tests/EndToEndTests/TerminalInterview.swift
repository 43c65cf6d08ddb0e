import Glibc
import TestSupport
import Testing

/// An interview on a document of its own, in a terminal of its own.
final class TerminalInterview {
    static let file = "incident.md"

    let folder: TemporaryFolder
    private(set) var terminal: PtySession

    /// - Parameter answers: what the document holds already, as the body of an answers file.
    init(
        guide: String = "short", answers: String = "", arguments: [String] = [],
        environment: [String: String] = [:],
        editrc: String = "", columns: Int = 80, rows: Int = 24
    ) throws {
        folder = try TemporaryFolder()
        folder.write(
            "version: \"1\"\nguide: \(guide)\nanswers:\(answers.isEmpty ? " {}" : "\n" + answers)\n",
            to: "a.yml")
        let made = try Program.run(["new", Self.file, "--answers", "a.yml"], in: folder.path)
        #expect(made.status == 0, "\(made.errors)")
        if !editrc.isEmpty { folder.write(editrc, to: ".editrc") }
        terminal = try Self.open(folder, arguments, environment, columns, rows)
    }

    /// Opens the document once more, as on another day.
    func reopen(environment: [String: String] = [:]) throws {
        terminal = try Self.open(folder, [], environment, 80, 24)
    }

    var document: String { folder.text(Self.file) }

    /// Answers the question and waits for the next one.
    func answer(_ text: String, thenAsks next: String) throws {
        terminal.send(text)
        terminal.send(.enter)
        try terminal.prompt(next)
    }

    /// Waits until the document is as it should be.
    func wait(for what: String, until condition: (String) -> Bool) throws {
        try terminal.wait(for: what) { _ in condition(document) }
    }

    func send(_ keys: Key...) { for key in keys { terminal.send(key) } }

    /// Pastes, and leaves the moment that a hand needs to reach for Enter.
    func paste(_ text: String) throws {
        terminal.send(.paste(text))
        let end = text.split(whereSeparator: \.isNewline).last.map { String($0.suffix(5)) } ?? ""
        try terminal.wait(for: "the paste") { $0.text.contains(end) || $0.text.contains("[paste") }
        usleep(150_000)
    }

    func type(_ text: String) { terminal.send(text) }

    private static func open(
        _ folder: TemporaryFolder, _ arguments: [String], _ environment: [String: String], _ columns: Int,
        _ rows: Int
    ) throws -> PtySession {
        let variables = ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]].merging(environment) { $1 }
        return try PtySession(
            Program.debrief, arguments: [file, "--today", "2026-03-02"] + arguments, environment: variables,
            folder: folder.path, columns: columns, rows: rows)
    }
}
