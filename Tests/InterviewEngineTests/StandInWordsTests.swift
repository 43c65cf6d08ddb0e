import Forms
import Postmortems
import TestSupport
import Testing

@Suite("A word in the place of an answer") struct StandInWordsTests {
    @Test(arguments: [":unknown Ops", ":na nobody asked"]) func saysWhatItTook(_ command: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto logs")
        talk.paste("first line of the log\nsecond line of the log")
        talk.type(":goto logs")
        let mark = talk.lines.count
        talk.type(command)
        #expect(
            talk.said(since: mark).contains(
                "It takes the place of 'first line of the log second line of the log'; ':undo' brings that back."
            ))
        talk.type(":undo")
        #expect(talk.document.contains("second line of the log"))
    }

    /// The words after `:na` that begin with `section` and a number are a reason like any other.
    @Test func aSectionOfSomethingElseIsAReason() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto technical-lessons")
        talk.type(":na section 4 of the contract covers it")
        #expect(
            talk.answer("technical-lessons.items") == .notApplicable("section 4 of the contract covers it"))
        #expect(talk.prompt?.label == "Process lessons 1")
    }

    @Test func aReasonThatIsEditedStaysOne() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto technical-lessons")
        talk.type(":na no personal data was involved")
        talk.type(":goto technical-lessons")
        talk.type(":edit")
        talk.paste("no personal data was touched")
        #expect(talk.answer("technical-lessons.items") == .notApplicable("no personal data was touched"))
    }

    /// One row among others that nobody could fill in yet.
    @Test func aRowThatIsNotKnownYetKeepsItsQuestionOpen() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto discovery")
        talk.type("14:32 | error rate at 15 % | opened the logs | on-call engineer")
        talk.type(":unknown the database team")
        guard case .table(let rows)? = talk.answer("timeline.discovery") else {
            Issue.record("The timeline reads as no table.")
            return
        }
        #expect(rows.map(\.cells).last?[1] == "Open question: the database team might know")
        #expect(talk.state("timeline.discovery") == .unknown)
        talk.type(":goto discovery")
        talk.type(":drop 2")
        #expect(talk.state("timeline.discovery") == .answered)
    }

    @Test func aLessonThatIsNotKnownYetKeepsItsQuestionOpen() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto technical-lessons")
        talk.type("Open questions of the vendor cost a day")
        #expect(talk.state("technical-lessons.items") == .answered)
        talk.type(":unknown")
        #expect(talk.state("technical-lessons.items") == .unknown)
    }
}
