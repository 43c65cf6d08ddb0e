import Forms
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A draft goes back to the very line it was typed on") struct ResumedPlaceTests {
    /// At every line of a conversation that answers the guide, the session is taken to end, and another one begins.
    @Test(arguments: [
        "whys", "forest", "fishbone", "lists", "tables", "second-thoughts", "stand-ins", "rows", "facts",
        "trace",
    ])
    func atEveryLineOf(_ name: String) throws {
        let guide = try TestGuides.standard()
        var talk = Conversation(.blank(guide))
        var lines = 0
        for line in Repository.text("Tests/InterviewEngineTests/Transcripts/\(name).txt").split(
            separator: "\n")
        where line.hasPrefix("> ") {
            talk.type(String(line.dropFirst(2)))
            guard let prompt = talk.prompt, prompt.purpose == .answer, talk.farewell == nil,
                let question = talk.session.currentQuestion
            else { continue }
            var next = InterviewSession(
                guide: guide, postmortem: talk.session.postmortem, now: Conversation.now, reviewer: .silent)
            let outputs = next.start(draft: (question: question, place: prompt.place, text: "half a wo"))
            guard case .ask(let resumed)? = outputs.last else {
                Issue.record("nothing is asked after '\(line)'")
                continue
            }
            lines += 1
            #expect(
                [resumed.label, resumed.place, resumed.prefill] == [prompt.label, prompt.place, "half a wo"],
                "after '\(line)'")
        }
        #expect(lines > 9)
    }

    /// A place without a text: nothing was being typed there, so nothing comes back.
    @Test func whereAnAnswerOfSeveralPartsWasLeft() throws {
        let guide = try TestGuides.standard()
        var talk = Conversation(.blank(guide))
        #expect(!talk.session.isAmidParts)
        talk.type(":goto five-whys.chain")
        for line in ["The pool ran dry", "It holds ten connections"] { talk.type(line) }
        #expect(talk.session.isAmidParts)
        let (question, place) = (try #require(talk.session.currentQuestion), talk.prompt?.place ?? "")
        var next = InterviewSession(
            guide: guide, postmortem: talk.session.postmortem, now: Conversation.now, reviewer: .silent)
        let outputs = next.start(draft: (question: question, place: place, text: ""))
        guard case .ask(let prompt)? = outputs.last else { return _ = Issue.record("nothing is asked") }
        #expect(prompt.label == "Why 3" && prompt.prefill.isEmpty)
        #expect(!"\(outputs)".contains("back on the line"))
    }

    /// An item brought back for editing is no answer to what the whys propose.
    @Test func aProposalIsStillOfferedAfterAnEditedItem() throws {
        let guide = try TestGuides.standard()
        var talk = Conversation(.blank(guide))
        talk.type(":goto five-whys.problem")
        for line in ["Checkout was slow", "The pool ran dry", "", "", "", "", "", ""] { talk.type(line) }
        talk.type(":goto factors.list")
        talk.type("Alarm: Nobody was paged")
        talk.type(":row 1")
        let (question, place) = (talk.session.currentQuestion, talk.prompt?.place)
        var next = InterviewSession(
            guide: guide, postmortem: talk.session.postmortem, now: Conversation.now, reviewer: .silent)
        _ = next.start(draft: (question: try #require(question), place: place ?? "", text: ""))
        guard case .ask(let prompt)? = next.handle(.line("")).last else {
            return _ = Issue.record("nothing is asked")
        }
        #expect(prompt.place.hasPrefix("leaf"))
    }
}
