import Diagnostics
import DisplayText
import DocumentStorage
import Forms
import Guides
import IncidentTime
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Rendering
import TerminalIO

/// From the start of the program to the first question: which document, whose lock, which draft.
struct InterviewOpening {
    let surroundings: Surroundings
    let terminal: any Terminal
    let guide: String?
    let today: CalendarDate?

    private var prompts: PromptFiles { PromptFiles(surroundings: surroundings) }

    func run(_ file: String?) throws -> ExitStatus {
        switch try choose(file) {
        case .existing(let path): return try open(path, isNew: false)
        case .new(let path, let title): return try create(path, title: title)
        case .nothing(let status): return status
        }
    }

    /// Starts a new postmortem in any case.
    func start(_ path: String?) throws -> ExitStatus { try create(path, title: nil) }

    // MARK: which document

    private enum Choice {
        case existing(String)
        case new(String?, title: String?)
        case nothing(ExitStatus)
    }

    private func choose(_ file: String?) throws -> Choice {
        guard let file else { return try chooseInFolder() }
        if FolderListing.exists(file) { return .existing(file) }
        guard terminal.isInteractive else {
            throw Failure(
                .noInput, "There is no file '\(visible(file))'. 'debrief new \(visible(file))' creates one.")
        }
        terminal.show(StyledText("There is no file '\(file)'. Start a new postmortem there?", .question))
        guard let answer = line("y for yes, Enter for no") else { return .nothing(.success) }
        return ["y", "yes"].contains(answer.lowercased()) ? .new(file, title: nil) : .nothing(.success)
    }

    /// Offers what is unfinished here; with nothing unfinished there is nothing to ask.
    private func chooseInFolder() throws -> Choice {
        let hits = FolderSearch(folder: surroundings.folder, guides: prompts.readableGuides).unfinished
        guard !hits.isEmpty, terminal.isInteractive else { return .new(nil, title: nil) }
        terminal.show(StyledText("Unfinished here:", .title))
        for (index, hit) in hits.prefix(9).enumerated() {
            terminal.show(
                StyledText("  \(index + 1)  ", .command) + StyledText(hit.name, .value)
                    + StyledText("  \(hit.total - hit.open) of \(hit.total) essential answers", .hint))
        }
        terminal.show(
            StyledText(
                "A number goes on with it; or say in one line what happened, to start a new one.", .question))
        guard let answer = line("Which") else { return .nothing(.success) }
        if answer.isEmpty { return .existing(hits[0].name) }
        if let number = Int(answer), hits.indices.contains(number - 1) {
            return .existing(hits[number - 1].name)
        }
        return .new(nil, title: answer)
    }

    private func line(_ label: String) -> String? {
        let request = LineRequest(prompt: StyledText("\(label) › ", .command), history: "opening")
        guard case .line(let entered) = terminal.read(request) else { return nil }
        return entered.text.trimmed
    }

    // MARK: a new document

    private func create(_ path: String?, title known: String?) throws -> ExitStatus {
        let guide = try prompts.guide(named: guide ?? "standard")
        let now = surroundings.now(today: today)
        guard let title = known ?? askTitle(guide) else { return .success }
        var postmortem = Postmortem.blank(guide)
        let id = QuestionID("document", "title")
        if guide[id] != nil, case .changed(let titled) = postmortem.setting(id, to: .text(title)) {
            postmortem = titled
        }
        let name = path ?? FileName.unused(title: title, date: now.date.description, in: surroundings.folder)
        do {
            _ = try StoredDocument.creating(name, postmortem.document.bytes)
        } catch {
            throw Failure(error)
        }
        return try open(name, isNew: true)
    }

    /// The one question that is asked before a document exists.
    private func askTitle(_ guide: Guide) -> String? {
        let question = guide[QuestionID("document", "title")]
        terminal.show(StyledText(question?.ask ?? "What happened, in one line?", .question))
        if let hint = question?.hint { terminal.show(StyledText(hint, .hint)) }
        while let title = line("Title") {
            if !title.isEmpty { return title }
            terminal.show(StyledText("A few words are enough; Ctrl-D leaves.", .hint))
        }
        return nil
    }

    // MARK: going on

    private func open(_ path: String, isNew: Bool) throws -> ExitStatus {
        let document = try OpenDocument(path, guide: guide, prompts: prompts)
        StaleFiles.sweep(beside: document.stored.path)
        let lock = SessionLock(for: document.stored.path)
        if case .heldBy(let holder) = lock.state { return readOnly(document, path, holder) }
        defer { lock.release() }
        let state = StateFolder(environment: surroundings.environment)
        let drafts = DraftStore(document: document.stored.path, state: state)
        greet(path, isNew: isNew)
        let session = InterviewSession(
            guide: document.postmortem.guide, postmortem: document.postmortem,
            now: surroundings.now(today: today),
            reviewer: .silent, isPiped: !terminal.isInteractive)
        let runner = InterviewRunner(
            session: session, stored: document.stored, name: path, terminal: terminal, drafts: drafts,
            clock: { surroundings.now(today: today) })
        let previous = drafts.last.map { Postmortem(MarkdownDocument($0), guide: document.postmortem.guide) }
        return runner.run(previous: isNew ? nil : previous)
    }

    private func greet(_ path: String, isNew: Bool) {
        terminal.show(
            StyledText(isNew ? "New postmortem: " : "Going on with ", .title) + StyledText(path, .value))
        terminal.show(
            StyledText(
                "Saved there after every answer. Ctrl-D or :quit stops, 'debrief \(path)' comes back; :help lists the commands.",
                .hint))
    }

    /// Somebody else has the document open: it can be looked at, not written.
    private func readOnly(_ document: OpenDocument, _ path: String, _ holder: String) -> ExitStatus {
        terminal.show(
            StyledText(
                "'\(path)' is open in another session (\(holder)), so it is shown here and not changed.",
                .problem))
        terminal.showPreformatted(
            TerminalPreview(document.postmortem.document, width: terminal.columns).lines)
        return .locked
    }
}
