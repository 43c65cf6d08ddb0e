import Diagnostics
import LosslessMarkdown
import Testing

@Suite("Places as people and tools name them") struct PositionTests {
    private func place(of needle: String, in text: String) -> [Int] {
        let document = MarkdownDocument(text)
        let before = text[..<text.firstRange(of: needle)!.lowerBound]
        let position = document.position(of: before.utf8.count)
        return [position.line, position.column, position.byteColumn]
    }

    @Test(
        arguments: [
            ("here", [1, 1, 1]), ("a\nb here", [2, 3, 3]), ("a\r\nb here", [2, 3, 3]),
            ("a\rb here", [2, 3, 3]), ("\n\nhere", [3, 1, 1]),
            ("\there", [1, 2, 2]), ("é here", [1, 3, 4]), ("日本 here", [1, 4, 8]), ("👩‍💻 here", [1, 5, 13]),
            ("e\u{301} here", [1, 4, 5]),
            ("---\na: b\n---\nhere", [4, 1, 1]), ("---\r\na: b\r\n---\r\n\r\nhere", [5, 1, 1]),
            ("| a |\r\n| - |\r\n| here |", [3, 3, 3]),
        ] as [(String, [Int])])
    func areCounted(_ text: String, _ expected: [Int]) {
        #expect(place(of: "here", in: text) == expected)
    }

    @Test func theEndIsAPlaceToo() {
        let document = MarkdownDocument("a\nb")
        #expect(document.position(of: 3) == LinePosition(line: 2, column: 2, byteColumn: 2))
        #expect(MarkdownDocument("").position(of: 0) == LinePosition(line: 1, column: 1, byteColumn: 1))
        #expect(MarkdownDocument("a\n").position(of: 2) == LinePosition(line: 2, column: 1, byteColumn: 1))
    }

    @Test(arguments: [
        ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a", "\n"), ("", "\n"),
    ])
    func theFirstLineEndingIsTheDocuments(_ text: String, _ ending: String) {
        #expect(MarkdownDocument(text).lineEnding == Array(ending.utf8))
    }

    @Test func linesCoverTheDocument() {
        for text in ["", "a", "a\n", "a\r\nb\rc\n\nd", "\r\n\r\n", "---\na\n---\nb"] {
            let document = MarkdownDocument(text)
            var end = 0
            while end < document.bytes.count {
                let line = document.lineRange(containing: end)
                #expect(line.lowerBound == end && line.upperBound > end, "\(text.debugDescription)")
                guard line.upperBound > end else { break }
                end = line.upperBound
            }
        }
    }
}
