import Forms
import TestSupport
import Testing

@testable import InterviewEngine

@Suite("What was noted in passing comes up when it is its turn") struct ParkedThoughtsTests {
    private static func parked() throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            "Trams stood still", ":park Add a second feed", ":park ask the vendor", ":goto actions.immediate",
        ] {
            talk.type(line)
        }
        return talk
    }

    private static func actions(_ talk: Conversation, _ table: String) -> [String] {
        guard case .table(let rows)? = talk.answer("actions.\(table)") else { return [] }
        return rows.map { $0.cells[1] }
    }

    @Test func aThoughtBecomesAnAction() throws {
        var talk = try Self.parked()
        #expect(talk.said().contains("In the parking lot: Add a second feed"))
        talk.type("2")
        #expect(Self.actions(talk, "short-term") == ["Add a second feed"])
        #expect(talk.answer("parking-lot.items") == .list(["ask the vendor"]))
        talk.type("d")
        #expect(talk.answer("parking-lot.items") == nil)
        #expect(!talk.document.contains("Parking Lot"))
        #expect(talk.prompt?.label.hasPrefix("Immediate Actions") == true)
    }

    @Test func enterLeavesIt() throws {
        var talk = try Self.parked()
        for _ in 1...2 { talk.type("") }
        #expect(talk.answer("parking-lot.items") == .list(["Add a second feed", "ask the vendor"]))
        #expect(talk.prompt?.label.hasPrefix("Immediate Actions") == true)
    }

    @Test func aWordThatIsNoKeyIsAskedFor() throws {
        var talk = try Self.parked()
        talk.type("9")
        #expect(talk.said().contains("'9' is none of these"))
        #expect(talk.prompt?.label == "Horizon")
    }

    @Test func wordsMeantForTheTableAreWithinReach() throws {
        var talk = try Self.parked()
        talk.type("Switch the feed over | Ann")
        #expect(talk.prompt?.label == "Horizon", "the other thought")
        #expect(talk.lines.last == "(within reach: Switch the feed over | Ann)")
    }

    @Test func aTableThatHoldsOneEarlyActionIsAskedStill() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        talk.type(":action Add a second feed")
        talk.type(":goto actions.immediate")
        talk.type("")
        #expect(talk.said().contains("? What can change within a week"))
        #expect(talk.prompt?.label.contains("Owner") == true)
    }

    /// A row typed where an owner is asked for leaves that question for later, and says whose it is.
    @Test func theOwnerIsAskedOfTheRowThatIsNamed() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        talk.type(":action Add an alert on the feed")
        talk.type(":goto actions.short-term")
        #expect(talk.prompt?.label == "Row 1 · Owner (Enter keeps it)")
        talk.type("Write an alert at 5% of failed trams | Night desk | 2026-03-04")
        for _ in 1...12 where talk.prompt?.label.hasSuffix("Row 1 · Owner (Enter keeps it)") != true {
            talk.type("")
        }
        #expect(talk.prompt?.label == "Row 1 · Owner (Enter keeps it)")
    }

    @Test func aTimelineBegunInPassingIsAskedInALaterSession() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        talk.type(":timeline 10:10 trams stop")
        var later = Conversation(talk.session.postmortem)
        #expect(later.session.begunElsewhere.map(\.description) == ["timeline.discovery"])
        later.type(":goto discovery")
        #expect(later.prompt?.label == "Discovery Phase 2")
    }

    @Test func inALaterSessionToo() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type("Trams stood still")
        talk.type(":action Add a second feed")
        var later = Conversation(talk.session.postmortem)
        later.type(":goto actions.immediate")
        later.type("")
        #expect(later.said().contains("Row 1: 1 | Add a second feed"))
    }
}
