/// Whether a list is written tightly: no blank line between its items or between the blocks in one of them.
extension BlockScanner {
    func isTight(_ list: Int) -> Bool {
        var item = Int(nodes[list].first)
        while item >= 0 {
            let isLast = nodes[item].next < 0
            if !isLast, nodes[item].isFollowedByBlank { return false }
            var child = visible(Int(nodes[item].first))
            while child >= 0 {
                let next = visible(Int(nodes[child].next))
                if !isLast || next >= 0, endsWithBlank(child) { return false }
                child = next
            }
            item = Int(nodes[item].next)
        }
        return true
    }

    /// The blank line may have been noted on the last block of a list within.
    private func endsWithBlank(_ block: Int) -> Bool {
        var block = block
        while nodes[block].kind == .list || nodes[block].kind == .listItem, let last = lastVisible(in: block)
        {
            block = last
        }
        return nodes[block].isFollowedByBlank
    }

    private func lastVisible(in block: Int) -> Int? {
        guard holdsVisibleBlock(block) else { return nil }
        guard nodes[Int(nodes[block].last)].kind == .linkReference else { return Int(nodes[block].last) }
        var last = visible(Int(nodes[block].first))
        while case let next = visible(Int(nodes[last].next)), next >= 0 { last = next }
        return last
    }

    /// Whether a container holds more than link definitions.
    func holdsVisibleBlock(_ block: Int) -> Bool {
        let last = Int(nodes[block].last)
        return last >= 0 && (nodes[last].kind != .linkReference || visible(Int(nodes[block].first)) >= 0)
    }

    /// The block itself or the next sibling that is no link definition, since those are not seen.
    private func visible(_ block: Int) -> Int {
        var block = block
        while block >= 0, nodes[block].kind == .linkReference { block = Int(nodes[block].next) }
        return block
    }
}
