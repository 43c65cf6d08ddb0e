import Forms
import IncidentTime
import InterviewEngine
import Postmortems
import TestSupport
import Testing

@Suite("A clock that is set back") struct ClockSetBackTests {
    private static let earlier = Instant(
        date: CalendarDate(year: 2026, month: 3, day: 2)!, time: ClockTime(hour: 15, minute: 20)!)

    private func rows(_ talk: Conversation) -> [[String]] {
        guard case .table(let rows)? = talk.answer("timeline.discovery") else { return [] }
        return rows.map { Array($0.cells.prefix(2)) }
    }

    /// Rows stand in the order of their times, and are taken back in the order of typing.
    @Test func overwritesNoRow() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto timeline.discovery")
        talk.type("now | typed first | - | Ann")
        talk.give(.tick(Self.earlier))
        talk.type("now | typed second | - | Ann")
        #expect(rows(talk) == [["15:20", "typed second"], ["16:20", "typed first"]])
        talk.type(":undo")
        #expect(rows(talk) == [["16:20", "typed first"]])
    }
}
