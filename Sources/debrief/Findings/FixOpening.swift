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

    func open(_ path: String, _ find: @escaping FindingSearch) throws {
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
        if lock.state == .held { sweep(path, terminal) }
        let stored: StoredDocument
        do {
            stored = try StoredDocument.openingText(path)
        } catch {
            throw Failure(error)
        }
        if let whole = StaleFiles.wholeText(of: stored.path) { throw OpenDocument.cutShort(path, whole) }
        try walk(stored, path, terminal, find)
    }

    private var state: StateFolder { StateFolder(environment: run.surroundings.environment) }

    /// Brings a save to its end that a killed session left, and names the texts that belong to nothing.
    private func sweep(_ path: String, _ terminal: any Terminal) {
        let real = StoredDocument.realPath(path)
        for kept in StaleFiles.sweep(beside: real, last: DraftStore(document: real, state: state).last) {
            terminal.show(StyledText(LeftBehind.cutShort(kept), .problem))
        }
    }

    private func walk(
        _ stored: StoredDocument, _ path: String, _ terminal: any Terminal,
        _ find: @escaping FindingSearch
    ) throws {
        let sieve = try FindingSieve(run, find)
        let session = FixSession(MarkdownDocument(stored.bytes)) { document in
            // Wording is looked at in any file.
            (try? sieve.new(ReviewedFile(name: path, document: document)))?.findings ?? []
        }
        let output = StyledOutput(environment: run.surroundings.environment)
        let runner = FixRunner(
            session, stored, name: path, terminal: terminal, run.surroundings(for: output),
            drafts: DraftStore(document: stored.path, purpose: "fix", state: state))
        let ended = runner.run()
        guard ended.status == .success else { throw ended.status.code }
        let level = run.options.failOn.severity
        if let level, ended.remaining.contains(where: { $0.severity >= level }) {
            throw ExitStatus.findings.code
        }
    }
}
