import Consistency
import Diagnostics
import DisplayText
import DocumentStorage
import InterviewEngine
import LosslessMarkdown
import TerminalIO

/// Walks through the findings of one file on a terminal: hands lines in, carries out what comes back.
final class FixRunner {
    private var session: FixSession
    private var stored: StoredDocument
    private let name: String
    private let terminal: any Terminal
    private let face: InterviewFace
    private let surroundings: ReportSurroundings
    private let drafts: DraftStore
    private var prompt: Prompt?
    /// The line that is being typed.
    private var typing: Prompt?
    private var ending: ExitStatus?

    init(
        _ session: FixSession, _ stored: StoredDocument, name: String, terminal: any Terminal,
        _ surroundings: ReportSurroundings, drafts: DraftStore
    ) {
        (self.session, self.stored, self.name, self.terminal) = (session, stored, name, terminal)
        (self.surroundings, self.drafts) = (surroundings, drafts)
        face = InterviewFace(terminal: terminal)
    }

    /// Asks until the walk ends. The status is that of a signal, else the caller's to choose by what remains.
    func run() -> (status: ExitStatus, remaining: [Finding]) {
        terminal.onIdle = { [weak self] in self?.keepDraft($0) }
        defer { terminal.onIdle = nil }
        carryOut(session.start())
        if let draft = drafts.read() { remember(draft) }
        while ending == nil, let prompt {
            self.prompt = nil
            typing = prompt
            let outcome = terminal.read(
                face.request(prompt) { _, _ in Completion(start: 0, candidates: []) })
            if let theirs = stored.refresh() {
                carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))), askingAgain: false)
            }
            take(outcome)
        }
        return (ending ?? .success, session.remaining)
    }

    private func take(_ outcome: LineOutcome) {
        switch outcome {
        case .line(let line):
            carryOut(session.handle(line.origin == .typed ? .line(line.text) : .block(line.text)))
            if isWords, prompt?.prefill != line.text { drafts.clear() }
        case .interrupted(let discarded):
            if isWords, !discarded.isEmpty {
                terminal.remember(discarded, in: FixSession.words)
                drafts.clear()
            }
            carryOut(session.handle(.interrupted(hadText: !discarded.isEmpty)))
        case .endOfInput: carryOut(session.handle(.endOfInput))
        case .terminated(let signal, let draft):
            keepDraft(draft)
            ending = ExitStatus(signal: signal)
        }
    }

    /// A sentence or a reason is typed, not a key of the walk.
    private var isWords: Bool { typing?.history == FixSession.words }

    private func keepDraft(_ text: String) {
        guard isWords, let typing, text != typing.prefill, !text.isEmpty else { return }
        drafts.write(Draft(key: "", label: typing.label, text: text))
    }

    /// Says what was being typed when a session ended without warning, and brings it within reach of Up.
    private func remember(_ draft: Draft) {
        terminal.remember(draft.text, in: FixSession.words)
        face.show(
            StyledText("Typed when the last session ended, at '\(draft.label)', and back with Up: ", .success)
                + StyledText(draft.text, .value))
    }

    private func carryOut(_ outputs: [FixOutput], askingAgain: Bool = true) {
        for output in outputs {
            switch output {
            case .tell(let text): face.show(text)
            case .frame(let finding, let left): show(finding, left)
            case .ask(let prompt): if askingAgain { self.prompt = prompt }
            case .save(let bytes): save(bytes)
            case .finish: finish()
            }
        }
    }

    /// As `debrief review` tells it; a line of source keeps its shape, words are wrapped.
    private func show(_ finding: Finding, _ left: Int) {
        var surroundings = surroundings
        surroundings.width = max(40, terminal.columns - 1)
        let file = FileFindings(file: name, bytes: session.document.bytes.withoutSecrets, findings: [finding])
        terminal.show("")
        for line in TextReporter(surroundings).report(file).dropLast() {
            if line.runs.contains(where: { $0.role == .source || $0.role == .mark }) {
                terminal.showPreformatted([StyledText(line)])
            } else {
                terminal.show(StyledText(line))
            }
        }
        if left > 1 { face.show(StyledText("\(left - 1) more after this one.", .hint)) }
    }

    private func save(_ bytes: [UInt8]) {
        do {
            switch try stored.save(bytes) {
            case .saved, .unchanged, .restored: break
            case .savedButNotDurable(let reason):
                problem("Saved, but the disk did not confirm it: \(reason)")
            case .savedBeside(let kept):
                problem("Somebody wrote the file at the same moment; their version is kept as \(kept).")
            case .changedOnDisk(let theirs, let third):
                if let third { problem("One more version, written at the same moment, is kept as \(third).") }
                return carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))))
            }
            carryOut(session.handle(.saved))
        } catch {
            carryOut(session.handle(.saveFailed(error.description)))
        }
    }

    private func problem(_ text: String) { face.show(StyledText(text, .problem)) }

    private func finish() {
        face.show(StyledText(session.summary + ".", .success))
        ending = .success
    }
}
