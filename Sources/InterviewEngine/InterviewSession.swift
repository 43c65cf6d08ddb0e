import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems

/// An interview as a value: a document, a list of questions with a cursor, and what was said so far.
///
/// `handle` is all there is to it. It reads no file, no clock and no terminal; what it wants done it gives out.
/// After giving out `save` it waits for `saved`, `saveFailed` or `documentChanged` before it asks on.
package struct InterviewSession: Sendable {
    package let guide: Guide
    package internal(set) var postmortem: Postmortem
    let reviewer: Reviewer
    let checks: InterviewChecks
    /// Lines come from a pipe: only the guide's questions take them, everything else takes its default.
    let isPiped: Bool
    let route: Route
    var now: Instant

    /// The question that is asked, nil at the end.
    var current: QuestionID?
    var dialog: any AnswerDialog = LineDialog()
    var aside: Aside?
    /// A line given back for mending; beats every other prefill.
    var returned: String?
    /// What of a paste is still to be taken, until its question asks for something new.
    package internal(set) var leftOver: LeftOver?
    /// What came in last was a block, and is one again where it comes back.
    var returnsBlock = false
    /// An entry that was asked about; the same again is meant.
    var doubted: String?
    /// The line as it was asked for last.
    var standing: Prompt?
    /// A line that came back and waits for a command typed behind it to be saved.
    var waiting: WaitingLine?
    /// The line that is being made an answer of.
    var entered: EnteredText?
    /// The answer that was given out for editing as a whole, and comes back past its dialog.
    var editedWhole: EditedWhole?
    var pending: PendingSave?
    var undoHistory = UndoHistory()
    /// Questions asked before this one, latest last.
    var trail: [QuestionID] = []
    /// Questions and stops that are left out for this session.
    var skipped: Set<QuestionID> = []
    /// Questions put in this pass; what Enter left open is not put again before a person goes back to it.
    var asked: Set<QuestionID> = []
    /// Questions that were left for a correction elsewhere; each is put before its section is left.
    var interrupted: Set<QuestionID> = []
    /// Stops whose optional questions are asked now, or were put off.
    var openedStops: Set<String> = []
    var postponedStops: Set<String> = []
    var announcedStop: Int?
    var isSecondPass = false
    /// Going back to what a jump had left behind was declined.
    var leftPassed = false
    var wasInterrupted = false
    var probesAreOn = true
    /// The question whose answer is a text and was given last.
    var lastText: QuestionID?
    var coachIsOn = true
    /// The zone of the rows being typed, where it is not the document's own.
    var rowZone: String?
    /// What is still to be asked about the action or measure just entered.
    var coaching: Coaching?
    /// What is to be asked about actions that a new row was typed before, latest last.
    var deferredCoaching: [Coaching] = []
    /// Actions noted from elsewhere, by table, latest first; each is asked about once its table is.
    var captured: [QuestionID: [String]] = [:]
    /// Those of them that nobody named a day for.
    var undated: Set<String> = []
    /// The action tables were gone through, and nothing was said about them as a whole yet.
    var actionsAreUnreviewed = false
    /// The timeline was gone through, and nothing was said about it as a whole yet.
    var timelineIsUnreviewed = false
    /// What was last told of the times worked out from it.
    var toldTimes: [String] = []
    /// Actions noted under the whys were offered for the tables.
    var offeredWhyActions = false
    /// Thoughts in the parking lot were offered for the tables.
    var offeredParked = false
    /// Tables that hold something from elsewhere and are still to be gone through.
    var begunElsewhere: Set<QuestionID> = []
    /// Findings of the closing checks that were passed over, and whether the walk was ended.
    var passedChecks: Set<FindingKey> = []
    var walkState = WalkState.notBegun
    /// The question that was gone to for one thing; once it is left, what went on before goes on.
    var detour: Detour?
    /// Findings that were left as they are; not spoken of again in this session.
    var passedFindings: Set<FindingKey> = []
    /// What is not on disk yet because saving failed.
    var isUnsaved = false
    /// The answers among it, oldest first.
    var unsavedAnswers: [PendingSave] = []
    /// The answer was changed in the file while its line was being typed.
    var isContested = false
    /// The parts of the present answer were changed in the file, and their numbers as they are now were not seen yet.
    var isRenumbered = false
    /// Lines from a pipe that no answer could be made of.
    package internal(set) var linesPassedOver = 0
    /// What Enter does on an essential question was told.
    var knowsLeftOpen = false
    /// Leaving with unsaved answers was warned about once.
    var wasWarned = false

    package init(
        guide: Guide, postmortem: Postmortem, now: Instant, reviewer: Reviewer = .silent,
        checks: InterviewChecks = .silent, isPiped: Bool = false
    ) {
        self.guide = guide
        self.postmortem = postmortem
        self.now = now
        self.reviewer = reviewer
        self.checks = checks
        self.isPiped = isPiped
        route = Route(guide)
    }

    package mutating func handle(_ input: InterviewInput) -> [InterviewOutput] {
        switch input {
        case .line(let text):
            defer { isRenumbered = false }
            let isBlock = isReturnedBlock(text)
            returnsBlock = isBlock
            if !isBlock, let outputs = runBehindStanding(text) ?? takeRowBehindStanding(text) {
                return outputs
            }
            if isUntouched(text), !isContested { return handleAnswer(Entry(text: "", isBlock: false)) }
            if isBlock || text.contains(where: \.isNewline) { return handleBlock(text) }
            return contested(text, isTyped: true) ?? handleLine(text)
        case .block(let text):
            returnsBlock = true
            return handleBlock(text)
        case .saved: return handleSaved()
        case .saveFailed(let reason): return handleSaveFailed(reason)
        case .documentChanged(let document): return handleChange(to: document)
        case .interrupted(let hadText): return handleInterrupt(hadText: hadText)
        case .endOfInput: return farewell(isThrough ? .done : .endOfInput)
        case .tick(let instant):
            now = instant
            return []
        case .told(let text):
            editedWhole = nil
            return [.tell(StyledText(text))] + ask()
        }
    }

    /// The question that is being asked, by which a draft is kept.
    package var currentQuestion: QuestionID? { current }

    /// Every question is through, and nothing else is asked.
    private var isThrough: Bool { current == nil && aside == nil }

    /// What the document is called so far; empty while it has no title.
    package var title: String { postmortem.title ?? "" }

    /// Something was accepted that is not on disk.
    package var hasUnsavedAnswers: Bool { isUnsaved || pending != nil }
}

extension InterviewSession {
    private mutating func handleBlock(_ text: String) -> [InterviewOutput] {
        takeEditedWhole(text) ?? contested(text, isTyped: false)
            ?? handleAnswer(Entry(text: text, isBlock: true))
    }

    private mutating func handleLine(_ text: String) -> [InterviewOutput] {
        wasInterrupted = false
        editedWhole = nil
        if aside?.takesAnyText == true, !text.hasPrefix(":") {
            return handleAnswer(Entry(text: text, isBlock: false))
        }
        switch TypedLine(text) {
        case .answer(let answer):
            return handleAnswer(Entry(text: answer, isBlock: false))
        case .command(let name, let argument):
            return run(name, argument)
        case .unknownCommand(let word, let suggestions):
            if let glued = gluedTo(text), glued.before.hasPrefix(":") {
                let told = "'\(glued.before)' is no command; what was typed behind it is taken by itself."
                return [.tell(StyledText(told, .hint))] + handleLine(String(glued.behind))
            }
            returned = text
            countLostLine()
            return [.tell(StyledText(Self.unknown(word, suggestions), .problem))] + ask()
        case .looksLikeCommand(let name, let answer):
            if aside != nil || isPiped { return handleAnswer(Entry(text: answer, isBlock: false)) }
            aside = .commandMeant(name, answer: answer)
            return ask()
        }
    }

    private static func unknown(_ word: String, _ suggestions: [String]) -> String {
        let guess = suggestions.isEmpty ? "" : " Did you mean \(joined(suggestions.map { ":\($0)" }, "or"))?"
        return
            "There is no command ':\(word)'.\(guess) ':help' lists them; '::\(word)' writes it as an answer."
    }

    mutating func handleAnswer(_ entry: Entry) -> [InterviewOutput] {
        wasInterrupted = false
        if let aside {
            if let problem = Self.problem(withSizeOf: entry) {
                return [.tell(StyledText(problem, .problem))] + ask()
            }
            return answer(aside, entry)
        }
        guard current != nil else { return takeAtEnd(entry) }
        if let problem = doubt(about: entry) { return ask(about: entry, problem) }
        doubted = nil
        entered = entering(entry.text)
        defer { entered = nil }
        return settle(takeEntry(entry))
    }

    /// Markdown or a reason that was edited as it stands, and does not pass through the question's own dialog.
    private mutating func takeEditedWhole(_ text: String) -> [InterviewOutput]? {
        defer { editedWhole = nil }
        guard let edited = editedWhole, edited.question == current, aside == nil, !isContested else {
            return nil
        }
        let outputs = record(edited.content(text), for: edited.question, then: .askOn)
        if pending != nil { dialog = makeDialog(for: edited.question) }
        return outputs
    }

    /// Acts on what a dialog made of an entry.
    mutating func settle(_ step: DialogStep) -> [InterviewOutput] {
        switch step {
        case .done:
            return leftOpen() + advance()
        case .passedOver(let problem):
            return [.tell(problem)] + advance()
        case .ask(let notes):
            return notes.map { .tell($0) } + ask()
        case .again(let problem, let prefill):
            returned = prefill
            return [.tell(problem)] + ask()
        case .change(let typed, let note, let isDone, let link, let rest):
            guard let current else { preconditionFailure("a dialog answered where nothing was asked") }
            let content = withBracketedLabels(typed, for: current)
            planCoaching(for: current, content)
            let isLeft =
                isDone || detour?.question == current && detour?.endsWithChange == true && !dialog.isMidPart
            if let rest { giveBack(rest, of: current) }
            // A note on what stands there already; any other waits until the document has taken the answer.
            let told = content == postmortem.reading(current).content ? note : nil
            return [told].compactMap { $0.map { .tell($0) } }
                + record(
                    content, for: current, linking: link, then: isLeft ? .advance : .askOn,
                    saying: told == nil ? note : nil)
        }
    }

    /// What Enter on an essential question did; told once.
    private mutating func leftOpen() -> [InterviewOutput] {
        guard !isPiped, !knowsLeftOpen, let current, guide[current]?.isEssential == true, isOpen(current)
        else { return [] }
        knowsLeftOpen = true
        let what = "Left open; the end lists it. ':skip section' leaves all that is open here."
        return [.tell(StyledText(what, .hint))]
    }

    private mutating func handleInterrupt(hadText: Bool) -> [InterviewOutput] {
        returned = nil
        (isContested, waiting) = (false, nil)
        if hadText {
            wasInterrupted = false
            return giveUpLine()
        }
        if wasInterrupted { return farewell(.interrupted) }
        wasInterrupted = true
        returned = ""
        let rest =
            isUnsaved
            ? "the last answers are not on disk, and go into a copy beside the file."
            : "everything accepted is saved."
        return [.tell(StyledText("Ctrl-C again leaves; \(rest)", .hint))] + ask()
    }
}
