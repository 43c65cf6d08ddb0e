import Forms
import TestSupport
import Testing

@Suite("Code that is pasted") struct PastedCodeTests {
    private func logs(_ pasted: String) throws -> (FormContent?, String) {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto logs")
        talk.paste(pasted)
        return (talk.answer("logs.block"), talk.document)
    }

    @Test(arguments: [
        "```\n14:05 refused\n```", "~~~text\n14:05 refused\n~~~\n", "\n````log\n14:05 refused\n````",
    ])
    func losesTheFenceItWasCopiedWith(_ pasted: String) throws {
        let (content, document) = try logs(pasted)
        #expect(content == .text("14:05 refused"))
        #expect(
            document.contains("```\n14:05 refused\n```\n")
                || document.contains("```text\n14:05 refused\n```\n"))
    }

    @Test(arguments: [
        "```\na\n```\n\n```\nb\n```", "```\na", "say ``` here\n```", "````\na\n```", "```\n\n```",
    ])
    func keepsFencesThatAreNotAroundAllOfIt(_ pasted: String) throws {
        #expect(try logs(pasted).0 == .text(pasted))
    }
}
