import Forms
import Guides
import Postmortems
import TestSupport
import Testing

@Suite("The duration follows from start and end") struct WorkingOutTests {
    private struct Refused: Error {}

    private var postmortem: Postmortem

    init() throws { postmortem = .blank(try TestGuides.standard()) }

    private mutating func set(_ question: String, _ text: String?) throws {
        switch postmortem.setting(QuestionID("summary", question), to: text.map { .text($0) }) {
        case .changed(let changed): postmortem = changed
        case .unchanged: break
        case .refused: throw Refused()
        }
    }

    private var duration: FormContent? { postmortem.reading(QuestionID("summary", "duration")).content }

    @Test mutating func overSeveralDays() throws {
        try set("date", "2026-03-02")
        try set("start", "10:00")
        try set("end", "2026-03-04 11:30")
        #expect(duration == .text("2 days 1 hour 30 minutes"))
        try set("date", "2026-03-03")
        #expect(duration == .text("1 day 1 hour 30 minutes"))
    }

    @Test mutating func ofAGuessIsSaidToBeOne() throws {
        try set("start", "~17:30")
        try set("end", "00:40")
        #expect(duration == .text("about 7 hours 10 minutes"))
        try set("start", "17:30")
        #expect(duration == .text("7 hours 10 minutes"))
    }

    /// Which day a time without a date is on is not known without the date of the incident.
    @Test mutating func aHalfKnownStretchIsLeftOpen() throws {
        try set("start", "10:00")
        try set("end", "2026-03-04 11:30")
        #expect(duration == nil)
    }

    @Test mutating func goesWithTheTimesItCameFrom() throws {
        try set("start", "10:00")
        try set("end", "11:30")
        #expect(duration == .text("1 hour 30 minutes"))
        try set("end", nil)
        #expect(duration == nil)
    }

    @Test mutating func ofAPersonStays() throws {
        try set("start", "10:00")
        try set("end", "11:30")
        try set("duration", "about an hour")
        try set("end", nil)
        #expect(duration == .text("about an hour"))
    }
}
