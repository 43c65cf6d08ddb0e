import Diagnostics
import Guides
import IncidentTime

/// An end that lies before its start, where both name their day.
enum EndBeforeStartCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        guard let start = document.start, let end = document.end, let from = start.span.earliest,
            let to = end.span.latest, to < from
        else { return rows(in: document) }
        return [
            CheckID.endBeforeStart.finding(
                at: end.range,
                "The end, \(document.quoted(end.range)), is before the start, \(document.quoted(start.range)) (line \(document.line(start.range))).",
                ask: "On which day did people stop feeling it?",
                settle: [
                    Suggestion("Write the date before a time of another day, such as 2026-03-02 00:40 UTC.")
                ])
        ] + rows(in: document)
    }

    /// A range in a row that runs backwards over its own dates.
    private static func rows(in document: CheckedDocument) -> [Finding] {
        document.events.compactMap { event in
            guard let early = event.span?.earliest, let late = event.span?.latest, late < early else {
                return nil
            }
            return CheckID.endBeforeStart.finding(
                at: event.timeRange,
                "This stretch of time, \(document.quoted(event.timeRange)), ends before it begins.",
                ask: "Which of its two times is the earlier one?")
        }
    }
}
