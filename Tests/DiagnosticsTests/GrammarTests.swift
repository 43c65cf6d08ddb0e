import Diagnostics
import Testing

@Suite("Small words in messages") struct GrammarTests {
    @Test(arguments: [
        (0, "0 findings"), (1, "1 finding"), (2, "2 findings"), (1000, "1000 findings"),
    ])
    func isCounted(_ count: Int, _ expected: String) {
        #expect(counted(count, "finding") == expected)
    }

    @Test func anIrregularPluralIsGiven() {
        #expect(counted(1, "entry", plural: "entries") == "1 entry")
        #expect(counted(3, "entry", plural: "entries") == "3 entries")
    }

    @Test(
        arguments: [
            ([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"),
        ] as [([String], String)])
    func isJoined(_ words: [String], _ expected: String) {
        #expect(joined(words, "or") == expected)
    }

    @Test(
        arguments: [
            ("standrad", "standard"), ("STANDARD", "standard"), ("shrot", "short"), ("shor", "short"),
            ("standard", "standard"),
            ("tabel", "table"), ("banana", nil), ("", nil), ("x", nil), ("tables", "table"),
        ] as [(String, String?)])
    func isGuessed(_ typed: String, _ expected: String?) {
        #expect(closest(to: typed, in: ["short", "standard", "table"]) == expected)
    }

    @Test func theFirstOfTwoEquallyCloseIsTaken() {
        #expect(closest(to: "bat", in: ["rat", "cat"]) == "cat")
    }

    @Test func severitiesAreOrdered() {
        #expect(Severity.allCases == Severity.allCases.sorted())
        #expect(Severity.hint < Severity.warning && Severity.warning < Severity.error)
    }
}
