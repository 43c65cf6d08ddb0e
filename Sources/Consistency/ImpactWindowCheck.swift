import Diagnostics
import IncidentTime

/// The time in which people felt it, as the summary tells it, beside the rows in which it was over. The end of the
/// effect is not the moment the incident was closed.
enum ImpactWindowCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        var found: [Finding] = []
        if let end = document.end { found += self.end(end.span, at: end.range, in: document) }
        let windows = document.proseWindows.filter { $0.isAboutImpact || isMeantAsWhole($0, document) }
        let whole = windows.filter { isOfFields($0, document) }
        // Where one of a section is the whole, its others are of parts.
        let others = windows.filter { window in !whole.contains { $0.section == window.section } }
        for window in whole + others {
            if let finding = againstFields(window, document) {
                found.append(finding)
            } else {
                found += end(window.end, at: window.range, in: document)
            }
        }
        return found
    }

    // MARK: against the timeline

    private static func end(_ end: MomentRange, at range: Range<Int>, in document: CheckedDocument)
        -> [Finding]
    {
        let better = document.events.filter { !$0.kinds.isDisjoint(with: [.restored, .mitigated]) }
        guard let minute = end.middle,
            let restored = document.events.last(where: { $0.kinds.contains(.restored) }),
            let first = document.events.first(where: { $0.kinds.contains(.restored) })?.span?.earliest,
            let last = restored.span?.latest
        else { return [] }
        let tolerance = 1 + ((end.latest ?? minute) - (end.earliest ?? minute)) / 2
        if better.contains(where: { $0.span?.isNear(minute, within: tolerance) ?? false }) { return [] }
        if minute >= first - tolerance, minute <= last + tolerance { return [] }
        let rows = document.events.filter { $0.span?.isNear(minute, within: tolerance) == true }
        // A row of that time in words of its own may well be where it was over.
        if rows.contains(where: \.kinds.isEmpty) { return [] }
        let closed = rows.last { $0.kinds.contains(.closed) }
        return [
            finding(
                range, minute, document, restored: document.events.first { $0.kinds.contains(.restored) }!,
                closed)
        ]
    }

    private static func finding(
        _ range: Range<Int>, _ minute: Int, _ document: CheckedDocument, restored: TimelineEvent,
        _ closed: TimelineEvent?
    ) -> Finding {
        let said = document.quoted(range)
        let row =
            "\"\(document.quoted(restored.eventRange))\" at \(document.quoted(restored.timeRange)) (line \(document.line(restored.timeRange)))"
        let other =
            closed.map {
                " The end given here is the time of \"\(document.quoted($0.eventRange))\" (line \(document.line($0.timeRange)))."
            } ?? ""
        return CheckID.impactWindow.finding(
            at: range,
            "\"\(said)\" puts the end of the effect at \(document.clock.text(minute)), and the timeline has \(row).\(other)",
            ask: "When did people stop feeling it, and when was the incident closed?",
            settle: [
                Suggestion("End the effect at \(document.quoted(restored.timeRange)), or correct the row.")
            ])
    }

    // MARK: against the fields

    private static func isOfFields(_ window: ProseWindow, _ document: CheckedDocument) -> Bool {
        guard let start = document.start, let end = document.end, let from = window.start.middle,
            let to = window.end.middle
        else { return false }
        let slack = window.isAbout ? 15 : 1
        return start.span.isNear(from, within: slack) && end.span.isNear(to, within: slack)
    }

    private static func againstFields(_ window: ProseWindow, _ document: CheckedDocument) -> Finding? {
        guard let start = document.start, let end = document.end else { return nil }
        let (from, to) = (window.start, window.end)
        let differs = [(from, start), (to, end)].filter { said, field in
            guard let minute = said.middle else { return false }
            let slack = window.isAbout ? 15 : 1
            return !field.span.isNear(minute, within: slack)
        }
        guard !differs.isEmpty, differs.count == 1 || overlaps(window, start, end) else { return nil }
        guard differs.count == 2 || isWhole(window, document) else { return nil }
        let fields = differs.map { "\(document.quoted($0.1.range)) (line \(document.line($0.1.range)))" }
        return CheckID.impactWindow.finding(
            at: window.range,
            "\"\(document.quoted(window.range))\" and the summary's fields disagree: they say \(joined(fields, "and")).",
            ask: "From when to when did people feel it?",
            settle: [Suggestion("Give the same start and end in both places.")])
    }

    /// A stretch inside the effect may tell about a part of it, outside of the short summary.
    private static func isWhole(_ window: ProseWindow, _ document: CheckedDocument) -> Bool {
        window.section.hasSuffix("summary") || window.section == "five-whys" || !window.isAboutImpact
    }

    /// Has the start or the end of the fields, and another end that nothing happened at but what such a slip takes for
    /// one, such as the closing; or reaches from one of these to another around the whole.
    private static func isMeantAsWhole(_ window: ProseWindow, _ document: CheckedDocument) -> Bool {
        guard let start = document.start, let end = document.end, let from = window.start.middle,
            let to = window.end.middle
        else { return false }
        let slack = window.isAbout ? 15 : 0
        let begins = start.span.isNear(from, within: slack)
        let ends = end.span.isNear(to, within: slack)
        if begins != ends { return isMistakable(begins ? to : from, window, document) }
        return !begins && !ends && window.kind != "impact" && !window.isAbout
            && start.span.latest.map { from < $0 } ?? false && end.span.earliest.map { to > $0 } ?? false
            && [from, to].allSatisfy { document.tellsOf($0) && isMistakable($0, window, document) }
    }

    /// A time that is told of nothing, or of what begins before the effect and ends after it.
    private static func isMistakable(_ minute: Int, _ window: ProseWindow, _ document: CheckedDocument)
        -> Bool
    {
        if window.isAbout { return window.kind != "impact" }
        let rows = document.events.filter {
            $0.moment.namesHour && $0.span?.isNear(minute, within: 1) == true
        }
        return rows.isEmpty
            ? !document.tellsOf(minute) : rows.contains { !$0.kinds.isDisjoint(with: around) }
    }

    private static let around: EventKinds = [.deployed, .alerted, .detected, .declared, .closed]

    private static func overlaps(_ window: ProseWindow, _ start: PlacedTime, _ end: PlacedTime) -> Bool {
        window.section.hasSuffix("summary") || window.section == "five-whys"
    }
}
