import DisplayText
import Forms
import Guides
import IncidentTime
import InterviewEngine
import LosslessMarkdown
import Postmortems

/// Plays an interview without a terminal and writes down what was said, as a transcript's lines.
struct Conversation {
    private(set) var session: InterviewSession
    private(set) var lines: [String] = []
    private(set) var saves: [[UInt8]] = []
    private(set) var farewell: Farewell?
    /// How the next saves end; empty means well.
    var failures: [String] = []
    /// What somebody else writes just before the next save.
    var theirs: String?

    init(
        _ postmortem: Postmortem, reviewer: Reviewer = .silent, checks: InterviewChecks = .silent,
        now: Instant = Self.now, isPiped: Bool = false
    ) {
        session = InterviewSession(
            guide: postmortem.guide, postmortem: postmortem, now: now, reviewer: reviewer,
            checks: checks, isPiped: isPiped)
        take(session.start())
    }

    /// Monday, 2 March 2026, 16:20.
    static let now = Instant(
        date: CalendarDate(year: 2026, month: 3, day: 2)!, time: ClockTime(hour: 16, minute: 20)!)

    mutating func type(_ line: String) {
        lines.append("> " + line)
        take(session.handle(.line(line)))
    }

    mutating func paste(_ text: String) {
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { ">> " + $0 }
        take(session.handle(.block(text)))
    }

    mutating func give(_ input: InterviewInput) { take(session.handle(input)) }

    /// What was said since a mark taken with `lines.count`.
    func said(since mark: Int = 0) -> String { lines[mark...].joined(separator: "\n") }

    var document: String { String(decoding: session.postmortem.document.bytes, as: UTF8.self) }

    func answer(_ id: String) -> FormContent? { session.postmortem.reading(QuestionID(id)!).content }

    func state(_ id: String) -> AnswerState { session.postmortem.reading(QuestionID(id)!).state }

    /// The line that is waited for.
    private(set) var prompt: Prompt?

    private mutating func take(_ outputs: [InterviewOutput]) {
        for output in outputs {
            switch output {
            case .tell(let text): if !text.isEmpty { lines.append(text.text) }
            case .show(let shown): lines += shown.map { "| " + $0.text }
            case .question(let notice):
                lines.append("? \(notice.ask)" + (notice.isEssential ? " *" : ""))
                lines += notice.current.map { "= " + $0 }
            case .finding(let notice):
                lines.append("! \(notice.excerpt): \(notice.finding.message)")
                lines += notice.finding.question.map { ["  Ask instead: \($0)"] } ?? []
            case .ask(let prompt):
                self.prompt = prompt
                lines.append("\(prompt.label):" + (prompt.prefill.isEmpty ? "" : " [\(prompt.prefill)]"))
            case .save(let bytes): save(bytes)
            case .saveCopy(_, let path): lines.append("(a copy to \(path))")
            case .withinReach(let text): lines.append("(within reach: \(text))")
            case .keepBeside: lines.append("(a copy with ours beside it)")
            case .openEditor(let text): lines.append("(the editor with: \(text))")
            case .readFile(let path): lines.append("(reads \(path))")
            case .preview: lines.append("(preview)")
            case .finish(let farewell):
                self.farewell = farewell
                lines.append("(leaves: \(farewell))")
            }
        }
    }

    private mutating func save(_ bytes: [UInt8]) {
        if let changed = theirs {
            theirs = nil
            take(session.handle(.documentChanged(MarkdownDocument(changed))))
        } else if failures.isEmpty {
            saves.append(bytes)
            take(session.handle(.saved))
        } else {
            take(session.handle(.saveFailed(failures.removeFirst())))
        }
    }
}
