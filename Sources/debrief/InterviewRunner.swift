import Diagnostics
import DisplayText
import DocumentStorage
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Rendering
import TerminalIO

/// Runs an interview on a terminal and a file: hands lines in, carries out what comes back.
final class InterviewRunner {
    var session: InterviewSession
    let file: InterviewFile
    let terminal: any Terminal
    var face: InterviewFace
    private let clock: () -> Instant

    /// The line that is waited for next.
    var prompt: Prompt?
    /// The line that is being typed.
    var typing: Prompt?
    /// The lines of a paste that are kept for another session.
    var keptRest: LeftOver?
    /// Copies of the document with answers that somebody else's came before.
    var keptBeside: [(path: String, bytes: [UInt8])] = []
    var ending: ExitStatus?

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
        let opening = session.start(
            previous: previous, draft: draft.flatMap { offered($0) }, rest: keptLines())
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
        precondition(ending != nil, "the interview stopped asking without an ending")
        if session.linesPassedOver > 0, ending == nil || ending == .success { return tellPassedOver() }
        return ending ?? .success
    }

    /// Lines from a pipe that became no answer are answers missing.
    private func tellPassedOver() -> ExitStatus {
        let lines = counted(session.linesPassedOver, "line")
        let verb = session.linesPassedOver == 1 ? "was" : "were"
        problem("\(lines) \(verb) not taken; why is said above.")
        return .findings
    }

    // MARK: lines in

    private func take(_ outcome: LineOutcome, _ prompt: Prompt) {
        carryOut(session.handle(.tick(clock())))
        if case .terminated = outcome {} else { noticeChange() }
        switch outcome {
        case .line(let line):
            let isBlock = line.origin != .typed || prompt.isBlock && line.text == prompt.prefill
            if prompt.purpose == .answer, !line.text.isEmpty {
                terminal.remember(
                    isBlock ? TypedLine.answering(line.text) : line.text, in: prompt.history)
            }
            // A command behind it takes the line along, and what stood there is in no answer.
            if prompt.isReturned, line.text.hasPrefix(prompt.prefill + ":") {
                terminal.remember(prompt.prefill, in: prompt.history)
            }
            carryOut(session.handle(input(line)))
            keepWaiting()
        case .interrupted(let discarded):
            if !discarded.isEmpty {
                terminal.remember(discarded, in: prompt.history)
            }
            carryOut(session.handle(.interrupted(hadText: !discarded.isEmpty)))
            keepWaiting()
        case .endOfInput:
            carryOut(session.handle(.endOfInput))
        case .terminated(let signal, let draft):
            keepDraft(draft)
            keepPlace()
            if session.hasUnsavedAnswers || file.displacement != nil { rescue() }
            ending = ExitStatus(signal: signal)
        }
    }

    /// Pasted text is no command, but may stand behind one that was typed.
    private func input(_ line: EnteredLine) -> InterviewInput {
        guard line.origin == .pasted else {
            return line.origin == .typed ? .line(line.text) : .block(line.text)
        }
        guard line.typedFirst.hasPrefix(":"), line.typedFirst.hasSuffix(" "),
            line.text.hasPrefix(line.typedFirst), TypedLine.isCommand(line.typedFirst)
        else { return .block(line.text) }
        let lines = line.text.split(whereSeparator: \.isNewline)
        guard lines.count > 1 else { return .line(lines.first.map(String.init) ?? line.text) }
        return .told("A command takes one line, and this has \(lines.count); Up brings them back.")
    }

    private func complete(_ before: String) -> Completion {
        let found = session.completions(before: before)
        return Completion(start: found.kept, candidates: found.candidates)
    }

    /// Somebody may have written the file while the line was typed.
    func noticeChange() {
        guard let bytes = file.refresh() else { return }
        carryOut(session.handle(.documentChanged(MarkdownDocument(bytes))), askingAgain: false)
    }

    // MARK: outputs

    func carryOut(_ outputs: [InterviewOutput], askingAgain: Bool = true) {
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
            case .keepBeside(let bytes): keepBeside(bytes)
            case .withinReach(let text):
                // Of the question that is put by now, else of the one that was answered.
                if let place = prompt ?? typing { terminal.remember(text, in: place.history) }
            case .openEditor(let text): edit(text)
            case .readFile(let path): read(path)
            case .finish(let farewell): finish(farewell)
            }
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
        showEdited(edited)
        noticeChange()
        carryOut(session.handle(.block(edited)))
    }

    /// What comes from an editor was not seen on the screen; a line of it or two say that it has come.
    private func showEdited(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        let rest = lines.count - Self.shownLines
        face.show(StyledText("From the editor:", .hint))
        for line in lines.prefix(Self.shownLines) { face.show(StyledText("  \(line)", .value)) }
        if rest > 0 { face.show(StyledText("  and \(counted(rest, "more line"))", .hint)) }
    }

    private static let shownLines = 3

    /// `~/` is the home of whoever types it, as in a shell.
    func expanded(_ path: String) -> String {
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
}
