/// A block of a document: a place in the tree over untouched bytes.
package struct Block: Sendable, Identifiable {
    package enum Kind: String, CaseIterable, Sendable {
        case document
        case frontMatter
        case blockQuote
        case list
        case listItem
        case heading
        case paragraph
        case thematicBreak
        case fencedCode
        case indentedCode
        case html
        case table
        case tableRow
        case tableCell
        case linkReference
    }

    let tree: BlockTree
    /// Place in document order; the document itself is 0.
    package let id: Int

    private var node: BlockNode { tree.nodes[id] }

    package var kind: Kind { node.kind }

    /// From the first byte of its marker to after its last byte, without the line ending.
    package var range: Range<Int> { Int(node.start)..<Int(max(node.start, node.end)) }

    /// The content of a leaf, one range a source line, without what containers put before it.
    package var lines: [Range<Int>] { tree.segments[Int(node.firstLine)..<Int(node.lastLine)].map(\.range) }

    var firstLine: Range<Int>? {
        node.firstLine < node.lastLine ? tree.segments[Int(node.firstLine)].range : nil
    }

    /// Nil for a leaf of several lines or none.
    var onlyLine: Range<Int>? { node.firstLine + 1 == node.lastLine ? firstLine : nil }

    // MARK: headings

    /// 1 to 6, 0 for any other block.
    package var headingLevel: Int { kind == .heading ? Int(node.level) : 0 }

    package var isSetext: Bool { kind == .heading && node.flag }

    // MARK: lists

    package var isOrdered: Bool { node.isOrdered }

    /// `-`, `*`, `+`, or the `.` or `)` after a number.
    package var marker: UInt8 { node.marker }

    /// The number of a list's first item.
    package var start: Int { Int(node.a) }

    package var isTight: Bool { node.flag }

    /// The byte between the brackets of a task's box.
    package var taskBox: Int? { kind == .listItem && node.flag ? Int(node.box) : nil }

    /// Where an item's content begins: behind the marker, and before a box.
    package var contentOffset: Int {
        if let taskBox { return taskBox - 1 }
        return node.first >= 0 ? Int(tree.nodes[Int(node.first)].start) : Int(node.end)
    }

    /// Columns by which further lines of an item are indented.
    package var contentIndent: Int { Int(node.a) }

    // MARK: code and tables

    /// The words after an opening fence.
    package var info: Range<Int>? {
        guard kind == .fencedCode else { return nil }
        let start = Int(node.box)
        return start..<tree.endOfLine(start)
    }

    package var isClosed: Bool { kind == .fencedCode && node.flag }

    package var isHeader: Bool { kind == .tableRow && node.level == 1 }

    /// The rule of dashes below a table's header.
    var delimiterRow: Range<Int> { Int(node.a)..<Int(node.b) }
}

/// Everything that blocks share: the bytes and what the scanner found. It never changes once it is made.
final class BlockTree: Sendable {
    let bytes: [UInt8]
    let nodes: [BlockNode]
    let segments: [Segment]
    let lineStarts: [Int32]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        (nodes, segments, lineStarts) = bytes.withUnsafeBufferPointer { buffer in
            var scanner = BlockScanner(buffer)
            scanner.run()
            return (scanner.nodes, scanner.segments, scanner.lineStarts)
        }
    }

    func block(_ id: Int) -> Block { Block(tree: self, id: id) }

    func children(of id: Int) -> [Block] {
        var children: [Block] = []
        var child = Int(nodes[id].first)
        while child >= 0 {
            children.append(block(child))
            child = Int(nodes[child].next)
        }
        return children
    }

    func endOfLine(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, !Byte.isLineEnd(bytes[end]) { end += 1 }
        return end
    }

    /// The last block that begins at or before an offset, or the first one around it that reaches as far.
    func innermost(at offset: Int) -> Int {
        var low = 0
        var high = nodes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(nodes[middle].start) <= offset { low = middle } else { high = middle }
        }
        while low > 0, max(nodes[low].start, nodes[low].end) < Int32(offset) { low = Int(nodes[low].parent) }
        return low
    }

    /// The first block that begins at or behind an offset.
    func firstNode(from offset: Int) -> Int {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(nodes[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The index of the line that holds an offset.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
