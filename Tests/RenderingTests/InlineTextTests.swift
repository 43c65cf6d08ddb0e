import DisplayText
import Testing

@testable import Rendering

@Suite("The marks of a line") struct InlineTextTests {
    @Test(arguments: [
        ("a **b** c", "a b c"), ("`x` and `y`", "x and y"), ("[text](address)", "text (address)"),
        ("[a](a)", "a"), ("*a _b_*", "a b"), ("snake_case_name", "snake_case_name"), ("**open", "**open"),
        ("[a](b", "[a](b"), ("a\\*b*", "a*b*"), ("`a *b* c`", "a *b* c"), ("* a*", "* a*"),
        ("[[a](b)", "[a (b)"),
    ]) func readAs(_ source: String, _ plain: String) {
        #expect(InlineText(source).plain == plain)
    }

    /// Twice the line is twice the work, whatever is never closed in it.
    @Test(arguments: [
        "[a](", "[", "`", "``x", "*", "**", "*a ", "_a ", "[a]", "[a](b) ", "**a *b ", "](", "*[_`",
    ]) func workGrowsWithTheLine(_ piece: String) {
        let looks = [2_000, 4_000].map {
            InlineText.reading(String(repeating: piece, count: $0) + "](").looks
        }
        #expect(looks[1] <= looks[0] * 2 + 100, "\(looks)")
        #expect(looks[1] <= 4_000 * (piece.count + 1) * 12, "\(looks)")
    }
}
