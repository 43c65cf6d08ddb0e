import Diagnostics
import DisplayText
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// A finding without its place, so that it is known again after an edit elsewhere has moved it.
struct FindingKey: Hashable, Sendable {
    var rule: String
    var excerpt: String
    /// The words of the paragraph, item or cell around it, without comments: keeping one finding leaves the others the
    /// same, and so does another width of the column.
    var context: String
}

extension InterviewSession {
    /// At most this many findings are spoken of after one answer.
    private static let findingLimit = 2

    /// What there was to say about an answer before it changes.
    private func findingKeys(at question: QuestionID, in postmortem: Postmortem) -> Set<FindingKey> {
        guard let place = postmortem.reading(question).place else { return [] }
        return Set(findings(in: postmortem, at: place).map { key(of: $0, in: postmortem) })
    }

    /// What the reviewer finds, without what the document's own comments cover.
    private func findings(in postmortem: Postmortem, at place: Range<Int>) -> [Finding] {
        let found = reviewer.findings(postmortem, place)
        return found.isEmpty ? [] : Suppressions(postmortem.document).open(found)
    }

    func key(of finding: Finding, in postmortem: Postmortem) -> FindingKey {
        let document = postmortem.document
        let block = document.block(at: finding.span.range.lowerBound)
        return FindingKey(
            rule: finding.rule, excerpt: document.text(finding.span.range),
            context: Escaping.withoutComments(document.text(block.range)).split(
                whereSeparator: \.isWhitespace
            )
            .joined(separator: " "))
    }

    /// What there is to say about the answer just saved, nil where there is nothing.
    mutating func review(_ saved: PendingSave) -> [InterviewOutput]? {
        guard saved.isReviewed, let place = postmortem.reading(saved.question).place else { return nil }
        let found = findings(in: postmortem, at: saved.changed(within: place))
            .filter { place.overlaps($0.span.range) }
        guard !found.isEmpty else { return probe(saved) }
        var saved = saved
        let before = saved.knownFindings ?? findingKeys(at: saved.question, in: saved.before)
        saved.knownFindings = before
        let known = before.union(passedFindings)
        let fresh = found.filter { !known.contains(key(of: $0, in: postmortem)) }
            .sorted { ($1.severity, $0.span.range.lowerBound) < ($0.severity, $1.span.range.lowerBound) }
            .prefix(Self.findingLimit)
        guard !fresh.isEmpty else { return probe(saved) }
        let notices = fresh.map {
            FindingNotice(excerpt: postmortem.document.text($0.span.range), finding: $0)
        }
        if isPiped { return notices.map { .finding($0) } + proceed(saved.next) }
        aside = .findings(Array(notices), after: saved.returning(to: aside))
        return ask()
    }

    private mutating func probe(_ saved: PendingSave) -> [InterviewOutput]? {
        guard probesAreOn, case .text(let text)? = postmortem.reading(saved.question).content,
            let question = reviewer.probe(text)
        else { return nil }
        let deeper =
            StyledText("To go deeper: \(question) ", .suggestion)
            + StyledText("':more' in front of the answer adds it.", .hint)
        return [.tell(deeper)] + proceed(saved.next)
    }

    /// Acts on `e`, `k`, `p` or Enter; other words come back on the line.
    mutating func decide(_ text: String, _ notices: [FindingNotice], _ saved: PendingSave)
        -> [InterviewOutput]
    {
        guard let notice = notices.first else {
            aside = nil
            return proceed(saved.next)
        }
        switch text.lowercased() {
        case "e", "edit":
            aside = nil
            return edit(notice, saved)
        case "k", "keep":
            aside = .keepReason(notices, after: saved)
            return ask()
        case "p", "park":
            return park(notices, saved)
        case "":
            passedFindings.insert(key(of: notice.finding, in: postmortem))
            return goOn(notices, saved)
        default:
            guard RefusedEntry.kept(text).isEmpty else { return leave(notices, saved, returning: text) }
            return [
                .tell(
                    StyledText(
                        "'e' brings the answer back for another wording, 'k' keeps it with a reason, 'p' parks it, Enter goes on.",
                        .problem))
            ] + ask()
        }
    }

    /// Words that were meant for the next line: the wording stays, and they are put there, or within its reach where
    /// another question is asked.
    private mutating func leave(_ notices: [FindingNotice], _ saved: PendingSave, returning text: String)
        -> [InterviewOutput]
    {
        for notice in notices { passedFindings.insert(key(of: notice.finding, in: postmortem)) }
        aside = nil
        guard case .askOn = saved.next else {
            let told = StyledText("Left as it is; Up brings back what was typed.", .hint)
            return [.tell(told)] + proceed(saved.next) + [.withinReach(text)]
        }
        if saved.question == current, (dialog as? TableDialog)?.asksForTimedRow == true, isTimedRow(text) {
            return [.tell(StyledText("Left as it is.", .hint))]
                + handleAnswer(Entry(text: text, isBlock: false))
        }
        returned = text
        let told = StyledText("Left as it is; what was typed is on the line below.", .hint)
        return [.tell(told)] + proceed(saved.next)
    }

    /// Brings the answer, or the part of it that was spoken of, back for editing. From an answer elsewhere, such as a
    /// note, the way leads back to what was going on; here it goes on behind the part.
    private mutating func edit(_ notice: FindingNotice, _ saved: PendingSave) -> [InterviewOutput] {
        if saved.question != current {
            beginDetour(to: saved)
            current = saved.question
            dialog = makeDialog(for: saved.question)
        }
        let parts = ContentParts(postmortem.reading(saved.question).content).lines
        let before = Set(ContentParts(saved.before.reading(saved.question).content).lines)
        let spoken = parts.indices.filter { parts[$0].contains(notice.excerpt) }
        if let index = spoken.first(where: { !before.contains(parts[$0]) }) ?? spoken.first {
            _ = dialog.startEditing(part: index + 1, dialogContext())
        }
        return ask()
    }

    /// Records the decision beside the words it is about.
    mutating func keep(_ notices: [FindingNotice], reason: String, _ saved: PendingSave) -> [InterviewOutput]
    {
        aside = nil
        guard let finding = notices.first?.finding else { return proceed(saved.next) }
        let words = KeptWords(
            finding: key(of: finding, in: postmortem), category: finding.category, reason: reason)
        passedFindings.insert(words.finding)
        guard postmortem(keeping: words) != nil else {
            return [.tell(StyledText("Kept for this session; the place takes no comment.", .hint))]
                + goOn(notices, saved)
        }
        return save(words, of: saved)
    }

    /// The document with a comment beside the words, nil where they are gone or their place takes none.
    func postmortem(keeping words: KeptWords) -> Postmortem? {
        let finding = reviewer.findings(postmortem, nil).first {
            key(of: $0, in: postmortem) == words.finding
        }
        return finding.flatMap {
            postmortem.keeping(words.category, reason: words.reason, at: $0.span.range.lowerBound)
        }
    }

    /// Gives the comment out for saving, and goes on as after the answer itself.
    mutating func save(_ words: KeptWords, of saved: PendingSave) -> [InterviewOutput] {
        guard let kept = postmortem(keeping: words) else { return proceed(saved.next) }
        var next = saved
        (next.edit, next.before, next.isReviewed) = (.keep(words), postmortem, true)
        next.note = "Kept, with a note in the document."
        if undoHistory.undoable?.question == saved.question {
            undoHistory.extendUndoable(from: postmortem.document.bytes, to: kept.document.bytes)
        }
        pending = next
        place(kept)
        return [.save(kept.document.bytes)]
    }

    /// What an entry of the parking lot begins with that asks for other words, and is no idea for a fix.
    static let parkedWording = "Wording in "

    /// Leaves the wording for later, as an entry of the parking lot that names the place.
    private mutating func park(_ notices: [FindingNotice], _ saved: PendingSave) -> [InterviewOutput] {
        guard let notice = notices.first, let target = guide.captures.park else {
            return [.tell(StyledText("This guide has no parking lot.", .problem))] + ask()
        }
        let key = key(of: notice.finding, in: postmortem)
        passedFindings.insert(key)
        let rest = Array(notices.dropFirst())
        aside = rest.isEmpty ? nil : .findings(rest, after: saved)
        // As code, since nobody reads the words a second time as what the document says.
        let words = "`\(truncated(notice.excerpt.replacing("`", with: "'"), to: 100))`"
        let entry = Self.parkedWording + "\(label(of: saved.question)): \(words)"
        return capture(
            entry, in: target, saying: "Parked.", then: rest.isEmpty ? saved.next : .askOn, isReviewed: false)
    }

    private mutating func goOn(_ notices: [FindingNotice], _ saved: PendingSave) -> [InterviewOutput] {
        let rest = Array(notices.dropFirst())
        guard !rest.isEmpty else {
            aside = nil
            return proceed(saved.next)
        }
        aside = .findings(rest, after: saved)
        return ask()
    }
}

// MARK: places

extension InterviewSession {
    /// A question of the program's own, about the same words where they stand now.
    func placed(_ aside: Aside, since seen: Postmortem) -> Aside {
        switch aside {
        case .findings(let notices, let saved):
            .findings(found(notices, since: seen), after: placed(saved, since: seen))
        case .keepReason(let notices, let saved):
            .keepReason(found(notices, since: seen), after: placed(saved, since: seen))
        case .walk(let step): .walk(found(step) ?? step)
        case .timeline(let question): .timeline(found(question))
        case .coach(let coaching): .coach(found(coaching))
        case .commandMeant, .optionalQuestions, .postponedQuestions, .passedQuestions, .parkText, .whyActions,
            .parked:
            aside
        }
    }

    private func placed(_ saved: PendingSave, since seen: Postmortem) -> PendingSave {
        guard case .back(let waiting) = saved.next else { return saved }
        var moved = saved
        moved.next = .back(to: placed(waiting, since: seen))
        return moved
    }

    /// The same part at its number now; one that is gone is found to be so when its answer comes.
    func found(_ coaching: Coaching) -> Coaching {
        let lines = ContentParts(postmortem.reading(coaching.question).content).lines
        guard !coaching.isIn(lines), let part = lines.firstIndex(of: coaching.text) else { return coaching }
        var moved = coaching
        moved.part = part
        return moved
    }

    private func found(_ question: TimelineQuestion) -> TimelineQuestion {
        var moved = question
        let open = checks.timeline(postmortem, now.date).questions
        if let now = open.first(where: { key(of: $0, in: postmortem) == question.key }) {
            moved.finding = now
        }
        return moved
    }

    /// The same findings in the document as it is now, without those whose words are gone.
    private func found(_ notices: [FindingNotice], since seen: Postmortem) -> [FindingNotice] {
        let now = reviewer.findings(postmortem, nil)
        return notices.compactMap { notice in
            let wanted = key(of: notice.finding, in: seen)
            return now.first { key(of: $0, in: postmortem) == wanted }
                .map { FindingNotice(excerpt: notice.excerpt, finding: $0) }
        }
    }
}

extension Aside {
    /// What comes next where all words that a decision was asked about are gone from the file.
    var nextWithoutWords: PendingSave.Next? {
        switch self {
        case .findings(let notices, let saved), .keepReason(let notices, let saved):
            notices.isEmpty ? saved.next : nil
        case .commandMeant, .optionalQuestions, .postponedQuestions, .passedQuestions, .parkText, .coach,
            .whyActions, .parked, .walk, .timeline:
            nil
        }
    }
}

extension PendingSave {
    /// What of an answer's place may read otherwise than before, with what it touches.
    fileprivate func changed(within place: Range<Int>) -> Range<Int> {
        guard case .answer(let change) = edit, let stretch = change.bytes?.range else { return place }
        let start = max(place.lowerBound, stretch.lowerBound - 1)
        return start..<max(start, min(place.upperBound, stretch.upperBound + 1))
    }

    /// A capture comes back to the question of the program's own that it came between.
    fileprivate func returning(to waiting: Aside?) -> PendingSave {
        guard let waiting else { return self }
        var saved = self
        saved.next = .back(to: waiting)
        return saved
    }
}
