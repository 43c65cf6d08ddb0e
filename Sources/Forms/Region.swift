import Diagnostics
import LosslessMarkdown

/// Lines of a document that are rewritten as a whole, so that only what differs becomes an edit.
struct Region {
    let document: MarkdownDocument
    let range: Range<Int>

    /// One edit from the present bytes to the new ones, without what both begin and end with.
    func edit(to lines: [String], indent: String = "") -> [TextEdit] {
        let ending = String(decoding: document.lineEnding(near: range.lowerBound), as: UTF8.self)
        let text = lines.enumerated()
            .map { $0.offset == 0 || $0.element.isEmpty ? $0.element : indent + $0.element }
            .joined(separator: ending)
        return edit(to: Array(text.utf8))
    }

    /// One edit to Markdown as it stands, in the document's line endings.
    func edit(to markdown: String) -> [TextEdit] {
        edit(to: markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    func edit(to bytes: [UInt8]) -> [TextEdit] {
        let old = document.bytes[range]
        guard !old.elementsEqual(bytes) else { return [] }
        let prefix = zip(old, bytes).prefix { $0 == $1 }.count
        let limit = min(old.count, bytes.count) - prefix
        let suffix = zip(old.reversed(), bytes.reversed()).prefix(limit).prefix { $0 == $1 }.count
        let place = (range.lowerBound + prefix)..<(range.upperBound - suffix)
        return [TextEdit(place, Array(bytes[prefix..<(bytes.count - suffix)]))]
    }
}

extension SectionPlace {
    /// The line ending to use for new lines here.
    var ending: String { String(decoding: document.lineEnding(near: section.body.lowerBound), as: UTF8.self) }

    /// New blocks after the last one of the section, with blank lines around them.
    func appending(_ lines: [String]) -> [TextEdit] {
        let last =
            section.blocks.last?.range.upperBound ?? section.heading?.range.upperBound
            ?? section.body.lowerBound
        return inserting(lines, after: last)
    }

    /// New blocks behind the line that holds `offset`, which is the end of another block.
    func inserting(_ lines: [String], after offset: Int) -> [TextEdit] {
        let line = document.lineRange(containing: max(0, offset - (offset > 0 ? 1 : 0)))
        let isEnded = line.upperBound > offset
        let at = isEnded ? endOfText(line) : line.upperBound
        let text = ending + ending + lines.joined(separator: ending)
        let hasMore = document.bytes[at...].contains { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 && $0 != 0x09 }
        let nextIsBlank = isBlankLine(after: line.upperBound)
        return [TextEdit(at..<at, text + (hasMore && !nextIsBlank ? ending : ""))]
    }

    private func endOfText(_ line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound, document.bytes[end - 1] == 0x0A || document.bytes[end - 1] == 0x0D {
            end -= 1
        }
        return end
    }

    private func isBlankLine(after offset: Int) -> Bool {
        guard offset < document.bytes.count else { return true }
        return document.bytes[document.lineRange(containing: offset)].allSatisfy {
            [0x20, 0x09, 0x0A, 0x0D].contains($0)
        }
    }

    /// A block with the blank lines above it, so that its neighbours move together where it is taken out.
    func withBlankLine(before block: Block) -> Range<Int> {
        var start = block.range.lowerBound
        while start > section.body.lowerBound, [0x0A, 0x0D, 0x20].contains(document.bytes[start - 1]) {
            start -= 1
        }
        return start..<block.range.upperBound
    }

    /// Takes the bracketed paragraph above a block away, which a new document has until the block is answered.
    func removingIntro(before block: Block) -> [TextEdit] {
        guard let first = contentBlocks.first, first.kind == .paragraph,
            first.range.upperBound <= block.range.lowerBound,
            LosslessMarkdown.placeholder(in: document.text(first.range), choices: []) == .brackets
        else { return [] }
        // A comment or a link's address below it is somebody's own.
        let next = section.blocks.first { $0.range.lowerBound >= first.range.upperBound } ?? block
        let line = document.lineRange(containing: next.range.lowerBound).lowerBound
        return [TextEdit(first.range.lowerBound..<line, "")]
    }

    /// The source of some bytes with `\n` alone at the ends of its lines.
    func source(_ range: Range<Int>) -> String { document.text(range).withLineFeeds }

    /// Markdown in the place of some blocks, as it is typed; behind the section's last block where there are none.
    func replacing(_ blocks: [Block], with markdown: String) -> [TextEdit] {
        guard let first = blocks.first, let last = blocks.last else {
            return appending(
                markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
        let range = first.range.lowerBound..<last.range.upperBound
        return Region(document: document, range: range).edit(to: markdown)
    }

    /// Blocks that hold text a person would call the answer: no comments, no rules, no link definitions.
    var contentBlocks: [Block] {
        section.blocks.filter { block in
            switch block.kind {
            case .html: !document.text(block.range).hasPrefix("<!--")
            case .thematicBreak, .linkReference, .frontMatter: false
            case .document, .blockQuote, .list, .listItem, .heading, .paragraph, .fencedCode, .indentedCode,
                .table,
                .tableRow, .tableCell:
                true
            }
        }
    }
}

/// A text without the comments the program writes into it.
func withoutComments(_ text: String) -> String { Escaping.withoutComments(text) }
