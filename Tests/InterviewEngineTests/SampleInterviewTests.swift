import BuiltInPrompts
import Consistency
import IncidentTime
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing
import Wording

@Suite("The interview in Samples/ is held as it is written there") struct SampleInterviewTests {
    private static let name = "2026-05-19-empty-search"

    /// With the program's own rules and checks; the document that comes of it is the sample beside it.
    @Test func fromTheFirstQuestionToACompletePostmortem() throws {
        let today = try #require(CalendarDate(year: 2026, month: 5, day: 21))
        let now = try #require(ClockTime(hour: 13, minute: 5))
        let checker = WordingChecker(decoding: BuiltInPrompts.wordingRules)
        let conversation = Conversation(
            .blank(try TestGuides.standard()), reviewer: Reviewer(checker), checks: .document(zones: .none),
            now: Instant(date: today, time: now))
        let talk = Transcript(Self.name, path: "Samples/\(Self.name).interview.txt").check(conversation)
        let document = "Samples/\(Self.name).md"
        if talk.document != Repository.text(document) {
            Repository.write(talk.document, to: document)
            Issue.record("The interview makes another document; '\(document)' holds it now.")
        }
        let missing = talk.session.guide.questionIDs.filter {
            talk.session.guide[$0]?.isEssential == true
                && !talk.session.postmortem.reading($0).state.isSettled
        }
        #expect(missing == [])
    }
}
