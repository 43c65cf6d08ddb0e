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
        switch try DocumentChoice(surroundings: surroundings, terminal: terminal).choose(file) {
        case .existing(let path): return try open(path)
        case .new(let path, let first): return try create(path, first)
        case .nothing(let status): return status
        }
    }

    /// Starts a new postmortem in any case. Where nobody sits who could start it another time, its file is made even if
    /// nothing is answered.
    func start(_ path: String?) throws -> ExitStatus {
        try create(path, nil, isMadeBlank: !terminal.isInteractive)
    }

    // MARK: opening

    /// The file is made with the first answer, so that nothing lies about of an interview that never began.
    private func create(_ path: String?, _ first: InterviewInput?, isMadeBlank: Bool = false) throws
        -> ExitStatus
    {
        let guide = try prompts.beside(path).guide(named: guide ?? "standard")
        let plan = InterviewFile.Plan(
            path: path, folder: surroundings.folder, date: surroundings.now(today: today).date,
            isMadeBlank: isMadeBlank)
        let place = path.map { "'\($0)'" } ?? "this folder"
        terminal.show(
            StyledText("A new postmortem, in \(place) from the first answer on. ", .title)
                + StyledText(Self.waysOut(path), .hint))
        let file = InterviewFile(plan, guide: guide, state: state)
        // With a first answer, the folder's were told where it was asked for.
        if first == nil {
            for sentence in LeftBehind.sentences(from: file.drafts) {
                terminal.show(StyledText(sentence, .problem))
            }
        }
        return interview(Postmortem.blank(guide), file, first)
    }

    /// How to stop and to come back; without a path `debrief` alone offers what the folder holds.
    private static func waysOut(_ path: String?) -> String {
        let command = (["debrief"] + [path.map { ShellWord($0).quoted }].compactMap { $0 })
            .joined(separator: " ")
        return "Ctrl-D or :quit stops, '\(command)' comes back to it another day; :help lists the commands."
    }

    private func open(_ path: String) throws -> ExitStatus {
        let real = StoredDocument.realPath(path)
        let lock = SessionLock(for: real)
        if case .heldBy(let holder) = lock.state {
            return readOnly(try OpenDocument(path, guide: guide, prompts: prompts), path, holder)
        }
        // Without a lock a file that looks left behind may be the work of a session that goes on.
        let last = DraftStore(document: real, state: state).last
        let kept = lock.state == .held ? StaleFiles.sweep(beside: real, last: last) : []
        let document = try OpenDocument(path, guide: guide, prompts: prompts)
        terminal.show(StyledText("Going on with ", .title) + StyledText(path, .value))
        terminal.show(
            StyledText(
                "Saved there after every answer. \(Self.waysOut(path))", .hint))
        warn(document.stored, lock, kept, path)
        let postmortem = document.postmortem.namingItsGuide
        let file = InterviewFile(
            document.stored, guide: postmortem.guide, name: path, lock: lock, state: state)
        if postmortem.document.bytes != document.stored.bytes {
            let name = postmortem.guide.name
            terminal.show(StyledText("From the first answer on it names '\(name)' as its guide.", .hint))
        }
        return interview(postmortem, file, nil)
    }

    /// What stands in the way of saving, and what an earlier session left.
    private func warn(_ document: StoredDocument, _ lock: SessionLock, _ kept: [String], _ path: String) {
        var problems = LeftBehind.sentences(
            for: document.path, typed: path, swept: kept,
            drafts: DraftStore(document: document.path, state: state))
        if !document.isWritable {
            problems.append(
                "'\(path)' is read-only, so answers stay in memory; 'chmod u+w' on it, or ':save FILE', keeps them."
            )
        } else if case .unavailable(let reason) = lock.state {
            problems.append(LeftBehind.noLock(reason))
        }
        if !state.make() {
            problems.append(
                "'\(state.path)' cannot be written to, so what is being typed is kept nowhere; answers are saved as always."
            )
        }
        for problem in problems { terminal.show(StyledText(problem, .problem)) }
    }

    private func interview(_ postmortem: Postmortem, _ file: InterviewFile, _ first: InterviewInput?)
        -> ExitStatus
    {
        let session = InterviewSession(
            guide: postmortem.guide, postmortem: postmortem, now: surroundings.now(today: today),
            reviewer: reviewer, checks: .document(zones: ZoneSource(ZoneFiles.rules)),
            isPiped: !terminal.isInteractive)
        let runner = InterviewRunner(
            session: session, file: file, terminal: terminal, clock: { surroundings.now(today: today) })
        return runner.run(first: first)
    }

    /// A wording file of the user's own that does not read well is told; the interview goes on with the program's own
    /// rules. They are unpacked while the first answer is typed, so that no prompt waits for them.
    private var reviewer: Reviewer {
        var packs = WordingFiles.Packs(own: WordingPacks())
        do throws(Failure) {
            packs = try wording.packs()
        } catch {
            terminal.show(StyledText(error.message, .problem))
        }
        let checker = SharedValue { [packs] in packs.checker() }
        if terminal.isInteractive { checker.prepare() }
        return Reviewer(checker.value)
    }

    private var state: StateFolder { StateFolder(environment: surroundings.environment) }

    /// Somebody else has the document open: it can be looked at, not written.
    private func readOnly(_ document: OpenDocument, _ path: String, _ holder: String) -> ExitStatus {
        let why = StyledText(
            "'\(path)' is open in another session (\(holder)), so it is shown here and not changed.", .problem
        )
        let lines = TerminalPreview(document.postmortem.document, width: terminal.columns).lines
        terminal.showPreformatted(
            wrapped(why.mapped(visible), width: max(20, terminal.columns - 1)) + [""] + lines)
        // A pager took it off the screen, or the document scrolled it away.
        if terminal.isInteractive { terminal.show(why) }
        return .locked
    }
}
