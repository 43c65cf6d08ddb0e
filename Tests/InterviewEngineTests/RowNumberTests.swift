import Forms
import LosslessMarkdown
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

    private func named(after lines: [String]) throws -> (rows: [String], talk: Conversation) {
        let text = """
            # Incident Postmortem: Gates stood still

            ## Action Items

            ### Short-Term Actions (Within 1 Week)

            | ID | Action | Owner | Due | Status | Priority |
            |---|---|---|---|---|---|
            | PROJ-12 | Second key | Ana | 2026-03-04 | Done | High |
            | PROJ-7 | Key plan | Ana | 2026-03-04 | Done | High |

            ## Sign-off
            """
        var talk = Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
        for line in [":coach off", ":goto actions.short-term"] + lines { talk.type(line) }
        guard case .table(let rows)? = talk.answer("actions.short-term") else { return ([], talk) }
        return (rows.dropFirst(2).map { $0.cells.prefix(2).joined(separator: " ") }, talk)
    }

    @Test func isLeftOutBesideNames() throws {
        let (rows, talk) = try named(after: [
            "Renew the key | Ana | 2026-03-06 | Pending | High", ":action Read the plan @Ana by 2026-03-06",
        ])
        #expect(rows == [" Renew the key", " Read the plan"], "\(talk.said())")
        #expect(talk.said().contains("(# left empty beside names; a row with one in front fills it)"))
    }

    @Test func isANameBesideNames() throws {
        let (rows, talk) = try named(after: [
            "PROJ-31 | Renew the key | Ana | 2026-03-06 | Pending | High",
            "- | Read the plan | Ana | 2026-03-06 | Pending | High",
        ])
        #expect(rows == ["PROJ-31 Renew the key", " Read the plan"], "\(talk.said())")
    }
}
