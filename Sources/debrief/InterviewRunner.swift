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
    private var face: InterviewFace
    private let clock: () -> Instant

    /// The line that is waited for next.
    private var prompt: Prompt?
    /// The line that is being typed.
    private var typing: Prompt?
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
    /// - Parameter first: the answer to the first question, where it was given before the interview began.
    func run(first: InterviewInput?) -> ExitStatus {
        terminal.onIdle = { [weak self] draft in self?.keepDraft(draft) }
        let guide = session.guide
        let previous = file.noteState().map { Postmortem(MarkdownDocument($0), guide: guide) }
        let draft = file.drafts.read()
        let opening = session.start(previous: previous, draft: draft.flatMap { offered($0) })
        carryOut(first.map { session.handle($0) } ?? opening)
        if let draft, first == nil { remember(draft) }
        while ending == nil, let prompt {
            self.prompt = nil
            typing = prompt
            take(
                terminal.read(
                    face.request(prompt) { [weak self] before, _ in
                        self?.complete(before) ?? Completion(start: 0, candidates: [])
                    }), prompt)
        }
        if session.linesPassedOver > 0, ending == nil || ending == .success { return tellPassedOver() }
        return ending ?? .success
    }

    /// Lines from a pipe that became no answer are answers missing.
    private func tellPassedOver() -> ExitStatus {
        let lines = counted(session.linesPassedOver, "line")
        let verb = session.linesPassedOver == 1 ? "is" : "are"
        problem("\(lines) \(verb) not in the document; why is said above.")
        return .findings
    }

    // MARK: lines in

    private func take(_ outcome: LineOutcome, _ prompt: Prompt) {
        carryOut(session.handle(.tick(clock())))
        if case .terminated = outcome {} else { noticeChange() }
        switch outcome {
        case .line(let line):
            if prompt.purpose == .answer, !line.text.isEmpty {
                terminal.remember(line.text, in: prompt.history)
            }
            let isTyped = line.origin == .typed && !line.text.contains("\n")
            carryOut(session.handle(isTyped ? .line(line.text) : .block(line.text)))
            if self.prompt?.prefill != line.text { file.drafts.clear() }
        case .interrupted(let discarded):
            if !discarded.isEmpty {
                terminal.remember(discarded, in: prompt.history)
                file.drafts.clear()
            }
            carryOut(session.handle(.interrupted(hadText: !discarded.isEmpty)))
        case .endOfInput:
            carryOut(session.handle(.endOfInput))
        case .terminated(let signal, let draft):
            keepDraft(draft)
            if session.hasUnsavedAnswers { rescue() }
            ending = ExitStatus(signal: signal)
        }
    }

    private func complete(_ before: String) -> Completion {
        let found = session.completions(before: before)
        return Completion(start: found.kept, candidates: found.candidates)
    }

    // MARK: drafts

    /// What stands on the line unasked is no draft: an answer that came back for editing is in the document already.
    private func keepDraft(_ text: String) {
        guard let typing, text != typing.prefill else { return }
        guard !text.isEmpty else { return file.drafts.clear() }
        let question = typing.purpose == .answer ? session.currentQuestion : nil
        file.drafts.write(Draft(key: question?.description ?? "", label: typing.label, text: text))
    }

    /// A draft that has a question to go to, and is not its answer already.
    private func offered(_ draft: Draft) -> (question: QuestionID, label: String, text: String)? {
        guard let id = QuestionID(draft.key), session.guide[id] != nil,
            session.postmortem.reading(id).content != .text(draft.text)
        else { return nil }
        return (id, draft.label, draft.text)
    }

    /// Brings a draft within reach of Up, and says what it was where it has no line to come back to.
    private func remember(_ draft: Draft) {
        guard let prompt else { return }
        terminal.remember(draft.text, in: prompt.history)
        guard QuestionID(draft.key).map({ session.guide[$0] == nil }) ?? true else { return }
        face.show(
            StyledText("Typed when the last session ended, at '\(draft.label)': ", .success)
                + StyledText(draft.text, .value))
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
            case .saved: break
            case .created(let name): greet(name)
            case .restored: problem("The file was gone or empty; it was written again as a whole.")
            case .savedButNotDurable(let reason):
                problem("Saved, but the disk did not confirm it: \(reason).")
            case .savedBeside(let kept):
                problem("Somebody wrote the file at the same moment; their version is kept as \(kept).")
            case .changedOnDisk(let theirs, let third):
                if let third { problem("One more version, written at the same moment, is kept as \(third).") }
                return carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))))
            }
            file.drafts.clear()
            file.drafts.forgetUnsaved()
            file.drafts.keepLast(bytes)
            carryOut(session.handle(.saved))
        } catch {
            file.drafts.keepUnsaved(bytes)
            carryOut(session.handle(.saveFailed(error.description)))
        }
    }

    private func problem(_ text: String) { face.show(StyledText(text, .problem)) }

    private func greet(_ name: String) {
        face.show("")
        face.show(StyledText("New postmortem: ", .title) + StyledText(name, .value))
        face.show(
            StyledText(
                "Saved there after every answer; \(shellCommand(name)) comes back to it another day.", .hint))
        if let reason = file.lockProblem { problem(LeftBehind.noLock(reason)) }
    }

    /// The command that goes on with a file, as it is typed into a shell.
    private func shellCommand(_ name: String) -> String { "'debrief \(ShellWord(name).quoted)'" }

    private func saveCopy(_ bytes: [UInt8], _ typed: String) {
        let path = expanded(typed)
        do {
            _ = try StoredDocument.creating(path, bytes)
            carryOut(session.handle(.told("A copy is in \(path); the interview goes on as before.")))
        } catch {
            carryOut(session.handle(.told(error.description)))
        }
    }

    private func edit(_ text: String) {
        let edited: String
        switch terminal.edit(text) {
        case .unchanged: return carryOut(session.handle(.told("Nothing was changed.")))
        case .failed(let problem): return carryOut(session.handle(.told(problem)))
        case .changed(let text, let notices):
            for notice in notices { problem(notice) }
            edited = text
        }
        if let typing { terminal.remember(edited, in: typing.history) }
        noticeChange()
        carryOut(session.handle(.block(edited)))
    }

    /// `~/` is the home of whoever types it, as in a shell.
    private func expanded(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = Surroundings.current["HOME"] else { return path }
        return home + path.dropFirst()
    }

    private func read(_ typed: String) {
        do {
            let file = try StoredDocument.openingText(expanded(typed))
            for notice in ReplacedBytes.notices(of: file.bytes) { problem(notice) }
            carryOut(session.handle(.block(String(decoding: file.bytes, as: UTF8.self))))
        } catch {
            carryOut(session.handle(.told(error.description)))
        }
    }

    /// A last save that fails may end the interview once more; what is left to do is done here, once.
    private func finish(_ farewell: Farewell) {
        guard ending == nil else { return }
        ending = farewell == .interrupted ? .interrupted : .success
        if farewell != .interrupted { file.drafts.clear() }
        face.show("")
        if file.isMissing, !session.hasUnsavedAnswers { save(session.postmortem.document.bytes) }
        if session.hasUnsavedAnswers {
            rescue()
            ending = .inputOutput
        } else if let name = file.name {
            sayWhere(name, farewell)
        } else if file.isStillToBeMade {
            makeBlank()
        } else {
            face.show(StyledText("Nothing was answered, so no file was made.", .hint))
        }
    }

    /// A document to be filled in by hand, or on another day.
    private func makeBlank() {
        do {
            guard
                case .created(let name) = try file.save(
                    session.postmortem.document.bytes, title: session.title)
            else { preconditionFailure("a file that is still to be made is made by saving") }
            face.show(
                StyledText("Nothing was answered, so ", .success) + StyledText(name, .value)
                    + StyledText(" holds every heading, and a placeholder wherever an answer goes.", .success)
            )
            face.show(
                StyledText(
                    "Fill it in by hand, or answer the questions with: debrief \(ShellWord(name).quoted)",
                    .hint))
        } catch {
            problem(error.description)
            ending = Failure(error).status
        }
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

    /// The last answers could not be written to the document: they go into a file of their own, else to the screen.
    private func rescue() {
        let bytes = session.postmortem.document.bytes
        if let path = file.rescue(bytes, title: session.title) {
            file.drafts.forgetUnsaved()
            return problem("The document could not be written; its newest state is in \(path).")
        }
        problem("The document could not be written, nor could a copy anywhere; this is its newest state.")
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        face.show(lines.map { StyledText(String($0)) })
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
