import LosslessMarkdown
import TestSupport
import Testing

@testable import Wording

@Suite struct RobustnessTests {
    private static let pieces = [
        "should have", " Ana ", "forgot to", "\"", "“", "”", "'", "\u{2019}t", " didn't ", "\n", "\r\n", "|",
        "- ", "`", "``",
        "<!--", "-->", "<b", ">", "[", "](", ")", "*", "_", "&amp;", "@ana", "://", "a@b.c", "\\", "\u{0}",
        "é", "日", "🚒",
        "e.g.", "...", "?", "!", ":", ";", "(", "#", "10:42", "=", "ERROR", " who ", " and ", ", ", " was ",
        " to blame ",
    ]

    @Test(arguments: 0..<12)
    func anyTextIsRead(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var bytes: [UInt8] = []
        for _ in 0..<400 {
            bytes += Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)].utf8)
            if Int.random(in: 0..<20, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            }
        }
        let document = MarkdownDocument(bytes)
        for finding in Packs.checker.findings(
            in: document, WordingContext(showsHints: true, flagsNames: true))
        {
            #expect(finding.span.range.lowerBound >= 0 && finding.span.range.upperBound <= bytes.count)
            #expect(!finding.span.range.isEmpty)
        }
        _ = Packs.checker.explanation(at: 1, in: document, WordingContext())
    }

    /// A sentence is cut after so many tokens, so what is worked out within one can never grow with the text.
    @Test func sentencesAreBounded() {
        let text = String(repeating: "a ", count: 100_000)
        var longest = 0
        Packs.checker.eachSentence(in: MarkdownDocument(text), within: nil, WordingContext(), all: true) {
            sentence, _, _, _ in longest = max(longest, sentence.tokens.count)
        }
        #expect(longest <= SentenceReader.maximumLength)
    }

    /// Packs may list the names of a whole company.
    @Test func aPackMayHaveMoreWordsThanSixteenBitsCount() throws {
        var pack = try #require(
            Packs.pack(
                """
                name: own
                category: omission
                message: m
                rules:
                  - id: names
                    pattern: one two
                    flags: [⟦one two⟧]
                    passes: [none]
                """))
        pack.rules[0].patterns = (0...65_536).map { .word("word\($0)") }
        let checker = WordingChecker(packs: [pack], lexicons: [])
        let document = MarkdownDocument("Here word65536 stands.\n")
        #expect(checker.findings(in: document, WordingContext()).count == 1)
    }

    /// A pattern tries each of its instructions at most once for each token of its window.
    @Test func patternsDoNotBackTrackWithoutBound() {
        let nested =
            String(repeating: "(a? ", count: 12) + "a" + String(repeating: ")*12", count: 0)
            + String(repeating: ")", count: 12)
        let checker = Packs.checker(
            """
            name: own
            category: omission
            message: m
            rules:
              - id: nested
                pattern: \(nested) b
                flags: [⟦a b⟧]
                passes: [c]
            """)
        let text = String(repeating: "a ", count: 5_000)
        #expect(checker.findings(in: MarkdownDocument(text), WordingContext()).isEmpty)
    }

    @Test func deepNestingIsRead() {
        let text = String(repeating: "> - ", count: 5_000) + "Ana forgot to tell us."
        _ = Packs.checker.findings(in: MarkdownDocument(text), WordingContext())
        let brackets = String(repeating: "[", count: 50_000) + String(repeating: "](", count: 50_000)
        _ = Packs.checker.findings(in: MarkdownDocument(brackets), WordingContext())
    }
}
