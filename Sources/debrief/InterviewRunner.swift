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
    private let file: InterviewFile
    private let terminal: any Terminal
    private let face: InterviewFace
    private let clock: () -> Instant

    /// The line that is waited for next.
    private var prompt: Prompt?
    private var ending: ExitStatus?

    init(
        session: InterviewSession, file: InterviewFile, terminal: any Terminal, clock: @escaping () -> Instant
    ) {
        self.session = session
        self.file = file
        self.terminal = terminal
        self.clock = clock
        face = InterviewFace(terminal: terminal)
    }

    /// Asks until the interview ends; the status the program ends with.
    ///
    /// - Parameter firstLine: the answer to the first question, where it was typed before the interview began.
    func run(firstLine: String?) -> ExitStatus {
        terminal.onIdle = { [weak self] draft in self?.keepDraft(draft) }
        let guide = session.guide
        let previous = file.drafts.last.map { Postmortem(MarkdownDocument($0), guide: guide) }
        let draft = file.drafts.read().flatMap { draft in QuestionID(draft.key).map { ($0, draft.text) } }
        let opening = session.start(previous: previous, draft: draft)
        carryOut(firstLine.map { session.handle(.line($0)) } ?? opening)
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
        file.drafts.write(text, key: question.description)
    }

    /// Somebody may have written the file while the line was typed.
    private func noticeChange() {
        guard let bytes = file.refresh() else { return }
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
            switch try file.save(bytes, title: session.title) {
            case .saved:
                file.drafts.clear()
            case .created(let name):
                greet(name)
            case .savedButNotDurable(let reason):
                face.show(StyledText("Saved, but the disk did not confirm it: \(reason)", .problem))
            case .changedOnDisk(let theirs):
                return carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))))
            case .conflict(let kept):
                face.show(
                    StyledText(
                        "Somebody wrote the file at the same moment; their version is kept as \(kept).",
                        .problem))
            }
            carryOut(session.handle(.saved))
        } catch {
            carryOut(session.handle(.saveFailed(error.description)))
        }
    }

    private func greet(_ name: String) {
        face.show("")
        face.show(StyledText("New postmortem: ", .title) + StyledText(name, .value))
        face.show(
            StyledText(
                "Saved there after every answer; \(shellCommand(name)) comes back to it another day.", .hint))
    }

    /// The command that goes on with a file, as it is typed into a shell.
    private func shellCommand(_ name: String) -> String { "'debrief \(ShellWord(name).quoted)'" }

    private func saveCopy(_ bytes: [UInt8], _ path: String) {
        do {
            _ = try StoredDocument.creating(path, bytes)
            carryOut(session.handle(.told("A copy is in \(path); the interview goes on as before.")))
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
        if farewell != .interrupted { file.drafts.clear() }
        face.show("")
        if let name = file.name {
            sayWhere(name, farewell)
        } else if !session.hasUnsavedAnswers {
            face.show(StyledText("Nothing was answered, so no file was made.", .hint))
        }
        ending = farewell == .interrupted ? .interrupted : .success
    }

    private func sayWhere(_ name: String, _ farewell: Farewell) {
        file.drafts.keepLast(session.postmortem.document.bytes)
        face.show(
            StyledText("Everything accepted is in ", .success) + StyledText(name, .value) + StyledText("."))
        let word = ShellWord(name).quoted
        switch farewell {
        case .done:
            face.show(
                StyledText(
                    "Next: 'debrief review \(word)' reads the wording, 'debrief check \(word)' the whole.",
                    .hint))
        case .quit, .endOfInput, .interrupted:
            face.show(StyledText("Go on any time with: debrief \(word)", .hint))
        }
    }

    /// The last answers could not be written to the document: they go into a file of their own.
    private func rescue() {
        if let path = file.rescue(session.postmortem.document.bytes, title: session.title) {
            face.show(
                StyledText("The document could not be written; its newest state is in \(path).", .problem))
        }
    }
}

/// A file name as one word of a shell command.
struct ShellWord {
    private let text: String

    init(_ text: String) { self.text = text }

    /// In quotes where a shell would take the name apart.
    var quoted: String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:@+".contains($0) }
        return isPlain && !text.hasPrefix("-") ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
