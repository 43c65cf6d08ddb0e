import IncidentTime
import Consistency
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

    @Test func afterAnUndoOfAnEarlierAnswerOfItsSection() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto users")
        for line in ["120 customers", "Carts stayed empty", "cart: no answer", "", "", "n"] {
            talk.type(line)
        }
        #expect(talk.prompt?.label == "Geographic Region")
        talk.type(":undo")
        for line in ["cart: no answer at all", ""] { talk.type(line) }
        #expect(talk.prompt?.label == "Geographic Region")
    }

    @Test func aSectionThatIsSkippedIsNotAskedForACapture() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        talk.type(":action Add a second feed")
        talk.type(":goto actions.immediate")
        talk.type(":skip section")
        #expect(talk.prompt?.label.hasPrefix("Short-Term") == false)
    }

    /// Questions about the timeline as a whole wait for its end, or for that of the interview.
    @Test func outOfTheTimelineLeadsWhereItSays() throws {
        let checks = InterviewChecks.document(zones: ZoneSource { _ in nil })
        var talk = Conversation(.blank(try TestGuides.standard()), checks: checks)
        talk.type(":goto discovery")
        talk.paste("10:00 | a | - | x\n10:05 | b | - | x\n11:30 | c | - | x")
        talk.type(":goto successes")
        #expect(talk.prompt?.label == "Successes 1")
    }

    @Test(arguments: [":na none of that", ":unknown", ":clear"])
    func noAnswerIsReplacedBetweenQuestions(_ command: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in ["Trams stood still", "2026-03-01", "14:05", "15:20", "2"] { talk.type(line) }
        #expect(talk.prompt?.label == "n for now, Enter for later")
        talk.type(command)
        #expect(talk.answer("summary.severity") == .text("High"))
        #expect(talk.said().contains("No question stands here"))
        #expect(talk.prompt?.label == "n for now, Enter for later")
    }

    @Test func pastTheOfferOfOtherQuestionsAreAllOfThem() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in ["Trams stood still", "2026-03-01", "14:05", "15:20", "2"] { talk.type(line) }
        talk.type(":next")
        #expect(talk.prompt?.label == "Status")
        talk.type("1")
        #expect(talk.prompt?.label == "Incident Commander")
    }

    @Test func whatIsPassedOverIsNamed() throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":goto 6")
        for _ in 1...40 where talk.prompt?.purpose == .answer { talk.type("") }
        #expect(talk.said().contains("were passed over (Title, "))
    }

    @Test(arguments: ["action-items", "Action Items", "quick summary", "quick-summary"])
    func findsANameWithOrWithoutHyphens(_ name: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto \(name)")
        #expect(talk.prompt?.label != "Title")
    }

    @Test func tellsOfAGuideWithoutATimeline() throws {
        var talk = Conversation(.blank(try TestGuides.short()))
        talk.type(":goto timeline")
        #expect(talk.lines.contains { $0.hasPrefix("This guide has no timeline.") })
    }
}
