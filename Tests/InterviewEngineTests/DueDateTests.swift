import Forms
import Postmortems
import TestSupport
import Testing

/// The conversation takes place on 2 March 2026.
@Suite("A due date is one that can still be kept") struct DueDateTests {
    private func conversation(on day: String, until end: String = "18:30") throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for (question, answer) in [("summary.date", day), ("summary.start", "17:30"), ("summary.end", end)] {
            talk.type(":goto \(question)")
            talk.type(answer)
        }
        return talk
    }

    private func dueDate(_ talk: Conversation, _ table: String = "short-term") -> String? {
        guard case .table(let rows)? = talk.answer("actions.\(table)") else { return nil }
        return rows.first?.cells.first { $0.hasPrefix("2026-") }
    }

    @Test func countedFromTheIncident() throws {
        var talk = try conversation(on: "2026-02-27")
        talk.type(":action Add an alarm on the age of values")
        #expect(dueDate(talk) == "2026-03-06")
    }

    @Test func countedFromTheDayItEndedOn() throws {
        var talk = try conversation(on: "2026-02-27", until: "2026-02-28 03:00")
        talk.type(":action Add an alarm on the age of values")
        #expect(dueDate(talk) == "2026-03-07")
    }

    @Test func countedFromTodayWhereTheWeekIsOver() throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":action Add an alarm on the age of values")
        #expect(dueDate(talk) == "2026-03-09")
    }

    @Test func countedFromTheMeetingWhereThatIsLater() throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":goto meeting.date")
        talk.type("2026-03-04")
        talk.type(":action Add an alarm on the age of values")
        #expect(dueDate(talk) == "2026-03-11")
    }

    /// Nobody said it, so it is asked for once the table is.
    @Test func whatWasPutInIsAskedFor() throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":action Add an alarm on the age of values | Ines Vale")
        talk.type(":goto actions.short-term")
        let mark = talk.lines.count
        for _ in 0..<3 where talk.prompt?.label.contains("Due date") != true { talk.type("") }
        #expect(talk.prompt?.label == "Row 1 · Due date (Enter keeps it)", "\(talk.said(since: mark))")
        #expect(talk.said().contains("2026-03-09 is the last day of this table; nobody has named another."))
        talk.type("4 March 2026")
        #expect(dueDate(talk) == "2026-03-04")
    }

    /// The last of them is the last day of the table.
    @Test(arguments: ["2026-03-06", "2026-03-09"]) func whatWasSaidIsNot(_ day: String) throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":action Add an alarm on the age of values | Ines Vale | \(day)")
        let mark = talk.lines.count
        talk.type(":goto actions.short-term")
        for _ in 0..<3 where talk.prompt?.label.contains("Row 1") == true { talk.type("") }
        #expect(!talk.said(since: mark).contains("Due date"), "\(talk.said(since: mark))")
    }

    @Test func aLongerTableEndsNoSooner() throws {
        var talk = try conversation(on: "2026-02-23")
        talk.type(":action Add an alarm on the age of values")
        #expect(dueDate(talk) == "2026-03-03")
    }

    @Test func wordsThatAreNoDateAreForTheNextLine() throws {
        var talk = try conversation(on: "2026-02-27")
        for line in [
            ":goto actions.short-term", "Renew the key | Ana Ruiz | 2026-06-05 | Pending | High",
            "Write the plan for the pool",
        ] { talk.type(line) }
        #expect(talk.said().contains("That is no date, so the date stays"))
        #expect(talk.prompt?.prefill == "Write the plan for the pool")
        #expect(talk.prompt?.label == "Short-Term Actions (Within 1 Week) 2")
    }

    @Test func aDayWithinItIsNotAskedAbout() throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":goto actions.short-term")
        let mark = talk.lines.count
        talk.type("Add an alarm on the age of values | Ines Vale | 2026-03-09 | Pending | High")
        #expect(!talk.said(since: mark).contains("lies outside"), "\(talk.said(since: mark))")
    }

    @Test func aCapturedRowFindsTheTableOfItsDay() throws {
        var talk = try conversation(on: "2026-02-13")
        talk.type(":action Add an alarm on the age of values | Ines Vale | 2026-03-09")
        #expect(dueDate(talk) == "2026-03-09")
    }
}
