import Diagnostics
import IncidentTime
import Postmortems

/// What is said of a timeline as a whole, once it is written down.
package struct TimelineReview: Sendable {
    /// The times worked out from it, such as `time to detect 6 minutes`.
    package var times: [String]
    /// How it was noticed, times that a clock change makes doubtful, stretches of which no row tells.
    package var questions: [Finding]

    package static let empty = TimelineReview(times: [], questions: [])

    private init(times: [String], questions: [Finding]) {
        (self.times, self.questions) = (times, questions)
    }

    package init(_ postmortem: Postmortem, today: CalendarDate, zones: ZoneSource) {
        let document = CheckedDocument(postmortem, today: today, zones: zones)
        let checks: [any Check.Type] = [DetectionCheck.self, ClockChangeCheck.self, SilentStretchCheck.self]
        times = document.responseTimes.lines
        questions = checks.flatMap { $0.findings(in: document) }
    }
}
