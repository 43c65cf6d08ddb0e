import Forms
import Postmortems
import TestSupport
import Testing

@Suite("A row has its number from the program, or from whoever says another") struct RowNumberTests {
    private func rows(after lines: [String]) throws -> (rows: [String], talk: Conversation) {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":coach off", ":goto actions.short-term"] + lines { talk.type(line) }
        guard case .table(let rows)? = talk.answer("actions.short-term") else { return ([], talk) }
        return (rows.map { $0.cells.prefix(2).joined(separator: " ") }, talk)
    }

    @Test func isSaidToBeWorkedOut() throws {
        let (rows, talk) = try rows(after: ["Renew the key | Ana | 2026-03-06 | Pending | High"])
        #expect(rows == ["1 Renew the key"])
        #expect(talk.said().contains("(number worked out; a row with one in front overrules it)"))
    }

    @Test func givesWayToOneInFront() throws {
        let (rows, _) = try rows(after: [
            "7 | Renew the key | Ana | 2026-03-06 | Pending | High",
            "Read the plan | Ana | 2026-03-06 | Pending | High",
        ])
        #expect(rows == ["7 Renew the key", "8 Read the plan"])
    }

    @Test func isCorrectedInItsRow() throws {
        let (rows, _) = try rows(after: [
            "Renew the key | Ana | 2026-03-06 | Pending | High", ":row 1",
            "3 | Renew the key | Ana | 2026-03-06 | Pending | High",
        ])
        #expect(rows == ["3 Renew the key"])
    }

    @Test(arguments: ["-", "#", ""]) func isWorkedOutWhereNothingStandsInItsPlace(_ none: String) throws {
        let (rows, talk) = try rows(after: ["\(none) | Renew the key | Ana | 2026-03-06 | Pending | High"])
        #expect(rows == ["1 Renew the key"], "\(talk.said())")
    }

    @Test(arguments: ["9223372036854775807", "1234567", "+5", "007"])
    func isOneThatPeopleWrite(_ number: String) throws {
        let (rows, talk) = try rows(after: [
            "\(number) | Renew the key | Ana | 2026-03-06 | Pending | High",
            "Read the plan | Ana | 2026-03-06 | Pending | High",
        ])
        #expect(rows == ["1 Read the plan"], "\(talk.said())")
    }

    @Test func isNoTwoRowsAtOnce() throws {
        let (rows, talk) = try rows(after: [
            "Renew the key | Ana | 2026-03-06 | Pending | High",
            "1 | Read the plan | Ana | 2026-03-06 | Pending | High",
        ])
        #expect(rows == ["1 Renew the key"])
        #expect(talk.said().contains("1 is the number of another row; 2 is free."))
        #expect(talk.prompt?.prefill == "1 | Read the plan | Ana | 2026-03-06 | Pending | High")
    }
}
