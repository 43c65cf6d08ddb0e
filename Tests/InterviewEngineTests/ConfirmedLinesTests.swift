import InterviewEngine
import Postmortems
import TestSupport
import Testing

@Suite("What is offered and handed in as it is changes no byte") struct ConfirmedLinesTests {
    /// Each question with Enter on its line, then each of the first rows and items brought back and handed in.
    @Test(arguments: Samples.names) func inASample(_ name: String) throws {
        let postmortem = try Samples.postmortem(name)
        let bytes = postmortem.document.bytes
        var talk = Conversation(postmortem)
        for id in postmortem.guide.askedQuestions {
            for command in [nil, ":row 1", ":row 2", ":row 3"] {
                talk.type(":goto \(id)")
                if let command { talk.type(command) }
                guard let prompt = talk.prompt, prompt.purpose == .answer,
                    command == nil || prompt.isInDocument
                else { continue }
                // What is proposed for an open question is an answer that Enter gives.
                guard postmortem.reading(id).content != nil else { continue }
                talk.type(prompt.prefill)
                let isSame = talk.session.postmortem.document.bytes == bytes
                #expect(isSame, "\(id) \(command ?? "Enter")")
                guard isSame else { return }
            }
        }
    }
}
