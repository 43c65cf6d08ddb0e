import LosslessMarkdown
import Testing

@Suite("Text that holds the place of an answer") struct PlaceholderTests {
    @Test(
        arguments: [
            ("[Name]", PlaceholderKind.brackets), ("[If applicable] more", .brackets),
            ("  [Describe it]  ", .brackets), ("[Name]: text", .brackets),
            ("YYYY-MM-DD", .mask), ("HH:MM UTC", .mask), ("$XX,XXX", .mask), ("X hours Y minutes", .mask),
            ("INC-YYYY-NNN", .mask), ("XX%", .mask), ("$XX,XXX in lost sales", .mask), ("XX users", .mask),
            ("X.Y", .mask),
            ("2026-MM-DD", .mask), ("INC-2026-XXX", .mask), ("X minutes", .mask),
            ("YYYY-MM-DD HH:MM UTC", .mask),
            ("[2-3 sentences on what happened]", .brackets), ("[NAME]", .brackets), ("[TBD]", .brackets),
            ("[YYYY-MM-DD]", .brackets), ("[Role]: [Name]", .brackets),
            ("TBD", .word), ("tbd", .word), ("TODO", .word), ("???", .word), ("…", .word), ("...", .word),
            ("Low / Medium / High", .choices), ("low/high/medium", .choices),
        ] as [(String, PlaceholderKind)])
    func isFound(_ text: String, _ kind: PlaceholderKind) {
        #expect(placeholder(in: text, choices: [["Low", "Medium", "High"]]) == kind)
    }

    @Test(arguments: [
        "", "-", "N/A", "None", "Not applicable: nobody called", "[a link](https://example.org)", "[a][b]",
        "[^1]", "[ ] open", "[x] done",
        "[x]", "[docs]: https://example.org", "text [Name] text", "14:05 UTC", "2026-03-02", "$1,200", "Low",
        "Low / Medium", "and/or",
        "Xavier", "the XML file", "SSL", "a todo list was missing", "TBD by Friday was the plan",
        "2 hours 15 minutes", "XXL boxes",
        "Checkout answered 5XX", "5XX", "4XX and 5XX rose", "X crash", "X", "YYYY-MM-dd", "20XX",
        "HH:MM was printed in the place of the time", "XX chromosome test",
        "A YYYY-MM-DD date was read as text",
        "$XX,XXX was printed on 12 invoices", "Errors were 5XX. Users saw a blank page.",
        "[INC-12]", "[#42]", "[OPS]", "[redacted]", "[OPS]: called the vendor", "[2026-03-02 10:00]",
        "[2026-03-02 10:00 UTC]", "[2026-03-02 10:00] ERROR refused", "[api] answered 500",
        "[Ops] was called",
        "[Fast] path was left",
    ])
    func isNoPlaceholder(_ text: String) {
        #expect(placeholder(in: text, choices: [["Low", "Medium", "High"]]) == nil)
    }

    @Test func areListedWithTheirPlaces() {
        let document = MarkdownDocument(
            """
            # Title

            | Field | Value |
            | --- | --- |
            | Date | YYYY-MM-DD |
            | Severity | High / Low |
            | Lead | Ana |

            - **Owner:** [Name]
            - **Team:** Payments
            - [Another cause]

            **Date:** YYYY-MM-DD

            [One or two
            sentences]

            ```
            [not looked into]
            ```
            """)
        let found = document.placeholders(choices: [["High", "Low"]])
        #expect(
            found.map(\.text) == [
                "YYYY-MM-DD", "High / Low", "[Name]", "[Another cause]", "YYYY-MM-DD",
                "[One or two\nsentences]",
            ])
        #expect(found.map { document.position(of: $0.range.lowerBound).line } == [5, 6, 9, 11, 13, 15])
        for placeholder in found { #expect(document.text(placeholder.range) == placeholder.text) }
    }
}
