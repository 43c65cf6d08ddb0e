import DisplayText
import TestSupport
import Testing

@Suite("Text on lines of a width") struct WrappingTests {
    @Test(arguments: [
        ("", 10, [""]), ("one line", 10, ["one line"]),
        ("breaks between words", 10, ["breaks", "between", "words"]),
        ("exactly 10", 10, ["exactly 10"]), ("kept\nline feeds", 20, ["kept", "line feeds"]),
        ("\n\n", 5, ["", "", ""]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]), ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
        ("日本語の文", 4, ["日本", "語の", "文"]), ("日本語", 3, ["日", "本", "語"]), ("👩‍💻👩‍💻", 3, ["👩‍💻", "👩‍💻"]), ("日", 1, ["日"]),
        ("two  blanks", 20, ["two  blanks"]), ("blanks   go at a break", 7, ["blanks", "go at a", "break"]),
        ("  indent", 20, ["  indent"]),
        ("e\u{301}e\u{301} e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
    func isBroken(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(wrapped(StyledText(text), width: width).map(\.text) == expected)
    }

    @Test func laterLinesAreIndented() {
        #expect(
            wrapped("one two three four", width: 9, indent: 2).map(\.text) == [
                "one two", "  three", "  four",
            ])
    }

    @Test func stylesGoOnOverABreak() {
        let text = StyledText("plain ") + StyledText("strong words", .strong)
        let lines = wrapped(text, width: 12)
        #expect(lines.map(\.text) == ["plain strong", "words"])
        #expect(lines[1] == StyledText("words", .strong))
    }

    /// No line is wider than asked, but for a single character that is; no character is lost.
    @Test func anyTextFits() {
        let letters = Array("ab é日本👩‍💻⚠️ \n-")
        for seed in UInt64(0)..<300 {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<60).map { _ in letters.randomElement(using: &random)! })
            let width = Int.random(in: 1...20, using: &random)
            let indent = Int.random(in: 0...4, using: &random)
            let lines = wrapped(StyledText(text), width: width, indent: indent).map(\.text)
            for line in lines where displayWidth(line) > width {
                #expect(
                    line.filter { $0 != " " }.count == 1, "\(line.debugDescription) in \(width), seed \(seed)"
                )
            }
            let kept = lines.joined().filter { $0 != " " }
            #expect(kept == text.filter { $0 != " " && $0 != "\n" }, "seed \(seed)")
        }
    }
}
