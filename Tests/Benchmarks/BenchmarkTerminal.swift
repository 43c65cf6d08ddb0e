import Glibc
import TestSupport

/// A program in a pseudo-terminal, timed by when its bytes arrive, before the screen takes them in.
struct BenchmarkTerminal {
    let session: PtySession
    private let start: Double

    /// What stands at the end of every prompt of the program.
    static let promptMark = "›"

    static func debrief(_ arguments: [String], in folder: String) throws -> BenchmarkTerminal {
        let environment = ["HOME": folder, "XDG_STATE_HOME": folder + "/state"]
        return try BenchmarkTerminal(
            Program.debrief, arguments + ["--today", "2026-04-15"], folder, environment)
    }

    /// GNU readline, as bash has it, under a prompt of the same kind.
    static func bash(in folder: String) throws -> BenchmarkTerminal {
        try BenchmarkTerminal(
            "/bin/bash",
            ["--norc", "--noprofile", "-c", "while read -e -p 'line \(promptMark) ' line; do :; done"],
            folder,
            ["HOME": folder])
    }

    private init(
        _ executable: String, _ arguments: [String], _ folder: String, _ environment: [String: String]
    )
        throws
    {
        start = PtySession.clock
        session = try PtySession(
            executable, arguments: arguments, environment: environment, folder: folder, columns: 80, rows: 24)
    }

    /// Seconds from the spawning to the first prompt.
    func firstPrompt() throws -> Double {
        try session.wait(for: "the first prompt") { $0.cursorLine.contains(Self.promptMark) }
        return session.lastRead - start
    }

    /// Seconds from a key to the last byte of what it changes on the screen.
    func echo(of key: String) throws -> Double {
        let sent = PtySession.clock
        session.send(key)
        try session.waitForQuiet(milliseconds: 4, after: sent)
        return session.lastRead - sent
    }

    /// Seconds from Enter to the next prompt, once what is typed stands on the screen.
    func enter(_ text: String) throws -> Double {
        session.send(text)
        try session.waitForQuiet(milliseconds: 30, after: 0)
        let seen = session.raw.count
        let sent = PtySession.clock
        session.send(.enter)
        try session.wait(for: "the next prompt") { _ in Self.holdsPrompt(session.raw[seen...]) }
        let arrived = session.lastRead - sent
        try session.waitForQuiet(milliseconds: 5, after: sent)
        return arrived
    }

    /// A prompt that stands behind the end of the line that Enter closed.
    private static func holdsPrompt(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let lineEnd = bytes.firstIndex(of: 0x0A) else { return false }
        return String(decoding: bytes[lineEnd...], as: UTF8.self).contains(promptMark)
    }
}
