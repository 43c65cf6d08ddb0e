import Diagnostics
import IncidentTime

/// A long stretch of which no row tells, between the moment at which somebody knew and the end.
enum SilentStretchCheck: Check {
    /// Minutes; half an hour in which people worked is worth a question.
    static let length = 30

    static func findings(in document: CheckedDocument) -> [Finding] {
        let end = document.end?.span.latest ?? document.events.last { $0.kinds.contains(.restored) }?.minute
        // Rows of one phase may lie between those of another.
        let rows = document.events.filter { $0.span != nil && $0.moment.dayShift == nil }
            .sorted { ($0.span?.earliest ?? 0) < ($1.span?.earliest ?? 0) }
        guard let end, let start = document.noticed?.earliest ?? document.impactStart?.earliest else {
            return []
        }
        return zip(rows, rows.dropFirst()).compactMap { row, next in
            guard let from = row.span?.latest, let to = next.span?.earliest, to - from > length,
                from >= start, to <= end
            else { return nil }
            let isSure = !row.moment.isUncertain && !next.moment.isUncertain
            let length = (isSure ? "" : "at least ") + TimeSpan(minutes: to - from).description
            return CheckID.silentStretch.finding(
                at: next.timeRange,
                "Nothing is told between \(document.quoted(row.timeRange)) (line \(document.line(row.timeRange))) and \(document.quoted(next.timeRange)), \(length).",
                ask:
                    "What was happening between \(document.quoted(row.timeRange)) and \(document.quoted(next.timeRange))?",
                settle: [Suggestion("Add a row, or say that people were waiting.")])
        }
    }
}
