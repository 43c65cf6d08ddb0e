import Guides
import IncidentTime
import Postmortems
import TestSupport
import Testing

@Suite("The day of the incident") struct IncidentDateTests {
    private func date(_ answers: [String: String]) throws -> CalendarDate? {
        try answers.reduce(Postmortem.blank(try TestGuides.standard())) { postmortem, answer in
            let id = try #require(QuestionID(answer.key))
            guard case .changed(let changed) = postmortem.setting(id, to: .text(answer.value)) else {
                Issue.record("\(id) refused \(answer.value)")
                return postmortem
            }
            return changed
        }.incidentDate
    }

    @Test func isThatOfTheSummary() throws {
        let day = CalendarDate(year: 2026, month: 3, day: 2)
        #expect(try date(["summary.date": "2026-03-02", "meeting.date": "2026-03-05"]) == day)
        #expect(try date(["summary.date": "2 March 2026"]) == day)
    }

    /// The day on which the room meets is another one.
    @Test func isNotThatOfTheMeeting() throws {
        #expect(try date(["meeting.date": "2026-03-05"]) == nil)
        #expect(try date([:]) == nil)
    }
}
