import Diagnostics

/// A document as bytes that are never reformatted, with its blocks and sections as ranges over them.
package struct MarkdownDocument: Sendable {
    let tree: BlockTree
    /// In document order; the first is what stands before any heading.
    package let sections: [Section]
    /// Beside the tree and not in it, as the blocks of a table hold the tree.
    let tables = TableCells()
    /// Where `debrief:` stands; most documents hold it nowhere, and are asked for it several times.
    let directiveWords: [Int32]

    package init(_ bytes: [UInt8]) {
        tree = BlockTree(bytes)
        sections = SectionList(tree).sections
        directiveWords = bytes.withUnsafeBufferPointer { CommentSearch($0).places }
    }

    package init(_ text: String) { self.init(Array(text.utf8)) }

    package var bytes: [UInt8] { tree.bytes }

    /// Every block in document order, the document itself first.
    package var blocks: [Block] { tree.nodes.indices.map { tree.block($0) } }

    /// Those of a kind that lie within a range, in document order.
    package func blocks(of kind: Block.Kind, in range: Range<Int>? = nil) -> [Block] {
        let first = range.map { tree.firstNode(from: $0.lowerBound) } ?? 0
        return tree.nodes[first...].prefix { node in range.map { Int(node.start) <= $0.upperBound } ?? true }
            .indices.compactMap { index in
                guard tree.nodes[index].kind == kind else { return nil }
                let block = tree.block(index)
                return range.map { block.range.upperBound <= $0.upperBound } ?? true ? block : nil
            }
    }

    package var topLevel: [Block] { tree.children(of: 0) }

    package func children(of block: Block) -> [Block] { tree.children(of: block.id) }

    package func parent(of block: Block) -> Block? {
        let parent = Int(tree.nodes[block.id].parent)
        return parent >= 0 ? tree.block(parent) : nil
    }

    /// The innermost block around an offset.
    package func block(at offset: Int) -> Block { tree.block(tree.innermost(at: offset)) }

    /// The bytes as text; what is no UTF-8 shows as U+FFFD. For showing and comparing, never for writing back.
    package func text(_ range: Range<Int>) -> String { String(decoding: tree.bytes[range], as: UTF8.self) }

    package func applying(_ edits: [TextEdit]) -> MarkdownDocument {
        MarkdownDocument(tree.bytes.applying(edits))
    }

    // MARK: lines

    package var lineCount: Int { tree.lineStarts.count }

    /// The line around an offset, with its ending.
    package func lineRange(containing offset: Int) -> Range<Int> {
        let line = tree.line(of: min(offset, tree.bytes.count))
        let end = line + 1 < tree.lineStarts.count ? Int(tree.lineStarts[line + 1]) : tree.bytes.count
        return Int(tree.lineStarts[line])..<max(end, Int(tree.lineStarts[line]))
    }

    package func position(of offset: Int) -> LinePosition {
        let line = tree.line(of: offset)
        let start = Int(tree.lineStarts[line])
        let points = tree.bytes[start..<max(start, min(offset, tree.bytes.count))].count { $0 & 0xC0 != 0x80 }
        return LinePosition(line: line + 1, column: points + 1, byteColumn: offset - start + 1)
    }

    /// The line ending the document uses first, a line feed where it has none.
    package var lineEnding: [UInt8] { lineEnding(near: 0) }

    /// The ending of the line around an offset, else the first of the document.
    package func lineEnding(near offset: Int) -> [UInt8] {
        ending(from: min(offset, tree.bytes.count)) ?? ending(from: 0) ?? [Byte.lineFeed]
    }

    private func ending(from offset: Int) -> [UInt8]? {
        let end = tree.endOfLine(offset)
        guard end < tree.bytes.count else { return nil }
        guard tree.bytes[end] == Byte.carriageReturn else { return [Byte.lineFeed] }
        let isPair = end + 1 < tree.bytes.count && tree.bytes[end + 1] == Byte.lineFeed
        return isPair ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.carriageReturn]
    }
}
