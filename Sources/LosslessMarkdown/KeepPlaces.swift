/// Which part of a document a `debrief:keep` covers.
struct KeepPlaces {
    private let tree: BlockTree
    /// For each block the one before it under the same parent, -1 for the first.
    private let previous: [Int32]

    init(_ document: MarkdownDocument) {
        tree = document.tree
        var previous = [Int32](repeating: -1, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() where node.next >= 0 {
            previous[Int(node.next)] = Int32(index)
        }
        self.previous = previous
    }

    func range(coveredFrom leaf: Int) -> Range<Int> {
        let node = tree.nodes[leaf]
        if node.parent >= 0, tree.nodes[Int(node.parent)].kind == .listItem {
            return item(Int(node.parent), around: Int(node.start))
        }
        guard node.kind == .html else { return tree.block(leaf).range }
        if let above = touching(leaf) { return lastPart(of: above) }
        return node.next >= 0 ? tree.block(Int(node.next)).range : tree.block(leaf).range
    }

    /// An item up to the list nested in it, or all of it where the comment stands behind that list.
    private func item(_ item: Int, around offset: Int) -> Range<Int> {
        let range = tree.block(item).range
        let nested = tree.children(of: item).first { $0.kind == .list && $0.range.lowerBound > offset }
        return range.lowerBound..<(nested?.range.lowerBound ?? range.upperBound)
    }

    /// The block right above, where no empty line comes between.
    private func touching(_ leaf: Int) -> Int? {
        let above = Int(previous[leaf])
        guard above >= 0 else { return nil }
        let last = tree.line(of: max(0, Int(tree.nodes[above].end) - 1))
        return tree.line(of: Int(tree.nodes[leaf].start)) == last + 1 ? above : nil
    }

    /// The paragraph, row or heading that a block ends with.
    private func lastPart(of block: Int) -> Range<Int> {
        var part = block
        while tree.nodes[part].last >= 0, tree.nodes[part].kind != .tableRow {
            part = Int(tree.nodes[part].last)
        }
        return tree.block(part).range
    }
}
