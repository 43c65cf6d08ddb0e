import Forms
import TestSupport
import Testing

@testable import InterviewEngine

@Suite("What was meant for another prompt is asked about") struct MeantElsewhereTests {
    private func atWhys() throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":goto five-whys.problem", "Gates stood still", "One key for all gates"] {
            talk.type(line)
        }
        return talk
    }

    private func causes(_ talk: Conversation) -> [String] {
        guard case .whys(let forest)? = talk.answer("five-whys.chain") else { return [] }
        return forest.paths.compactMap { forest[$0]?.text }
    }

    @Test func aKeyIsNoCause() throws {
        var talk = try atWhys()
        talk.type("1")
        #expect(causes(talk) == ["One key for all gates"])
        #expect(talk.said().contains("'1' is a key for where a branch ends"))
        talk.type("1")
        #expect(causes(talk) == ["One key for all gates", "1"])
    }

    @Test func anEndingIsCorrectedInItsRow() throws {
        var talk = try atWhys()
        for line in ["", "unverified", "2"] { talk.type(line) }
        #expect(talk.document.contains("outside our control"))
        let mark = talk.lines.count
        talk.type(":row 1")
        #expect(talk.said(since: mark).contains("Ends here: outside our control"))
        talk.type("Ends here: 1")
        talk.type(":row 1")
        talk.type("= the audit log")
        #expect(!talk.document.contains("outside our control"))
        #expect(talk.document.contains("something we can change") && talk.document.contains("the audit log"))
        #expect(causes(talk) == ["One key for all gates"])
    }

    @Test func aSentenceIsNoNameOfAGroup() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto fishbone")
        for _ in 1...20 where talk.prompt?.label != "Group" { talk.type("") }
        talk.type("The key was one for all gates of both halls")
        #expect(talk.prompt?.label == "Group")
        #expect(talk.prompt?.prefill == "The key was one for all gates of both halls")
        talk.type("Suppliers")
        #expect(talk.prompt?.label == "Suppliers")
    }
}
