import LosslessMarkdown
import TestSupport
import Testing

@Suite("Ranges of blocks lie in one another, in order") struct RangeTests {
    @Test(arguments: 0..<4) func inGeneratedDocuments(_ part: UInt64) {
        for seed in (part * 250)..<((part + 1) * 250) {
            var generator = DocumentGenerator(seed: seed)
            check(generator.document(), "seed \(seed)")
        }
    }

    /// Bytes that mean something to Markdown, and any others.
    @Test(arguments: 0..<4) func inRandomBytes(_ part: UInt64) {
        let marks = Array("#-*+_>|`~[]()!<:=\"'\\ \t\n\r1.ax&\u{0}/é".utf8)
        for seed in (part * 1000)..<((part + 1) * 1000) {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                Int.random(in: 0..<12, using: &random) == 0
                    ? UInt8.random(in: 0...255, using: &random) : marks.randomElement(using: &random)!
            }
            check(bytes, "seed \(seed): \(bytes)")
        }
    }

    private func check(_ bytes: [UInt8], _ hint: String) {
        let document = MarkdownDocument(bytes)
        #expect(document.bytes == bytes, "\(hint)")
        #expect(document.blocks[0].range == 0..<bytes.count, "\(hint)")
        let starts = document.blocks.map(\.range.lowerBound)
        #expect(starts == starts.sorted(), "blocks are in document order, \(hint)")
        for block in document.blocks {
            checkChildren(of: block, in: document, hint)
            checkLines(of: block, hint)
        }
        checkSections(document, hint)
    }

    private func checkChildren(of block: Block, in document: MarkdownDocument, _ hint: String) {
        var end = block.range.lowerBound
        for child in document.children(of: block) {
            #expect(
                child.range.lowerBound >= end, "\(child.kind) \(child.range) begins before \(end), \(hint)")
            #expect(
                child.range.upperBound <= block.range.upperBound,
                "\(child.kind) leaves its \(block.kind), \(hint)")
            end = child.range.upperBound
        }
    }

    private func checkLines(of block: Block, _ hint: String) {
        var end = block.range.lowerBound
        for line in block.lines {
            #expect(
                line.lowerBound >= end && line.upperBound <= block.range.upperBound, "\(block.kind), \(hint)")
            end = line.upperBound
        }
    }

    /// Sections follow one another, and a section holds those below it.
    private func checkSections(_ document: MarkdownDocument, _ hint: String) {
        var end = 0
        for section in document.sections {
            #expect(
                section.body.lowerBound >= end && section.body.upperBound <= document.bytes.count, "\(hint)")
            end = section.body.upperBound
            for child in section.children {
                #expect(document.sections[child].subtree.upperBound <= section.subtree.upperBound, "\(hint)")
            }
        }
    }
}
