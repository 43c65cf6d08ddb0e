import Forms
import Guides
import Postmortems
import TestSupport
import Testing

@Suite("A row that is noted while its own table is asked for") struct CapturesBesideTests {
    private func timeline(isPiped: Bool = false) throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: isPiped)
        talk.type(":goto timeline")
        return talk
    }

    @Test(arguments: [false, true]) func leavesTheCellsToTheRowBeingFilled(_ isPiped: Bool) throws {
        var talk = try timeline(isPiped: isPiped)
        for line in [
            "10:00 | alert fired | paged | on-call", "10:30 | saw errors",
            ":timeline 10:10 something between", "DID THIS", "NOBODY",
        ] { talk.type(line) }
        #expect(
            talk.answer("timeline.discovery")
                == .table([
                    TableRecord(["10:00", "alert fired", "paged", "on-call"]),
                    TableRecord(["10:10", "something between", "-", "-"]),
                    TableRecord(["10:30", "saw errors", "DID THIS", "NOBODY"]),
                ]))
    }

    @Test func leavesTheCorrectionToTheRowBeingEdited() throws {
        var talk = try timeline()
        for line in ["10:00 | a | b | c", "10:30 | d | e | f", ":row 2"] { talk.type(line) }
        talk.give(.interrupted(hadText: true))
        talk.type(":timeline 10:10 between")
        talk.type("10:31 | g | h | i")
        #expect(
            talk.answer("timeline.discovery")
                == .table([
                    TableRecord(["10:00", "a", "b", "c"]), TableRecord(["10:10", "between", "-", "-"]),
                    TableRecord(["10:31", "g", "h", "i"]),
                ]))
    }
}
