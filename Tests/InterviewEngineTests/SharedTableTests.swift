import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// Phases and horizons without headings, below which stands something for all of them.
@Suite("One table for all phases") struct SharedTableTests {
    private func talk(_ actions: String) throws -> Conversation {
        let text =
            "# Incident Postmortem: Gates stood still\n\n## Action Items\n\n\(actions)\n\n## Sign-off\n"
        return Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
    }

    private static let own = """
        | # | Action | Owner | Due Date | Status | Priority |
        |---|---|---|---|---|---|
        | 1 | Second key | Ana Ruiz | 2026-03-04 | ⏳ Pending | P1 |
        """

    private static let other = """
        | What | Who |
        |---|---|
        | Second key | Ana Ruiz |
        """

    @Test func takesActionsOfEveryHorizon() throws {
        var talk = try talk(Self.own)
        talk.type(":action Rotate keys by plan @Ben Okoye by 2026-05-20")
        #expect(talk.document.contains("| 2 | Rotate keys by plan"))
        #expect(!talk.document.contains("###"))
        talk.type(":goto actions.long-term")
        #expect(talk.lines.contains { $0.hasPrefix("This document keeps 'Long-Term Actions") })
        #expect(talk.lines.contains { $0.hasPrefix("= 2. 2 | Rotate keys by plan | Ben Okoye") })
    }

    /// It stays as it is; a horizon still has room below it.
    @Test func ofOtherColumnsIsShownAndLeft() throws {
        var talk = try talk(Self.other)
        talk.type(":goto actions.long-term")
        #expect(talk.lines.contains("  | Second key | Ana Ruiz |"))
        talk.type(":action Rotate keys by plan @Ben Okoye by 2026-05-20")
        #expect(talk.document.contains("\(Self.other)\n\n### Long-Term Actions (Within 3 Months)\n"))
    }

    @Test func whatItDoesNotTakeComesBack() throws {
        var talk = try talk(Self.other)
        let before = talk.document
        talk.type(":action Rotate keys by 2026-03-02")
        #expect(talk.document == before)
        #expect(talk.prompt?.prefill == ":action Rotate keys by 2026-03-02")
        #expect(!talk.said().contains("Added to"))
    }

    /// Nothing is said of a row that was not taken.
    @Test func aRowThatIsRefusedIsNotShownAsTaken() throws {
        let text =
            "# Incident Postmortem: Gates stood still\n\n## Timeline\n\n- 01:00 first run\n- 02:05 second run\n"
        var talk = Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
        talk.type(":goto timeline.discovery")
        let mark = talk.lines.count
        talk.type("07:00 finance notices")
        #expect(talk.document == text)
        #expect(talk.said(since: mark).contains("in a form of its own"))
        #expect(!talk.said(since: mark).contains("Row 1"), "\(talk.said(since: mark))")
    }

    /// A table of its own horizon that lacks columns of the guide's.
    @Test func whatHasNoColumnForACellIsSaidToHaveNone() throws {
        var talk = try talk(
            "### Short-Term Actions (Within 1 Week)\n\n| Action | Owner |\n|---|---|\n| a | b |")
        let before = talk.document
        talk.type(":action Rotate keys")
        #expect(talk.document == before)
        #expect(talk.lines.contains { $0.hasPrefix("The table that stands there has no column") })
        #expect(talk.prompt?.prefill == ":action Rotate keys")
    }
}
