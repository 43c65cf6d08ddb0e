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

    @Test func nothingIsAddedWhereNoTextWasAnswered() throws {
        var talk = try conversation()
        talk.type(":more It was late")
        #expect(talk.said().contains("No text was answered yet"))
        talk.type("Search was slow after a release")
        talk.type(":more")
        #expect(talk.said().contains("':more' needs the text to add."))
    }
}
