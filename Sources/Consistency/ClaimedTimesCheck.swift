import Diagnostics
import IncidentTime

/// Claims such as *detected within 2 minutes* or *about an hour to restore*, measured along the timeline. A claim stands
/// as soon as one reading of the rows agrees with it.
enum ClaimedTimesCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        guard !document.events.isEmpty || document.start != nil else { return [] }
        let measures = Measures(document)
        return ownTimes(measures, document)
            + document.story(kinds: kinds, holding: SpokenDuration.units).flatMap { passage, sentence in
                DurationClaim.all(in: sentence).compactMap { finding($0, measures, document, passage) }
            }
    }

    private static let kinds: WordSet = ["summary", "impact", "well", "wrong", "lessons", "factors", "whys"]

    /// `Mean time to detect (MTTD); in this incident 7 minutes`
    private static func ownTimes(_ measures: Measures, _ document: CheckedDocument) -> [Finding] {
        document.passages(in: "tracked-metrics").compactMap { passage in
            DurationClaim(ownTimeIn: passage.words[...]).flatMap { finding($0, measures, document, passage) }
        }
    }

    private static func finding(
        _ claim: DurationClaim, _ measures: Measures, _ document: CheckedDocument, _ passage: Passage
    ) -> Finding? {
        if claim.isWholeImpact, passage.kind == "summary" && document.start != nil && document.end != nil {
            return nil
        }
        if claim.isWholeImpact, passage.kind == "impact" { return nil }
        if isOfSomethingElse(claim, document) { return nil }
        let real = measures.stretches(for: claim)
        guard let closest = real.first, !real.contains(where: { fits(claim.duration, $0.minutes) }) else {
            return nil
        }
        let id = CheckID(claim.stretch)
        let minutes =
            closest.minutes.lowerBound == closest.minutes.upperBound
            ? TimeSpan(minutes: closest.minutes.lowerBound).description
            : "\(closest.minutes.lowerBound) to \(TimeSpan(minutes: closest.minutes.upperBound))"
        return id.finding(
            at: claim.range,
            "\"\(document.quoted(claim.range))\" does not fit the timeline: from \(closest.from.name()) to \(closest.to.name()) it is \(minutes).",
            ask: "Which is right, the claim or the rows?",
            settle: [Suggestion("Write \(minutes), or correct the row that is off.")])
    }

    /// `Search recovered within 2 minutes`, where neither the title nor a row about the end tells of a search.
    private static func isOfSomethingElse(_ claim: DurationClaim, _ document: CheckedDocument) -> Bool {
        guard claim.stretch == .detection || claim.stretch == .recovery, !claim.subject.isEmpty,
            !claim.subject.has(generic)
        else {
            return false
        }
        let named = SubjectWords(claim.subject)
        guard !named.isEmpty else { return false }
        let title = SubjectWords(document.postmortem.title ?? "")
        let rows = document.events.filter { $0.kinds.contains(.restored) || $0.kinds.contains(.mitigated) }
        return title.shared(with: named) == 0 && rows.allSatisfy { $0.subject.shared(with: named) == 0 }
    }

    /// What stands for the whole of it, or for whoever came to know.
    private static let generic: WordSet = [
        "we", "it", "they", "this", "that", "he", "she", "team", "service", "services", "site", "system",
        "systems", "everything", "all", "problem", "issue", "incident", "outage", "failure", "failures",
        "error", "errors", "fault", "faults", "bug", "impact", "time", "users", "customers", "engineer",
        "engineers", "responders", "alert", "alerts", "alarm", "alarms", "monitoring", "detection",
        "recovery", "repair", "restoration", "resolution", "mitigation", "rollback", "fix", "operation",
        "operations", "support", "mean", "nobody", "work", "on-call", "call", "page", "pager", "degradation",
        "slowdown", "disruption", "downtime", "traffic", "production", "there", "took", "needed",
    ]

    private static func fits(_ said: SpokenDuration, _ real: ClosedRange<Int>) -> Bool {
        DurationCheck.fits(said.shortest, said.longest, said.bound, real)
            || said.bound == .exact && said.longest.truncatingRemainder(dividingBy: 5) == 0
                && said.longest >= 15
                && abs(Double(real.upperBound) - said.longest) <= 2
    }
}

extension CheckID {
    fileprivate init(_ stretch: DurationClaim.Stretch) {
        switch stretch {
        case .detection: self = .claimedDetection
        case .acknowledgement: self = .claimedAcknowledgement
        case .declaration: self = .twoTimes
        case .rollback, .recovery: self = .claimedRecovery
        }
    }
}

/// The stretches that a claim can mean.
private struct Measures {
    struct Stretch {
        var minutes: ClosedRange<Int>
        var from: Point
        var to: Point
    }

    struct Point {
        var span: MomentRange
        /// As a message names it; few are ever named.
        var name: () -> String
    }

    let document: CheckedDocument

    init(_ document: CheckedDocument) { self.document = document }

    /// The most natural one first.
    func stretches(for claim: DurationClaim) -> [Stretch] {
        let starts = self.starts(for: claim)
        let ends = self.ends(for: claim)
        return starts.flatMap { from in ends.compactMap { stretch(from, $0) } }
    }

    private func stretch(_ from: Point, _ to: Point) -> Stretch? {
        guard let early = from.span.earliest ?? from.span.latest,
            let late = to.span.latest ?? to.span.earliest, late >= early
        else { return nil }
        let short = max(0, (to.span.earliest ?? late) - (from.span.latest ?? early))
        return Stretch(minutes: min(short, late - early)...(late - early), from: from, to: to)
    }

    private func starts(for claim: DurationClaim) -> [Point] {
        switch claim.anchor {
        case .deployed:
            let releases = points([.deployed])
            return releases.isEmpty ? rows(about: claim.anchorWords) : releases
        case .alert:
            return claim.stretch == .acknowledgement || claim.stretch == .declaration
                ? points([.alerted, .detected]) : points([.alerted, .detected, .acknowledged])
        case .declaration: return points([.declared])
        case .rollback: return points([.rollbackStarted, .rollbackDone])
        case .other: return rows(about: claim.anchorWords)
        case .sign:
            let last = ends(for: claim).compactMap(\.span.earliest).min() ?? .min
            let rows = rows(about: claim.anchorWords).filter { $0.span.latest.map { $0 < last } ?? false }
            return rows.isEmpty ? onset(for: claim) : rows
        case .start: return onset(for: claim)
        case .unsaid:
            switch claim.stretch {
            case .detection:
                return claim.isMetric ? toldImpact : toldImpact + points([.deployed])
            case .acknowledgement, .declaration: return points([.alerted, .detected]) + impact
            case .rollback: return points([.rollbackStarted])
            case .recovery:
                return impact
                    + points(claim.isMetric ? [.alerted, .detected] : [.alerted, .detected, .declared])
            }
        }
    }

    private func ends(for claim: DurationClaim) -> [Point] {
        switch claim.stretch {
        case .detection:
            let told = points([.alerted, .detected])
            if claim.isMetric { return Array(told.prefix(1)) }
            // Where no row says how it was noticed, what followed does not say when.
            let known = told.isEmpty ? [] : told + points([.acknowledged, .declared])
            return claim.duration.bound == .exact ? known + untold(before: told) : known
        case .acknowledgement: return points([.acknowledged])
        case .declaration: return points([.declared])
        case .rollback: return points([.rollbackDone, .restored, .mitigated])
        case .recovery:
            let restored = points([.restored])
            let better =
                claim.isMitigation || claim.anchor == .rollback ? points([.mitigated, .rollbackDone]) : []
            let closed = claim.isClosing ? points([.closed]) : []
            return restored.isEmpty && !claim.isMitigation
                ? field(document.end, "the summary's end") + closed : restored + better + closed
        }
    }

    /// Rows in words of their own, any of which may tell how it was noticed.
    private func untold(before told: [Point]) -> [Point] {
        guard let first = told.first?.span.earliest else { return [] }
        return document.events.filter { $0.kinds.isEmpty && $0.minute.map { $0 < first } ?? false }
            .compactMap { event in
                event.span.map { span in Point(span: span) { "\"\(document.quoted(event.eventRange))\"" } }
            }
    }

    /// Where the effect began: the summary's field, what its text says, and the first signs.
    private var impact: [Point] {
        let told = toldImpact
        return told.isEmpty ? Array(points([.alerted, .detected]).prefix(1)) : told
    }

    /// The first sign is no start that the noticing could be measured from.
    private func onset(for claim: DurationClaim) -> [Point] {
        claim.stretch == .detection ? toldImpact : impact
    }

    private var toldImpact: [Point] {
        let prose = document.proseWindows.filter(\.isAboutImpact).map { window in
            Point(span: window.start) {
                "the start in \"\(document.quoted(window.range))\" (line \(document.line(window.range)))"
            }
        }
        return field(document.start, "the start") + prose
    }

    private func field(_ time: PlacedTime?, _ name: String) -> [Point] {
        time.map { time in
            [
                Point(span: time.span) {
                    "\(name), \(document.quoted(time.range)) (line \(document.line(time.range)))"
                }
            ]
        } ?? []
    }

    private func points(_ kinds: EventKinds) -> [Point] {
        document.events.compactMap { event in
            event.kinds.isDisjoint(with: kinds) ? nil : point(event)
        }
    }

    /// The one row that speaks of what a claim counts from, as *the push* in `12 minutes after the push` does.
    private func rows(about words: ArraySlice<ProseWord>) -> [Point] {
        let subject = SubjectWords(words)
        let rows = document.events.filter { $0.subject.shared(with: subject) > 0 }
        return rows.count == 1 ? rows.compactMap(point) : []
    }

    private func point(_ event: TimelineEvent) -> Point? {
        event.span.map { span in
            Point(span: span) {
                "\"\(document.quoted(event.eventRange))\" at \(document.quoted(event.timeRange)) (line \(document.line(event.timeRange)))"
            }
        }
    }
}
