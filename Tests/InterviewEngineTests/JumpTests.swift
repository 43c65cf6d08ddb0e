import TestSupport
import Testing

@testable import InterviewEngine

@Suite("A question that a jump interrupts is put when its turn comes") struct JumpTests {
    @Test func afterAnAnswerIsTakenBackAndGivenAnew() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        for answer in ["2026-03-01", "14:05", "15:20", "2"] { talk.type(answer) }
        talk.type("later")
        #expect(talk.prompt?.label == "Number of Users Affected")
        talk.type(":undo")
        #expect(talk.prompt?.label == "Severity")
        talk.type("1")
        #expect(talk.prompt?.label == "Number of Users Affected")
    }

    @Test func afterAnEarlierAnswerOfItsSectionIsMended() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto users")
        talk.type("120 customers, from the order log")
        talk.type("Carts stayed empty")
        talk.type("cart: answered with nothing")
        for line in ["", "", "n"] { talk.type(line) }
        #expect(talk.prompt?.label == "Geographic Region")
        talk.type(":goto experience")
        talk.type("Carts stayed empty for everybody")
        #expect(talk.prompt?.label == "Geographic Region")
    }
}
