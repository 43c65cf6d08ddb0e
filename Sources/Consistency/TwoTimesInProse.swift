import Diagnostics
import IncidentTime

/// A row and a sentence that give one event two times.
extension TwoTimesCheck {
    private static let told: EventKinds = [
        .alerted, .acknowledged, .declared, .rollbackStarted, .rollbackDone, .restored, .closed, .deployed,
        .customersTold, .statusPage,
    ]

    static func prose(in document: CheckedDocument) -> [Finding] {
        document.passages(kinds: kinds).filter { $0.block.kind != .tableCell && $0.mayTellTime }
            .flatMap { passage in
                document.story(passage, where: mayGiveTime).flatMap { Passage.clauses(of: $0) }.compactMap {
                    finding($0, in: document)
                }
            }
    }

    private static let kinds: WordSet = [
        "summary", "impact", "well", "wrong", "lessons", "whys", "factors", "meeting", "prevention",
    ]
    private static let openers: WordSet = ["at", "by", "around", "about", "~", "(", ":", "of", "on"]
    private static let starts: WordSet = ["from", "since"]
    private static let openersOrStarts = openers.union(starts)

    private static func finding(_ clause: ArraySlice<ProseWord>, in document: CheckedDocument) -> Finding? {
        guard mayGiveTime(clause) else { return nil }
        let clocks = Passage.clocks(in: clause)
        guard clocks.count == 1, let mention = clocks.first, let before = mention.before,
            openersOrStarts.contains(before.key)
        else { return nil }
        let rest = clause.filter { !mention.range.contains($0.range.lowerBound) }
        // `closed at 21:30 after a spell of monitoring`
        let first = EventKinds(of: clause[..<mention.index]).intersection(told)
        let kinds = first.only != nil ? first : EventKinds(of: rest[...]).intersection(told)
        guard let kind = kinds.only, openers.contains(before.key) else {
            return kinds.isEmpty
                ? noticing(rest[...], mention, in: document)
                    ?? alike(rest[...], mention, clause, in: document)
                    ?? part(rest[...], mention, in: document)
                : nil
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
        let slack = mention.clock.isAbout ? 15 : before.text == "by" ? 0 : 1
        if spans.contains(where: {
            $0.isNear(minute, within: slack) || before.text == "by" && ($0.earliest ?? Int.max) <= minute
        }) {
            return nil
        }
        if isOtherRow(minute, clause, document) { return nil }
        return finding(
            kind.phrase, mention, rows.first?.eventRange ?? messages[0].textRange,
            rows.first?.timeRange ?? messages[0].timeRange, document)
    }

    /// Most clauses give none, and need no closer look.
    private static func mayGiveTime(_ clause: ArraySlice<ProseWord>) -> Bool {
        clause.indices.dropFirst().contains { index in
            SpokenClock.mayBegin(with: clause[index]) && openersOrStarts.contains(clause[index - 1].key)
        }
    }

    /// Who noticed it, at a time that nothing happened at, where a row tells of the same people.
    private static func noticing(
        _ words: ArraySlice<ProseWord>, _ mention: ClockMention, in document: CheckedDocument
    ) -> Finding? {
        guard EventKinds(of: words) == [.detected], !mention.clock.isAbout,
            mention.before?.text == "at"
        else { return nil }
        let subject = SubjectWords(words)
        let rows = document.events.filter { row in
            !row.kinds.isDisjoint(with: [.detected, .alerted]) && row.subject.shared(with: subject) > 0
        }
        guard rows.count == 1, let row = rows.first, let span = row.span, let near = row.minute,
            let minute = document.clock.reading(of: mention.clock, near: near), abs(minute - near) < 1440,
            !span.isNear(minute, within: 1), !document.tellsOf(minute)
        else { return nil }
        return finding(EventKinds.detected.phrase, mention, row.eventRange, row.timeRange, document)
    }

    /// A clause in nearly the words of one row, whatever they tell.
    private static func alike(
        _ words: ArraySlice<ProseWord>, _ mention: ClockMention, _ clause: ArraySlice<ProseWord>,
        in document: CheckedDocument
    ) -> Finding? {
        guard !mention.clock.isAbout, !Stems(words).isNegated else { return nil }
        let isDeadline = mention.before?.text == "by"
        let subject = SubjectWords(words)
        let rows = document.events.filter { row in
            row.subject.count >= 3 && row.subject.shared(with: subject) >= 3
                && 4 * row.subject.shared(with: subject) >= 3 * row.subject.count
        }
        guard rows.count == 1, let row = rows.first, let span = row.span, let near = row.minute,
            let minute = document.clock.reading(of: mention.clock, near: near), abs(minute - near) < 1440,
            !span.isNear(minute, within: 5), !isDeadline || (span.earliest ?? minute) > minute,
            !isOtherRow(minute, clause, document)
        else { return nil }
        return finding("it", mention, row.eventRange, row.timeRange, document)
    }

    /// Nothing but words of one row, at a time that nothing happened at: `the restart at 18:25` beside "Engine restarted".
    private static func part(
        _ words: ArraySlice<ProseWord>, _ mention: ClockMention, in document: CheckedDocument
    )
        -> Finding?
    {
        guard !mention.clock.isAbout, mention.before?.text == "at", !Stems(words).isNegated else {
            return nil
        }
        let subject = SubjectWords(words)
        let step = SubjectWords(
            words.prefix { $0.range.upperBound <= mention.range.lowerBound }.suffix(2).filter {
                steps.contains($0.key)
            })
        let rows = document.events.filter { row in
            subject.count > 1 && subject.isPart(of: row.subject)
                || !step.isEmpty && step.isPart(of: row.subject)
        }
        guard rows.count == 1, let row = rows.first, let span = row.span, let near = row.minute,
            let minute = document.clock.reading(of: mention.clock, near: near), abs(minute - near) < 1440,
            !span.isNear(minute, within: 2), !document.tellsOf(minute)
        else { return nil }
        return finding("it", mention, row.eventRange, row.timeRange, document)
    }

    /// Steps of a repair that a timeline has once or tells apart.
    private static let steps: WordSet = [
        "restart", "reboot", "failover", "reset", "reload", "flush", "migration", "upgrade", "downgrade",
        "shutdown",
        "handover", "escalation",
    ]

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
        "operations", "things", "traffic", "production",
    ]
    private static let restoring: WordSet = [
        "restored", "restoration", "recovered", "resolved", "back", "again", "operational", "healthy",
        "fully", "full", "working", "worked", "works", "online", "only", "finally", "complete", "completely",
        "up", "normal",
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

    static func finding(
        _ what: String, _ mention: ClockMention, _ row: Range<Int>, _ time: Range<Int>,
        _ document: CheckedDocument
    ) -> Finding {
        CheckID.twoTimes.finding(
            at: mention.range,
            "This gives \(document.quoted(mention.range)) for \(what), and line \(document.line(time)) has \"\(document.quoted(row))\" at \(document.quoted(time)).",
            ask: "When was it?", settle: [Suggestion("Give both the same time.")])
    }
}
