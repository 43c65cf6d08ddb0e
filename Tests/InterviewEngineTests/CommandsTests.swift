import Guides
import Postmortems
import TestSupport
import Testing

@testable import InterviewEngine

@Suite("Commands") struct CommandsTests {
    private func begun() throws -> Conversation { Conversation(.blank(try TestGuides.standard())) }

    @Test func allCompleteBehindTheColon() throws {
        let offered = try begun().session.completions(before: ":")
        #expect(offered.kept == 1)
        #expect(offered.candidates == CommandName.allCases.map(\.rawValue))
        #expect(try begun().session.completions(before: ":un").candidates == ["unknown", "undo"])
    }

    /// Below the line that says how it is typed.
    @Test(arguments: CommandName.allCases) func eachHasHelpOfTwoLines(_ name: CommandName) throws {
        var talk = try begun()
        let mark = talk.lines.count
        talk.type(":help \(name.rawValue)")
        let said = talk.lines[(mark + 1)...].dropLast()
        #expect(said.first?.hasPrefix(":\(name.rawValue)") == true)
        #expect(said.count == 3 && said.allSatisfy { !$0.trimmed.isEmpty }, "\(said)")
    }

    @Test(
        arguments: [
            "?": "help", "b": "back", "n": "next", "g": "goto", "s": "skip", "e": "edit", "l": "list",
            "u": "undo", "r": "read", "p": "preview", "w": "save", "q": "quit", "exa": "example",
            "time": "timeline",
        ])
    func firstLettersAndShortFormsAreEnough(_ typed: String, _ name: String) throws {
        #expect(TypedLine(":\(typed) more") == .command(CommandName(rawValue: name)!, argument: "more"))
    }

    @Test func theListMarksEveryState() throws {
        var talk = try begun()
        for line in [
            "Gates refused tickets", ":goto user-impact.region", ":na one town only",
            ":goto user-impact.users", ":unknown the support desk", ":skip",
        ] { talk.type(line) }
        let mark = talk.lines.count
        talk.type(":list")
        let list = talk.said(since: mark)
        for line in [
            "[x]* Title", "[-]  Geographic Region", "[?]* Number of Users Affected", "[ ]* Date",
        ] { #expect(list.contains("   \(line)  "), "\(list)") }
    }
}
