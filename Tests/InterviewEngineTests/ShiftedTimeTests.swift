import Forms
import Postmortems
import TestSupport
import Testing

@Suite("A time that counts from the row before") struct ShiftedTimeTests {
    /// The first row of a phase counts from the phase before it.
    @Test func countsOverPhases() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto timeline.discovery")
        talk.type("14:02 | alarm | - | Ann")
        talk.type(":goto timeline.response")
        talk.type("+5m | call | - | Ann")
        #expect(
            talk.answer("timeline.response") == .table([TableRecord(["14:07", "call", "-", "Ann"])]))
    }
}
