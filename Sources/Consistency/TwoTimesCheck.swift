import Diagnostics
import Forms
import Guides
import IncidentTime

/// One event told with two times: in a row and in the communication log, or in a row and in prose.
enum TwoTimesCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        messages(in: document) + prose(in: document) + date(in: document)
    }

    // MARK: the communication log

    private static let shared: Set<EventKind> = [.declared, .customersTold, .callOpened, .statusPage]

    private static func messages(in document: CheckedDocument) -> [Finding] {
        document.events.compactMap { event in
            guard let span = event.span, event.moment.namesHour, let minute = span.middle else {
                return nil
            }
            if let kind = EventKind.allCases.first(where: { shared.contains($0) && event.kinds.contains($0) })
            {
                let same = document.messages.filter { $0.kinds.contains(kind) && $0.moment.namesHour }
                guard let other = same.min(by: { distance($0, minute) < distance($1, minute) }),
                    !same.contains(where: { $0.span?.isNear(minute, within: slack(span, kind)) ?? true })
                else { return nil }
                if kind != .customersTold, same.count > 1, distance(other, minute) > 120 { return nil }
                return finding(kind.phrase, event, other, document)
            }
            return similar(event, minute, slack(span), in: document)
        }
    }

    /// A message in nearly the words of a row.
    private static func similar(
        _ event: TimelineEvent, _ minute: Int, _ slack: Int, in document: CheckedDocument
    ) -> Finding? {
        let (subject, action) = (event.subject, SubjectWords(event.actionWords))
        guard subject.count >= 2 || action.count >= 3 else { return nil }
        let alike = document.messages.filter { message in
            guard message.moment.namesHour else { return false }
            if subject.count == 2 {
                // Of so few words all have to be the same.
                return message.words.prefix(event.words.count).map(\.text) == event.words.map(\.text)
            }
            let isOfEvent =
                message.subject.count >= 3 && message.subject.shared(with: subject) >= 3
                && message.subject.overlap(with: subject) >= 0.8
            let shared = message.subject.shared(with: action)
            return isOfEvent || shared >= 3 && 4 * shared >= 3 * max(message.subject.count, action.count)
        }
        guard alike.count == 1, let message = alike.first, let time = message.span?.middle,
            abs(time - minute) > max(5, slack),
            !document.events.contains(where: {
                $0.span?.isNear(time, within: 2) == true
                    && $0.subject.shared(with: message.subject) >= 2
            })
        else { return nil }
        return finding("it", event, message, document)
    }

    private static func distance(_ message: Message, _ minute: Int) -> Int {
        message.span?.middle.map { abs($0 - minute) } ?? Int.max
    }

    private static func slack(_ span: MomentRange, _ kind: EventKind) -> Int {
        // People are told that it was declared some minutes after it was.
        slack(span) + (kind == .declared ? 8 : 0)
    }

    private static func slack(_ span: MomentRange) -> Int { 2 + ((span.latest ?? 0) - (span.earliest ?? 0)) }

    private static func finding(
        _ what: String, _ event: TimelineEvent, _ message: Message, _ document: CheckedDocument
    ) -> Finding {
        CheckID.twoTimes.finding(
            at: event.timeRange,
            "The timeline has \"\(document.quoted(event.eventRange))\" at \(document.quoted(event.timeRange)), and the communication log has \"\(document.quoted(message.textRange))\" at \(document.quoted(message.timeRange)) (line \(document.line(message.timeRange))).",
            ask: "Are these the same, and when was it?",
            settle: [Suggestion("Give both the same time, or say in each what sets it apart.")])
    }

    // MARK: prose

    private static let told: Set<EventKind> = [
        .alerted, .acknowledged, .declared, .rollbackStarted, .rollbackDone, .restored, .closed, .deployed,
        .customersTold, .statusPage,
    ]

    private static func prose(in document: CheckedDocument) -> [Finding] {
        document.passages(kinds: [
            "summary", "impact", "well", "wrong", "lessons", "whys", "factors", "meeting", "prevention",
        ])
        .filter { $0.block.kind != .tableCell }
        .flatMap { passage in
            passage.sentences.filter { !document.elsewhere.isTold(in: $0) }.flatMap {
                Passage.clauses(of: $0)
            }.compactMap { finding($0, in: document) }
        }
    }

    private static let openers: WordSet = ["at", "by", "around", "about", "~", "(", ":", "of", "on"]
    private static let starts: WordSet = ["from", "since"]

    private static func finding(_ clause: ArraySlice<ProseWord>, in document: CheckedDocument) -> Finding? {
        let clocks = Passage.clocks(in: clause)
        guard clocks.count == 1, let mention = clocks.first, let before = mention.before?.text,
            openers.contains(before) || starts.contains(before)
        else { return nil }
        let rest = clause.filter { !mention.range.contains($0.range.lowerBound) }
        let kinds = EventKind.kinds(of: rest[...]).intersection(told)
        guard kinds.count == 1, let kind = kinds.first, openers.contains(before) else {
            return kinds.isEmpty ? alike(rest[...], mention, clause, in: document) : nil
        }
        let rows = document.events.filter {
            $0.kinds.contains(kind) && $0.span != nil && $0.moment.dayShift == nil
        }
        if kind == .restored, isOfSomethingElse(rest, than: rows) { return nil }
        let messages =
            kind == .customersTold || kind == .statusPage
            ? document.messages.filter { $0.kinds.contains(kind) } : []
        guard !rows.isEmpty || !messages.isEmpty else { return nil }
        let spans = rows.compactMap(\.span) + messages.compactMap(\.span)
        guard let near = rows.first?.minute ?? messages.first?.span?.middle,
            let minute = spans.compactMap({ $0.middle }).compactMap({
                document.clock.reading(of: mention.clock, near: $0)
            }).min(by: { a, b in
                distance(a, spans) < distance(b, spans)
            }), abs(minute - near) < 1440
        else { return nil }
        let slack = mention.clock.isAbout ? 15 : before == "by" ? 0 : 1
        if spans.contains(where: {
            $0.isNear(minute, within: slack) || before == "by" && ($0.earliest ?? Int.max) <= minute
        }) {
            return nil
        }
        if isOtherRow(minute, clause, document) { return nil }
        return finding(
            kind.phrase, mention, rows.first?.eventRange ?? messages[0].textRange,
            rows.first?.timeRange ?? messages[0].timeRange, document)
    }

    /// A clause in nearly the words of one row, whatever they tell.
    private static func alike(
        _ words: ArraySlice<ProseWord>, _ mention: ClockMention, _ clause: ArraySlice<ProseWord>,
        in document: CheckedDocument
    ) -> Finding? {
        guard !mention.clock.isAbout, mention.before?.text != "by", !Stems(words).isNegated else {
            return nil
        }
        let subject = SubjectWords(words)
        let rows = document.events.filter { row in
            row.subject.count >= 3 && row.subject.shared(with: subject) >= 3
                && 4 * row.subject.shared(with: subject) >= 3 * row.subject.count
        }
        guard rows.count == 1, let row = rows.first, let span = row.span, let near = row.minute,
            let minute = document.clock.reading(of: mention.clock, near: near), abs(minute - near) < 1440,
            !span.isNear(minute, within: 5), !isOtherRow(minute, clause, document)
        else { return nil }
        return finding("it", mention, row.eventRange, row.timeRange, document)
    }

    /// `the kiosk was restored at 09:20`, where the rows tell of the checkout.
    private static func isOfSomethingElse(_ clause: [ProseWord], than rows: [TimelineEvent]) -> Bool {
        guard !clause.has(wholes) else { return false }
        let named = SubjectWords(clause.filter { !restoring.contains($0.key) })
        return !named.isEmpty
            && rows.allSatisfy { row in
                SubjectWords(row.words.filter { !restoring.contains($0.key) }).shared(with: named) == 0
            }
    }

    private static let wholes: WordSet = [
        "service", "services", "site", "system", "systems", "everything", "all", "platform", "operation",
        "operations", "normal", "things", "traffic", "production",
    ]
    private static let restoring: WordSet = [
        "restored", "restoration", "recovered", "resolved", "back", "again", "operational", "healthy",
        "fully",
        "full", "working", "worked", "works", "online", "only", "finally", "complete", "completely", "up",
    ]

    private static func distance(_ minute: Int, _ spans: [MomentRange]) -> Int {
        spans.compactMap { $0.middle.map { abs($0 - minute) } }.min() ?? Int.max
    }

    /// Whether another row or message stands at that time and speaks of something in the clause.
    private static func isOtherRow(
        _ minute: Int, _ clause: ArraySlice<ProseWord>, _ document: CheckedDocument
    ) -> Bool {
        let subject = SubjectWords(clause)
        return document.events.contains {
            $0.span?.isNear(minute, within: 1) == true
                && (SubjectWords($0.words + $0.actionWords).shared(with: subject) > 0)
        }
            || document.messages.contains {
                $0.span?.isNear(minute, within: 1) == true && $0.subject.shared(with: subject) > 0
            }
    }

    private static func finding(
        _ what: String, _ mention: ClockMention, _ row: Range<Int>, _ time: Range<Int>,
        _ document: CheckedDocument
    ) -> Finding {
        CheckID.twoTimes.finding(
            at: mention.range,
            "This gives \(document.quoted(mention.range)) for \(what), and line \(document.line(time)) has \"\(document.quoted(row))\" at \(document.quoted(time)).",
            ask: "When was it?", settle: [Suggestion("Give both the same time.")])
    }

    // MARK: the day

    /// `On 2 March 2026, checkout was slow`, and no `since 2 March`, `installed on 2 March`.
    private static func isOnset(_ day: Range<Int>, _ passage: Passage) -> Bool {
        let sentence = passage.sentences.first { $0.indices.contains(day.lowerBound) } ?? passage.words[...]
        guard !sentence.has(otherDays) else { return false }
        return sentence[..<day.lowerBound].count <= 4
            || sentence[..<day.lowerBound].last.map { ["on", "of", ","].contains($0.text) } == true
                && sentence.has(onsets)
    }

    private static let otherDays: WordSet = [
        "since", "until", "version", "installed", "live", "changed", "season", "force", "introduced", "next",
        "planned", "incident", "performance", "till", "founded", "signed", "launched", "opened", "last",
    ]
    private static let onsets: WordSet = [
        "slow", "down", "failed", "outage", "unavailable", "stopped", "broke", "began", "started", "lost",
        "could",
        "could", "stood", "affected", "unable",
    ]

    /// A summary that names another day than the field.
    private static func date(in document: CheckedDocument) -> [Finding] {
        guard let field = document.postmortem.incidentDate,
            let question = document.guide.questionIDs.first(where: { document.guide[$0]?.kind == .date }),
            let place = document.place(question.section, question.question)
        else { return [] }
        let last = document.end?.moment.date ?? field
        let paragraphs = document.passages(kinds: ["summary"]).filter { $0.block.kind == .paragraph }
        let all = paragraphs.map { passage in
            passage.words.indices.compactMap { index in
                SpokenDate(passage.words[index...]).map { ($0.date, index..<(index + $0.count)) }
            }
        }
        // Where the day of the incident is told, others are told beside it.
        guard
            !all.joined().contains(where: { field.adding(days: -1) <= $0.0 && $0.0 <= last.adding(days: 1) })
        else { return [] }
        return zip(paragraphs, all).compactMap { passage, dates in
            guard let (date, words) = dates.first, isOnset(words, passage),
                abs(date.dayNumber - field.dayNumber) < 400
            else { return nil }
            let range =
                passage.words[words.lowerBound].range
                .lowerBound..<passage.words[words.upperBound - 1].range.upperBound
            return CheckID.twoTimes.finding(
                at: range,
                "The summary speaks of \(document.quoted(range)), and the date field says \(field) (line \(document.line(place))).",
                ask: "On which day did it begin?", settle: [Suggestion("Give the same day in both places.")])
        }
    }
}
