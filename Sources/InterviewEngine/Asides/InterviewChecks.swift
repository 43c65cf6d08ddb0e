import Consistency
import Diagnostics
import IncidentTime
import LosslessMarkdown
import Postmortems

/// Checks of the whole document, handed in, so that the interview does not choose them. Findings come in document order;
/// the day is that of the interview.
package struct InterviewChecks: Sendable {
    /// At the end of the interview.
    package var closing: @Sendable (Postmortem, CalendarDate) -> [Finding]
    /// Once the timeline is left: the times worked out from it, and what there is to ask about it as a whole.
    package var timeline: @Sendable (Postmortem, CalendarDate) -> TimelineReview

    /// By which a region such as `Europe/Berlin` behind a time is read.
    package var zones = ZoneSource.none

    package init(
        closing: @escaping @Sendable (Postmortem, CalendarDate) -> [Finding] = { _, _ in [] },
        timeline: @escaping @Sendable (Postmortem, CalendarDate) -> TimelineReview = { _, _ in .empty }
    ) {
        self.closing = closing
        self.timeline = timeline
    }

    /// Says nothing.
    package static let silent = InterviewChecks()

    /// The checks of `debrief check`. What is still open is told before, question by question, so that these keep to
    /// what disagrees.
    package static func document(zones: ZoneSource) -> InterviewChecks {
        let toldBefore: Set = [CheckID.unanswered.rawValue, CheckID.placeholder.rawValue]
        var checks = InterviewChecks { postmortem, today in
            let found = DocumentChecks.findings(in: postmortem, today: today, zones: zones)
            return Suppressions(postmortem.document).open(found.filter { !toldBefore.contains($0.rule) })
        } timeline: { postmortem, today in
            var review = TimelineReview(postmortem, today: today, zones: zones)
            review.questions = Suppressions(postmortem.document).open(review.questions)
            return review
        }
        checks.zones = zones
        return checks
    }
}
