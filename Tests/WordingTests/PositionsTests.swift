import LosslessMarkdown
import Testing
import Wording

@Suite struct PositionsTests {
    /// The marked words, exactly where they stand in documents of every shape.
    @Test(arguments: [
        "Ana ⟦forgot to tell⟧ us.",
        "Line one.\r\n\r\n- Ana ⟦forgot to tell⟧ us.\r\n",
        "-\tAna ⟦forgot to tell⟧ us.",
        "| a | b |\n|---|---|\n| x \\| y | Ana ⟦forgot to tell⟧ us. |",
        "Ana **⟦forgot** to *tell⟧* us.",
        "日本語の文。Ana ⟦forgot to tell⟧ us. 🚒",
        "🚒🚒 Ana ⟦forgot to tell⟧ us.",
        "1. First\n   Ana ⟦forgot to\n   tell⟧ us.",
        "## Ana ⟦forgot to tell⟧ us",
        "> quoted\n\nAna ⟦forgot to tell⟧ us.",
        "Ana <!-- note --> ⟦forgot to <b>tell⟧</b> us.",
        "See [Ana](https://example.com/forgot) who ⟦forgot to tell⟧ us.",
        "The vendor didn\u{2019}t answer; Ana ⟦forgot to tell⟧ us.",
        "\u{FEFF}Ana ⟦forgot to tell⟧ us.",
    ])
    func exact(_ picture: String) {
        let start = picture.utf8.count - picture.drop { $0 != "⟦" }.utf8.count
        let words = picture.drop { $0 != "⟦" }.dropFirst().prefix { $0 != "⟧" }
        let text = picture.replacing("⟦", with: "").replacing("⟧", with: "")
        let findings = Packs.checker.findings(in: MarkdownDocument(text), WordingContext())
        #expect(findings.contains { $0.span.range == start..<(start + words.utf8.count) }, "\(findings)")
    }

    /// What is no prose of the author's is left alone.
    @Test(arguments: [
        "`Ana forgot to tell us.`", "    Ana forgot to tell us.", "```\nAna forgot to tell us.\n```",
        "> Ana forgot to tell us.", "<!-- Ana forgot to tell us. -->",
        "---\nnote: Ana forgot to tell us.\n---\n",
        "[x]: /Ana-forgot-to-tell", "The ticket says: \"Ana forgot to tell us.\"",
        "[Ana forgot to tell us]", "2026-03-02 10:00 ERROR: Ana forgot to tell us",
        "level=error msg=failed Ana forgot to tell us",
    ])
    func notProse(_ text: String) {
        #expect(Packs.checker.findings(in: MarkdownDocument(text), WordingContext()).isEmpty)
    }

    @Test func onlyTheAskedStretch() {
        let text = "Ana forgot to tell us.\n\nBen forgot to tell us.\n"
        let document = MarkdownDocument(text)
        let all = Packs.checker.findings(in: document, WordingContext())
        #expect(all.count == 2)
        #expect(Packs.checker.findings(in: document, within: 24..<46, WordingContext()) == [all[1]])
    }
}
