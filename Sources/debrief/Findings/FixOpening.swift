import Diagnostics
import DisplayText
import DocumentStorage
import InterviewEngine
import LosslessMarkdown
import TerminalIO

/// From a path to the walk through its findings: the terminal, the lock, and how the run ends.
struct FixOpening {
    let run: FindingRun
    let isPlain: Bool

    func open(_ path: String, _ find: @escaping @Sendable (ReviewedFile) -> [Finding]) throws {
        let terminal = TerminalChoice(surroundings: run.surroundings, isPlain: isPlain).terminal
        guard terminal.isInteractive else {
            throw Failure(
                .usage,
                "'--fix' asks about each finding, so it needs a terminal; without it the findings are listed."
            )
        }
        let lock = SessionLock(for: StoredDocument.realPath(path))
        defer { lock.release() }
        if case .heldBy(let holder) = lock.state {
            throw Failure(
                .locked, "'\(path)' is open in another session (\(holder)); it can be fixed when that ends.")
        }
        let stored: StoredDocument
        do {
            stored = try StoredDocument.opening(path)
        } catch {
            throw Failure(error)
        }
        try walk(stored, path, terminal, find)
    }

    private func walk(
        _ stored: StoredDocument, _ path: String, _ terminal: any Terminal,
        _ find: @escaping @Sendable (ReviewedFile) -> [Finding]
    ) throws {
        let sieve = try FindingSieve(run, find)
        let session = FixSession(MarkdownDocument(stored.bytes)) { document in
            // Wording is looked at in any file.
            (try? sieve.new(ReviewedFile(name: path, document: document))) ?? []
        }
        let output = StyledOutput(environment: run.surroundings.environment)
        let runner = FixRunner(
            session, stored, name: path, terminal: terminal, run.surroundings(for: output))
        let ended = runner.run()
        guard ended.status == .success else { throw ended.status.code }
        let level = run.options.failOn.severity
        if let level, ended.remaining.contains(where: { $0.severity >= level }) {
            throw ExitStatus.findings.code
        }
    }
}
