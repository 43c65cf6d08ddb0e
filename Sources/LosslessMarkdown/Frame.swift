import Diagnostics

extension MarkdownDocument {
    /// Whether every block beside the edited ones is as it was in `old`, moved by what the edits added.
    package func keepsFrame(of old: MarkdownDocument, edits: [TextEdit]) -> Bool {
        guard let low = edits.map(\.range.lowerBound).min(), let high = edits.map(\.range.upperBound).max()
        else { return true }
        let place = old.wholeBlocks(around: low..<high)
        let growth = edits.reduce(0) { $0 + $1.replacement.count - $1.range.count }
        let before = old.tree.frame(outside: place, movedBy: growth)
        return tree.frame(outside: place.lowerBound..<(place.upperBound + growth), movedBy: 0) == before
    }

    /// The range widened to the top-level blocks it touches.
    private func wholeBlocks(around range: Range<Int>) -> Range<Int> {
        topLevel.filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
            .reduce(range) {
                min($0.lowerBound, $1.range.lowerBound)..<max($0.upperBound, $1.range.upperBound)
            }
    }
}

extension BlockTree {
    fileprivate struct Outline: Equatable {
        var kind: Block.Kind
        var level: UInt8
        var start: Int
        var end: Int
    }

    /// The blocks that lie before a range, and those behind it with their offsets moved.
    fileprivate func frame(outside range: Range<Int>, movedBy growth: Int) -> [Outline] {
        nodes.dropFirst().compactMap { node in
            let (start, end) = (Int(node.start), Int(node.end))
            if end <= range.lowerBound, start < range.lowerBound || start == end {
                return Outline(kind: node.kind, level: node.level, start: start, end: end)
            }
            guard start >= range.upperBound else { return nil }
            return Outline(kind: node.kind, level: node.level, start: start + growth, end: end + growth)
        }
    }
}
