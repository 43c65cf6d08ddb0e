import Diagnostics

/// A long stretch in the middle of the incident of which no row tells.
enum SilentStretchCheck: Check {
    /// Minutes; half an hour in which people worked is worth a question.
    static let length = 30

    static func findings(in document: CheckedDocument) -> [Finding] {
        let end = document.end?.span.latest ?? document.events.last { $0.kinds.contains(.restored) }?.minute
        let rows = document.events.filter { $0.span != nil && $0.moment.dayShift == nil }
        guard let end, let start = document.impactStart?.earliest else { return [] }
        return zip(rows, rows.dropFirst()).compactMap { row, next in
            guard let from = row.span?.latest, let to = next.span?.earliest, to - from > length,
                from >= start, to <= end
            else { return nil }
            return CheckID.silentStretch.finding(
                at: next.timeRange,
                "Nothing is told between \(document.quoted(row.timeRange)) (line \(document.line(row.timeRange))) and \(document.quoted(next.timeRange)), \(counted(to - from, "minute")).",
                ask: "What was happening in these \(counted(to - from, "minute"))?",
                settle: [Suggestion("Add a row, or say that people were waiting.")])
        }
    }
}
