import Diagnostics
import LosslessMarkdown
import Testing

@Suite("A sentence to edit in its place") struct EditableSentenceTests {
    /// The sentence around `⟦…⟧`, and the document with the sentence as it was typed.
    private func edited(_ marked: String, _ change: (String) -> String) throws -> (
        sentence: String, document: String
    ) {
        let bytes = Array(marked.utf8)
        let low = try #require(bytes.firstRange(of: "⟦")), high = try #require(bytes.firstRange(of: "⟧"))
        let document = MarkdownDocument(
            marked.replacing("⟦", with: "").replacing("⟧", with: ""))
        let sentence = try #require(
            EditableSentence(in: document, around: low..<(high - "⟦".utf8.count)))
        let edit = sentence.edit(to: change(sentence.text))
        let text = document.bytes.applying(edit.map { [$0] } ?? [])
        return (sentence.text, String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: [
        ("One. She ⟦failed⟧ to look. Two.\n", "She failed to look."),
        ("One! \"She ⟦failed⟧ to look.\" Two.\n", "\"She failed to look.\""),
        ("She, e.g. at ⟦night⟧, did not look\n", "She, e.g. at night, did not look"),
        ("- One.\n- She ⟦failed⟧ to\n  look here. And there.\n", "She failed to look here."),
        ("> She ⟦failed⟧\r\n> to look.\r\n", "She failed to look."),
        ("| One. | She ⟦failed⟧ \\| to. |\n| - | - |\n", "She failed \\| to."),
        ("## She ⟦failed⟧ ##\n", "She failed"),
        ("She ⟦failed⟧. <!-- debrief:keep x -->\n", "She failed."),
        ("**Primary Cause:** Human ⟦error⟧.\n", "Human error."),
        ("**Impact:** none\n**Cause:** the ⟦slip⟧\nof one\n**Duration:** 2 h\n", "the slip of one"),
        ("- **Ana:** One. She ⟦failed⟧.\n", "She failed."),
        ("<!-- a --> not one\n\nSo. 日本 ⟦失敗⟧ した。\n", "日本 失敗 した。"),
    ]) func isTheOneAround(_ marked: String, _ sentence: String) throws {
        #expect(try edited(marked) { $0 }.sentence == sentence)
    }

    @Test(arguments: [
        ("One. She ⟦failed⟧ to look. Two.\n", "One. She did not come to look. Two.\n"),
        ("- She ⟦failed⟧ to\n  look here.\n", "- She did not come to\n  look here.\n"),
        ("> She always\r\n> ⟦failed⟧ to look.\r\n", "> She always\r\n> did not come to look.\r\n"),
        ("| She ⟦failed⟧ \\| to. |\n| - |\n", "| She did not come \\| to. |\n| - |\n"),
    ]) func writesOnlyWhatChanged(_ marked: String, _ document: String) throws {
        #expect(try edited(marked) { $0.replacing("failed", with: "did not come") }.document == document)
    }

    @Test func barsTypedIntoACellAreEscaped() throws {
        let cell = try edited("| a ⟦bad⟧ b |\n| - |\n") { $0.replacing("bad", with: "x | y \\| z") }
        #expect(cell.document == "| a x \\| y \\| z b |\n| - |\n")
    }

    @Test func charactersStayWhole() throws {
        let text = try edited("né ⟦é⟧è.\n") { $0.replacing("éè", with: "èé") }
        #expect(text.document == "né èé.\n")
    }

    @Test func nothingChangedIsNoEdit() throws {
        #expect(try edited("She ⟦failed⟧ to look.\n") { $0 }.document == "She failed to look.\n")
    }

    @Test func codeIsNoSentence() {
        let document = MarkdownDocument("```\nbad\n```\n")
        #expect(EditableSentence(in: document, around: 4..<7) == nil)
    }
}

extension [UInt8] {
    fileprivate func firstRange(of text: String) -> Int? {
        indices.first { self[$0...].starts(with: text.utf8) }
    }
}
