import Forms
import InterviewEngine
import Postmortems
import TestSupport
import Testing

@Suite("The key of an item is what was meant as one") struct KeyedItemsTests {
    private func typed(_ line: String, at id: String) throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto \(id)")
        talk.type(line)
        return talk
    }

    @Test(arguments: [
        (
            "19:30 handover in the log: burst, levels fine",
            "- **19:30:** handover in the log: burst, levels fine"
        ),
        ("[19:30:12] ines: burst, levels fine", "- **19:30:** ines: burst, levels fine"),
        ("19:30 UTC the depots were told", "- **19:30 UTC:** the depots were told"),
        ("07:01 UTC: Incident declared", "- **07:01 UTC:** Incident declared"),
    ])
    func aMessageHasItsTime(_ line: String, _ item: String) throws {
        let talk = try typed(line, at: "internal-communications.items")
        #expect(talk.document.contains("\n\(item)\n"), "\(talk.said())")
    }

    @Test(arguments: [
        (
            "We took the screen for the tank. Open: whether others do",
            "1. We took the screen for the tank. Open: whether others do"
        ),
        ("Dr. Ruiz: the whole list", "1. **Dr. Ruiz:** the whole list"),
        ("Screens: we took the screen for the tank", "1. **Screens:** we took the screen for the tank"),
    ])
    func aColonInAFurtherSentenceEndsNone(_ line: String, _ item: String) throws {
        let talk = try typed(line, at: "organizational-lessons.items")
        #expect(talk.document.contains("\n\(item)\n"), "\(talk.said())")
        #expect(talk.answer("organizational-lessons.items") == .list([line]))
    }
}
