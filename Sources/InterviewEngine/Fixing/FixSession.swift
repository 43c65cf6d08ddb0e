import Diagnostics
import DisplayText
import LosslessMarkdown

/// Findings walked through one by one: see the sentence, put it in other words, keep it with a reason, leave it, take the
/// last change back. It reads no file and no terminal; what it wants done it gives out.
///
/// After giving out `save` it waits for `saved`, `saveFailed` or `documentChanged` before it asks on.
package struct FixSession: Sendable {
    package private(set) var document: MarkdownDocument
    package private(set) var tally = FixTally()
    private let find: @Sendable (MarkdownDocument) -> [Finding]

    private enum Phase: Sendable {
        case choosing
        case editing
        case reason
    }

    private var phase = Phase.choosing
    private var current: Finding?
    /// Where the walk has come to.
    private var position = 0
    private var passed: Set<FindingKey> = []
    /// A line given back for mending.
    private var returned: String?
    private var history: [Step] = []
    /// The sentence that is asked about is gone from the file; the next line is not about it.
    private var isStale = false
    private var pending: Pending?

    /// What a change is taken back to.
    private struct Step: Sendable {
        var document: MarkdownDocument
        var position: Int
        var tally: FixTally
        var passed: Set<FindingKey>
    }

    private struct Pending: Sendable {
        var before: Step
        /// What was typed, so that it is not lost where it could not be saved.
        var typed: String?
        var phase: Phase
        var said: String
        /// An undo leaves no step to be undone itself.
        var isUndo = false
    }

    /// - Parameter find: what is to be told of a document; what its comments cover is not among it.
    package init(_ document: MarkdownDocument, find: @escaping @Sendable (MarkdownDocument) -> [Finding]) {
        self.document = document
        self.find = find
    }

    package mutating func start() -> [FixOutput] {
        let count = open.count
        guard count > 0 else { return [.finish(.nothingLeft)] }
        let keys = "e puts the sentence in other words, k keeps it with a reason, Enter leaves it as it is."
        return [
            .tell(StyledText("\(counted(count, "finding")). ", .title) + StyledText(keys, .hint))
        ] + present()
    }

    package mutating func handle(_ input: InterviewInput) -> [FixOutput] {
        switch input {
        case .line(let text): take(text, isTyped: true)
        case .block(let text): take(text, isTyped: false)
        case .saved: saved()
        case .saveFailed(let reason): saveFailed(reason)
        case .documentChanged(let changed): documentChanged(changed)
        case .interrupted: phase == .choosing ? [.finish(.stopped)] : choose()
        case .endOfInput: [.finish(.stopped)]
        case .tick: []
        case .told(let text): [.tell(StyledText(text, .hint))]
        }
    }

    /// The history of sentences and reasons; the keys of the walk have one of their own.
    package static let words = "fix-words"

    // MARK: findings

    /// Findings not left alone yet.
    private var open: [Finding] { find(document).filter { !passed.contains(key(of: $0)) } }

    /// What is left for the exit status: everything that is neither rewritten nor kept.
    package var remaining: [Finding] { find(document) }

    /// What became of the findings, and how many are still to be decided.
    package var summary: String {
        let ahead = open.count
        return tally.sentence + (ahead > 0 ? ", \(ahead) not decided yet" : "")
    }

    private func key(of finding: Finding) -> FindingKey {
        let sentence = EditableSentence(in: document, around: finding.span.range)
        return FindingKey(
            rule: finding.rule, excerpt: document.text(finding.span.range), context: sentence?.text ?? "")
    }

    /// Shows the next finding from here on, else the first one left, else ends.
    private mutating func present() -> [FixOutput] {
        let open = open
        guard let next = open.first(where: { $0.span.range.lowerBound >= position }) ?? open.first else {
            return [.finish(.nothingLeft)]
        }
        current = next
        position = next.span.range.lowerBound
        return [.frame(next, left: open.count)] + choose()
    }

    private mutating func choose() -> [FixOutput] {
        phase = .choosing
        let undo = history.isEmpty ? "" : "u undo, "
        return [ask("e edit, k keep, \(undo)q quit, Enter leaves it")]
    }

    private mutating func ask(_ label: String, prefill: String = "") -> FixOutput {
        defer { returned = nil }
        return .ask(
            Prompt(
                label: label, prefill: returned ?? prefill,
                history: phase == .choosing ? "fix" : Self.words,
                purpose: phase == .editing ? .answer : .aside))
    }

    // MARK: lines

    private mutating func take(_ text: String, isTyped: Bool) -> [FixOutput] {
        guard pending == nil, let finding = current else { return [] }
        if isStale {
            isStale = false
            return lost(phase == .choosing || text.isEmpty ? nil : text) + present()
        }
        switch phase {
        case .choosing: return isTyped ? act(on: text.trimmed, finding) : refuse(text.trimmed)
        case .editing: return rewrite(finding, to: text)
        case .reason: return keep(finding, reason: text.trimmed)
        }
    }

    private mutating func act(on key: String, _ finding: Finding) -> [FixOutput] {
        switch key.lowercased() {
        case "e", "edit": return edit(finding)
        case "k", "keep":
            phase = .reason
            return [ask(Self.reasonLabel)]
        case "", "s", "skip":
            passed.insert(self.key(of: finding))
            tally.left += 1
            position = finding.span.range.lowerBound + 1
            return present()
        case "u", "undo": return undo()
        case "q", "quit", ":q", ":quit": return [.finish(.stopped)]
        default: return refuse(key)
        }
    }

    /// What is none of the keys, or was pasted, where only a typed key counts.
    private mutating func refuse(_ text: String) -> [FixOutput] {
        returned = RefusedEntry.kept(text)
        return [
            .tell(
                StyledText(
                    "e edits the sentence, k keeps it with a reason, u takes the last change back, q stops, Enter goes on.",
                    .problem))
        ] + choose()
    }

    private mutating func edit(_ finding: Finding) -> [FixOutput] {
        guard let sentence = EditableSentence(in: document, around: finding.span.range) else {
            return [.tell(StyledText("This place cannot be edited here; an editor can.", .problem))]
                + choose()
        }
        phase = .editing
        return [ask("Sentence", prefill: sentence.text)]
    }

    private mutating func rewrite(_ finding: Finding, to typed: String) -> [FixOutput] {
        guard let sentence = EditableSentence(in: document, around: finding.span.range),
            !typed.trimmed.isEmpty,
            let edit = sentence.edit(to: typed.trimmed)
        else { return choose() }
        let changed = document.applying([edit])
        guard changed.blocks.map(\.kind) == document.blocks.map(\.kind) else {
            returned = typed
            return [
                .tell(
                    StyledText(
                        "That would change the document around the sentence; signs such as '#', '-' or '>' at its start do that.",
                        .problem)), ask("Sentence"),
            ]
        }
        return save(changed, typed: typed, said: "Saved.") {
            $0.tally.rewritten += 1
            $0.position = sentence.range.lowerBound
        }
    }

    private mutating func keep(_ finding: Finding, reason: String) -> [FixOutput] {
        let comment = Directive.keeping(finding.category, reason: reason)
        guard finding.category != Suppressions.category,
            let edit = document.insertingComment(comment, at: finding.span.range.lowerBound)
        else {
            return [.tell(StyledText("This place takes no comment; Enter leaves it as it is.", .problem))]
                + choose()
        }
        let typed = reason.isEmpty ? nil : reason
        return save(document.applying([edit]), typed: typed, said: "Kept, with a note in the document.") {
            $0.tally.kept += 1
        }
    }

    private mutating func undo() -> [FixOutput] {
        guard let step = history.last else {
            return [.tell(StyledText("Nothing has been changed yet.", .hint))] + choose()
        }
        return save(step.document, typed: nil, said: "Taken back.", isUndo: true) {
            ($0.tally, $0.position, $0.passed) = (step.tally, step.position, step.passed)
        }
    }

    // MARK: saving

    private mutating func save(
        _ changed: MarkdownDocument, typed: String?, said: String, isUndo: Bool = false,
        _ noting: (inout FixSession) -> Void
    ) -> [FixOutput] {
        pending = Pending(
            before: Step(document: document, position: position, tally: tally, passed: passed), typed: typed,
            phase: phase,
            said: said, isUndo: isUndo)
        document = changed
        noting(&self)
        return [.save(changed.bytes)]
    }

    private mutating func saved() -> [FixOutput] {
        guard let done = pending else { return [] }
        pending = nil
        if done.isUndo { history.removeLast() } else { history.append(done.before) }
        return [.tell(StyledText(done.said, .success))] + present()
    }

    private mutating func takeBack() -> Pending? {
        guard let failed = pending else { return nil }
        pending = nil
        let before = failed.before
        (document, position, tally, passed) = (before.document, before.position, before.tally, before.passed)
        return failed
    }

    private mutating func saveFailed(_ reason: String) -> [FixOutput] {
        let failed = takeBack()
        let told = FixOutput.tell(StyledText("Not saved: \(reason)", .problem))
        guard let failed, let typed = failed.typed else { return [told] + choose() }
        return [told, giveBack(typed, failed)]
    }

    /// What could not be saved is on its line again.
    private mutating func giveBack(_ typed: String, _ failed: Pending) -> FixOutput {
        (phase, returned) = (failed.phase, typed)
        return ask(phase == .reason ? Self.reasonLabel : "Sentence")
    }

    private static let reasonLabel = "Reason for keeping it (Enter: none)"

    /// Somebody else wrote the file: their text counts, and what was typed meanwhile comes back on the line. Where the
    /// sentence that is spoken of still stands, nothing else changes.
    private mutating func documentChanged(_ changed: MarkdownDocument) -> [FixOutput] {
        let failed = takeBack()
        let wanted = current.map { key(of: $0) }
        document = changed
        history = []
        let news = FixOutput.tell(StyledText("The file was changed outside; going on from there.", .hint))
        let same = find(document).first { key(of: $0) == wanted }
        if let same { current = same }
        guard let failed else {
            isStale = same == nil
            return [news]
        }
        guard same != nil, let typed = failed.typed else { return [news] + lost(failed.typed) + present() }
        return [news, giveBack(typed, failed)]
    }

    private func lost(_ typed: String?) -> [FixOutput] {
        typed.map { [.tell(StyledText("What was typed: \($0)", .value))] } ?? []
    }
}
