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
}
