import LosslessMarkdown

/// The blocks that hold a chain: lists one after the other, and paragraphs that answer a question above them.
struct WhysRun {
    private(set) var blocks: [Block] = []
    /// Numbered lines go on behind something that is no part of the chain, or a comment stands in it.
    private(set) var isBroken = false

    init(_ home: SectionPlace) {
        let rest = home.contentBlocks.drop { $0.kind != .list }
        for block in rest {
            guard block.kind == .list || Self.answers(block, blocks.last, home.document) else { break }
            blocks.append(block)
        }
        let further = rest.dropFirst(blocks.count)
        let inside = home.section.blocks.count { range?.overlaps($0.range) == true }
        isBroken =
            inside > blocks.count || further.contains { $0.kind == .list && $0.isOrdered && $0.start > 1 }
    }

    var range: Range<Int>? {
        guard let first = blocks.first, let last = blocks.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether a paragraph stands right below a question that has nothing else beneath it.
    private static func answers(_ block: Block, _ above: Block?, _ document: MarkdownDocument) -> Bool {
        guard block.kind == .paragraph, let above, above.kind == .list, above.isOrdered,
            let item = document.children(of: above).last
        else { return false }
        return document.children(of: item).count == 1
    }
}
