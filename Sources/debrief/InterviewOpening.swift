import Consistency
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
import Wording

/// From the start of the program to the first question: which document, whose lock, which draft.
struct InterviewOpening {
    let surroundings: Surroundings
    let terminal: any Terminal
    let guide: String?
    let today: CalendarDate?

    private var prompts: PromptFiles { PromptFiles(surroundings: surroundings) }
    private var wording: WordingFiles { WordingFiles(surroundings: surroundings) }

    func run(_ file: String?) throws -> ExitStatus {
        switch try choose(file) {
        case .existing(let path): return try open(path)
        case .new(let path, let title): return try create(path, title: title)
        case .nothing(let status): return status
        }
    }

    /// Starts a new postmortem in any case. Where nobody sits who could start it another time, its file is made even if
    /// nothing is answered.
    func start(_ path: String?) throws -> ExitStatus {
        try create(path, title: nil, isMadeBlank: !terminal.isInteractive)
    }

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
        switch OpeningLine(terminal: terminal, drafts: nil).read("y for yes, Enter for no") {
        case .text(let answer):
            return ["y", "yes"].contains(answer.lowercased()) ? .new(file, title: nil) : .nothing(.success)
        case .left(let status): return .nothing(status)
        }
    }

    /// Offers what is unfinished here; with nothing unfinished there is nothing to ask.
    private func chooseInFolder() throws -> Choice {
        let hits = FolderSearch(folder: surroundings.folder, guides: prompts.readableGuides)
            .unfinished(atMost: 9)
        guard !hits.isEmpty, terminal.isInteractive else { return .new(nil, title: nil) }
        terminal.show(StyledText("Unfinished here:", .title))
        for (index, hit) in hits.enumerated() {
            terminal.show(
                StyledText("  \(index + 1)  ", .command) + StyledText(hit.name, .value)
                    + StyledText("  \(hit.total - hit.open) of \(hit.total) essential answers", .hint))
        }
        terminal.show(
            StyledText(
                "A number goes on with it; or say in one line what happened, to start a new one.", .question))
        let drafts = DraftStore(document: surroundings.folder + "/", state: state)
        var prefill = drafts.read()?.text ?? ""
        if !prefill.isEmpty {
            terminal.show(
                StyledText("What was being typed when the last session ended is on the line.", .success))
        }
        while true {
            let answer: String
            switch OpeningLine(terminal: terminal, drafts: drafts).read("Which", prefill: prefill) {
            case .text(let text): answer = text
            case .left(let status): return .nothing(status)
            }
            prefill = ""
            guard answer.isEmpty || answer.hasPrefix(":") || Int(answer) != nil else {
                // Until it is in a file: the guide may not read well.
                drafts.write(Draft(key: "", label: "Which", text: answer))
                return .new(nil, title: answer)
            }
            drafts.clear()
            if answer.isEmpty { return .existing(hits[0].name) }
            if let number = Int(answer), hits.indices.contains(number - 1) {
                return .existing(hits[number - 1].name)
            }
            if answer.hasPrefix(":q") { break }
            terminal.show(
                StyledText(
                    "'\(answer)' is none of the numbers above; the commands work once a postmortem is open, and ':quit' leaves.",
                    .problem))
        }
        return .nothing(.success)
    }

    // MARK: opening

    /// The file is made with the first answer, so that nothing lies about of an interview that never began.
    private func create(_ path: String?, title: String?, isMadeBlank: Bool = false) throws -> ExitStatus {
        let guide = try prompts.beside(path).guide(named: guide ?? "standard")
        let plan = InterviewFile.Plan(
            path: path, folder: surroundings.folder, date: surroundings.now(today: today).date,
            isMadeBlank: isMadeBlank)
        let place = path.map { "'\($0)'" } ?? "this folder"
        terminal.show(
            StyledText("A new postmortem, in \(place) from the first answer on. ", .title)
                + StyledText("Ctrl-D or :quit stops, :help lists the commands.", .hint))
        return interview(Postmortem.blank(guide), InterviewFile(plan, state: state), title: title)
    }

    private func open(_ path: String) throws -> ExitStatus {
        let real = StoredDocument.realPath(path)
        let lock = SessionLock(for: real)
        if case .heldBy(let holder) = lock.state {
            return readOnly(try OpenDocument(path, guide: guide, prompts: prompts), path, holder)
        }
        let kept = StaleFiles.sweep(beside: real)
        let document = try OpenDocument(path, guide: guide, prompts: prompts)
        terminal.show(StyledText("Going on with ", .title) + StyledText(path, .value))
        terminal.show(
            StyledText(
                "Saved there after every answer. Ctrl-D or :quit stops, :help lists the commands.", .hint))
        warn(document.stored, lock, kept, path)
        let file = InterviewFile(document.stored, name: path, lock: lock, state: state)
        let postmortem = document.postmortem.namingItsGuide
        if postmortem.document.bytes != document.stored.bytes {
            let name = postmortem.guide.name
            terminal.show(StyledText("From the first answer on it names '\(name)' as its guide.", .hint))
        }
        return interview(postmortem, file, title: nil)
    }

    /// What stands in the way of saving, and what an earlier session left.
    private func warn(_ document: StoredDocument, _ lock: SessionLock, _ kept: [String], _ path: String) {
        var problems = kept.map { "A save was cut short earlier; a text that belongs to it is in '\($0)'." }
        let beside = FolderListing.exists(document.path + ".save") ? ["\(path).save"] : []
        for copy in beside + DraftStore(document: document.path, state: state).rescued {
            problems.append(
                "An earlier session could not save and left its state in '\(copy)'; once it is looked through, it can go."
            )
        }
        if !document.isWritable {
            problems.append(
                "'\(path)' is read-only, so answers stay in memory; 'chmod u+w' on it, or ':save FILE', keeps them."
            )
        } else if case .unavailable(let reason) = lock.state {
            problems.append(
                "No lock could be taken (\(reason)), so nobody is kept from writing the file at the same time."
            )
        }
        if !state.make() {
            problems.append(
                "'\(state.path)' cannot be written to, so what is being typed is kept nowhere; answers are saved as always."
            )
        }
        for problem in problems { terminal.show(StyledText(problem, .problem)) }
    }

    private func interview(_ postmortem: Postmortem, _ file: InterviewFile, title: String?) -> ExitStatus {
        let session = InterviewSession(
            guide: postmortem.guide, postmortem: postmortem, now: surroundings.now(today: today),
            reviewer: Reviewer(checker), checks: .document(zones: ZoneSource(ZoneFiles.rules)),
            isPiped: !terminal.isInteractive)
        let runner = InterviewRunner(
            session: session, file: file, terminal: terminal, clock: { surroundings.now(today: today) })
        return runner.run(firstLine: title)
    }

    /// A wording file of the user's own that does not read well is told; the interview goes on with the program's own.
    private var checker: WordingChecker {
        do {
            return try wording.checker()
        } catch {
            terminal.show(StyledText(error.message, .problem))
            return WordingFiles.builtInChecker
        }
    }

    private var state: StateFolder { StateFolder(environment: surroundings.environment) }

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
