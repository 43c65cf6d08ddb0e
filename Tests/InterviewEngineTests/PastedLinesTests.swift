import Forms
import InterviewEngine
import Postmortems
import TestSupport
import Testing

@Suite("Lines that are pasted into a list") struct PastedLinesTests {
    private func items(_ lines: [String]) throws -> FormContent? {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto technical-lessons")
        talk.paste(lines.joined(separator: "\n"))
        guard let id = talk.session.currentQuestion else { return nil }
        return talk.session.postmortem.reading(id).content
    }

    @Test func loseTheirNumbersWhereThoseCount() throws {
        #expect(
            try items(["1. one: a", "2. two: b", "3. three: c"]) == .list(["one: a", "two: b", "three: c"]))
    }

    @Test(arguments: [["30. November: error", "12. March: another"], ["404) not found: seen", "two: b"]])
    func keepNumbersThatAreNone(_ lines: [String]) throws {
        #expect(try items(lines) == .list(lines))
    }
}
