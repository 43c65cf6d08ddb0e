import Diagnostics
import DisplayText
import DocumentStorage
import Guides
import IncidentTime
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Rendering
import TerminalIO

/// Runs an interview on a terminal and a file: hands lines in, carries out what comes back.
final class InterviewRunner {
    private var session: InterviewSession
    private var stored: StoredDocument
    private let terminal: any Terminal
    private let face: InterviewFace
    private let drafts: DraftStore
    private let clock: () -> Instant
    private let name: String

    /// The line that is waited for next.
    private var prompt: Prompt?
    private var ending: ExitStatus?

    init(
        session: InterviewSession, stored: StoredDocument, name: String, terminal: any Terminal,
        drafts: DraftStore,
        clock: @escaping () -> Instant
    ) {
        self.session = session
        self.stored = stored
        self.name = name
        self.terminal = terminal
        self.drafts = drafts
        self.clock = clock
        face = InterviewFace(terminal: terminal)
    }

    /// Asks until the interview ends; the status the program ends with.
    func run(previous: Postmortem?) -> ExitStatus {
        terminal.onIdle = { [weak self] draft in self?.keepDraft(draft) }
        let draft = drafts.read().flatMap { draft in QuestionID(draft.key).map { ($0, draft.text) } }
        carryOut(session.start(previous: previous, draft: draft))
        while ending == nil, let prompt {
            self.prompt = nil
            take(
                terminal.read(
                    face.request(prompt) { [weak self] before, _ in
                        self?.complete(before) ?? Completion(start: 0, candidates: [])
                    }), prompt)
        }
        return ending ?? .success
    }

    // MARK: lines in

    private func take(_ outcome: LineOutcome, _ prompt: Prompt) {
        carryOut(session.handle(.tick(clock())))
        noticeChange()
        switch outcome {
        case .line(let line):
            if prompt.purpose == .answer, !line.text.isEmpty {
                terminal.remember(line.text, in: prompt.history)
            }
            let isTyped = line.origin == .typed && !line.text.contains("\n")
            carryOut(session.handle(isTyped ? .line(line.text) : .block(line.text)))
        case .interrupted(let discarded):
            if !discarded.isEmpty { terminal.remember(discarded, in: prompt.history) }
            carryOut(session.handle(.interrupted(hadText: !discarded.isEmpty)))
        case .endOfInput:
            carryOut(session.handle(.endOfInput))
        case .terminated(let signal, let draft):
            keepDraft(draft)
            if session.hasUnsavedAnswers { rescue() }
            ending = signal == 1 ? .hangUp : .terminated
        }
    }

    private func complete(_ before: String) -> Completion {
        let found = session.completions(before: before)
        return Completion(start: found.kept, candidates: found.candidates)
    }

    private func keepDraft(_ text: String) {
        guard let question = session.currentQuestion, !text.isEmpty else { return }
        drafts.write(text, key: question.description)
    }

    /// Somebody may have written the file while the line was typed.
    private func noticeChange() {
        guard let bytes = stored.refresh() else { return }
        carryOut(session.handle(.documentChanged(MarkdownDocument(bytes))), askingAgain: false)
    }

    // MARK: outputs

    private func carryOut(_ outputs: [InterviewOutput], askingAgain: Bool = true) {
        for output in outputs {
            switch output {
            case .tell(let text): face.show(text)
            case .show(let lines): face.show(lines)
            case .question(let notice): face.show(notice)
            case .finding(let notice): face.show(notice)
            case .preview(let document): face.show(TerminalPreview(document, width: terminal.columns).lines)
            case .ask(let prompt): if askingAgain { self.prompt = prompt }
            case .save(let bytes): save(bytes)
            case .saveCopy(let bytes, let path): saveCopy(bytes, path)
            case .openEditor(let text): edit(text)
            case .readFile(let path): read(path)
            case .finish(let farewell): finish(farewell)
            }
        }
    }

    private func save(_ bytes: [UInt8]) {
        do {
            switch try stored.save(bytes) {
            case .saved, .unchanged:
                drafts.clear()
                carryOut(session.handle(.saved))
            case .savedButNotDurable(let reason):
                face.show(StyledText("Saved, but the disk did not confirm it: \(reason)", .problem))
                carryOut(session.handle(.saved))
            case .changedOnDisk(let theirs):
                carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))))
            case .conflict(let kept):
                face.show(
                    StyledText(
                        "Somebody wrote the file at the same moment; their version is kept as \(kept).",
                        .problem))
                carryOut(session.handle(.saved))
            }
        } catch {
            carryOut(session.handle(.saveFailed(error.description)))
        }
    }

    private func saveCopy(_ bytes: [UInt8], _ path: String) {
        do {
            _ = try StoredDocument.creating(path, bytes)
            carryOut(session.handle(.told("A copy is in \(path); the interview goes on in \(name).")))
        } catch {
            carryOut(session.handle(.told(error.description)))
        }
    }

    private func edit(_ text: String) {
        guard let edited = terminal.edit(text), edited != text else {
            return carryOut(session.handle(.told("Nothing was changed.")))
        }
        carryOut(session.handle(.block(edited)))
    }

    private func read(_ path: String) {
        do {
            let file = try StoredDocument.opening(path, limit: 64 * 1024)
            carryOut(session.handle(.block(String(decoding: file.bytes, as: UTF8.self))))
        } catch {
            carryOut(session.handle(.told(error.description)))
        }
    }

    private func finish(_ farewell: Farewell) {
        if session.hasUnsavedAnswers { rescue() }
        if farewell != .interrupted { drafts.clear() }
        drafts.keepLast(session.postmortem.document.bytes)
        face.show("")
        face.show(
            StyledText("Everything accepted is in ", .success) + StyledText(name, .value) + StyledText("."))
        switch farewell {
        case .done:
            face.show(
                StyledText(
                    "Next: 'debrief review \(name)' reads the wording, 'debrief check \(name)' the whole.",
                    .hint))
        case .quit, .endOfInput, .interrupted:
            face.show(StyledText("Go on any time with: debrief \(name)", .hint))
        }
        ending = farewell == .interrupted ? .interrupted : .success
    }

    /// The last answers could not be written to the document: they go into a file of their own.
    private func rescue() {
        if let path = drafts.rescue(session.postmortem.document.bytes, beside: stored.path) {
            face.show(
                StyledText("The document could not be written; its newest state is in \(path).", .problem))
        }
    }
}
