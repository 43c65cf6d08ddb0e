import Forms
import BuiltInPrompts
import InterviewEngine
import TestSupport
import Testing
import Wording

@Suite("What goes deeper is added to the text it is about") struct MoreTests {
    private func conversation() throws -> Conversation {
        Conversation(
            .blank(try TestGuides.standard()),
            reviewer: Reviewer(WordingChecker(decoding: BuiltInPrompts.wordingRules)))
    }

    @Test func theQuestionSaysWhereItsAnswerGoes() throws {
        var talk = try conversation()
        talk.type(":goto reputation")
        talk.type("The support desk decided to answer by hand")
        #expect(talk.said().contains("':more' in front of the answer adds it."))
        let question = talk.session.currentQuestion
        talk.type(":more The queue had 40 people in it")
        #expect(
            talk.answer("business-impact.reputation")
                == .text("The support desk decided to answer by hand. The queue had 40 people in it"))
        #expect(talk.session.currentQuestion == question)
        talk.type(":undo")
        #expect(
            talk.answer("business-impact.reputation") == .text("The support desk decided to answer by hand"))
    }

    /// A date, a choice and a time are no text.
    @Test(arguments: [
        ("summary.date", "2026-03-01"), ("summary.severity", "High"), ("summary.start", "10:05"),
    ])
    func whatIsNoTextStays(_ id: String, _ answer: String) throws {
        var talk = try conversation()
        talk.type(":goto \(id)")
        talk.type(answer)
        let document = talk.document
        talk.type(":more It was late")
        #expect(talk.document == document)
        #expect(talk.said().contains("No text was answered yet"))
    }

    /// The text on the line is nearer than the one answered last.
    @Test func theTextOnTheLineComesFirst() throws {
        var talk = try conversation()
        for line in [
            ":goto reputation", "The desk answered by hand.", ":goto user-impact.experience",
            "No water on the hill.",
            ":goto reputation", ":more Forty people waited.",
        ] { talk.type(line) }
        #expect(
            talk.answer("business-impact.reputation")
                == .text("The desk answered by hand. Forty people waited."))
    }

    @Test func aKeptFindingKeepsItsReason() throws {
        var talk = try conversation()
        for line in [
            ":goto user-impact.experience", "They should have known better when the pool ran dry", "k",
            "said by them",
        ] { talk.type(line) }
        let document = talk.document
        #expect(document.contains("debrief:keep"))
        talk.type(":more It was late")
        #expect(talk.document == document)
        #expect(talk.said().contains("kept with a reason"))
    }

    @Test func nothingIsAddedWhereNoTextWasAnswered() throws {
        var talk = try conversation()
        talk.type(":more It was late")
        #expect(talk.said().contains("No text was answered yet"))
        talk.type("Search was slow after a release")
        talk.type(":more")
        #expect(talk.said().contains("':more' needs the text to add."))
    }
}
