import Forms
import InterviewEngine
import Postmortems
import TestSupport
import Testing

@Suite("What is offered and handed in as it is changes no byte") struct ConfirmedLinesTests {
    /// Each answered question with Enter on its line, then each of its rows and items brought back and handed in. What is
    /// proposed for an open question is an answer that Enter gives.
    @Test(arguments: Samples.names) func inASample(_ name: String) throws {
        let postmortem = try Samples.postmortem(name)
        let bytes = postmortem.document.bytes
        for id in postmortem.guide.askedQuestions {
            guard let content = postmortem.reading(id).content else { continue }
            for number in 0...(content.partCount ?? 0) {
                var talk = Conversation(postmortem)
                talk.type(":goto \(id)")
                if number > 0 { talk.type(":row \(number)") }
                guard let prompt = talk.prompt, prompt.purpose == .answer, number == 0 || prompt.isInDocument
                else { continue }
                talk.type(prompt.prefill)
                let isSame = talk.session.postmortem.document.bytes == bytes
                #expect(isSame, "\(id) \(number): \(prompt.prefill)")
            }
        }
    }
}
