import LosslessMarkdown
import Testing

@Suite("Text in a cell") struct EscapingTests {
    @Test(arguments: [
        ("plain", "plain"), ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("two\nlines", "two<br>lines"),
        ("ends in \\", "ends in \\\\"), ("", ""),
        ("|", "\\|"), ("\\", "\\\\"), ("`a|b`", "`a\\|b`"),
    ])
    func isWritten(_ text: String, _ source: String) {
        #expect(Escaping.cell(text) == source)
        #expect(Escaping.cellValue(source) == text)
    }

    /// As GitHub reads what people wrote by hand: a backslash before a bar escapes it, whatever stands before.
    @Test(arguments: [
        ("a\\\\|b", "a|b"), ("a\\\\\\\\|b", "a\\|b"), ("one<br/>two<br />three", "one\ntwo\nthree"),
        ("words <!-- debrief:keep intent said so -->", "words"),
        ("<!-- debrief:on -->a<!-- debrief:off -->", "a"),
        ("<!-- a note -->", "<!-- a note -->"), ("<!-- debrief: open", "<!-- debrief: open"),
    ])
    func isRead(_ source: String, _ text: String) {
        #expect(Escaping.cellValue(source) == text)
    }

    @Test func aCellIsOneCell() throws {
        for text in ["|", "\\", "\\|", "a\\", "a\\\\", "||", "\\\\|", "a\nb", "`|`"] {
            let document = MarkdownDocument("| a | b |\n| - | - |\n| \(Escaping.cell(text)) | end |\n")
            let table = try #require(document.table(document.topLevel[0]))
            #expect(table.rows[0].cells.map(\.value) == [text, "end"], "\(text.debugDescription)")
        }
    }
}
