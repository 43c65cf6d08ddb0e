/// Finds the blocks of a document line by line, as CommonMark and its tables are specified, with exact byte ranges.
///
/// Containers are continued or closed first, then new blocks are opened, then what is left is text. Every loop is bound
/// by the line it looks at, and nesting by `maximumDepth`, so that no input takes more than linear time.
struct BlockScanner {
    let source: UnsafeBufferPointer<UInt8>
    var nodes: [BlockNode] = []
    var segments: [Segment] = []
    var lineStarts: [Int32] = []
    /// The chain of open blocks; the first is the document.
    var open: [Int] = []
    /// Lines of the open leaf; there is only ever one.
    var leafLines: [Segment] = []

    // Where the present line is read.
    var offset = 0
    var column = 0
    var lineEnd = 0

    // What became of the present line's containers.
    var depth = 1
    var container = 0
    var matchedAll = true
    var started = false
    var wasParagraph = false

    /// Deeper nesting is text.
    static let maximumDepth = 100

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        nodes.reserveCapacity(source.count / 32 + 16)
        segments.reserveCapacity(source.count / 40 + 16)
        lineStarts.reserveCapacity(source.count / 40 + 16)
    }

    mutating func run() {
        nodes.append(BlockNode(.document))
        open = [0]
        lineStarts.append(0)
        var position = hasByteOrderMark ? 3 : 0
        if let matter = frontMatter(at: position) {
            addFrontMatter(matter, from: position)
            position = matter.next
        }
        while position < source.count {
            let end = endOfLine(position)
            let next = afterLineEnd(end)
            scanLine(position, end)
            if end < source.count { lineStarts.append(Int32(next)) }
            position = next
        }
        close(downTo: 1)
        nodes[0].end = Int32(source.count)
    }

    private var hasByteOrderMark: Bool {
        source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
    }

    func endOfLine(_ start: Int) -> Int {
        var end = start
        while end < source.count, !Byte.isLineEnd(source[end]) { end += 1 }
        return end
    }

    func afterLineEnd(_ end: Int) -> Int {
        guard end < source.count else { return end }
        let isPair =
            source[end] == Byte.carriageReturn && end + 1 < source.count && source[end + 1] == Byte.lineFeed
        return end + (isPair ? 2 : 1)
    }
}

// MARK: the tree

extension BlockScanner {
    @discardableResult
    mutating func add(_ node: BlockNode, to parent: Int) -> Int {
        let index = nodes.count
        var added = node
        added.parent = Int32(parent)
        nodes.append(added)
        if nodes[parent].last < 0 {
            nodes[parent].first = Int32(index)
        } else {
            nodes[Int(nodes[parent].last)].next = Int32(index)
        }
        nodes[parent].last = Int32(index)
        return index
    }

    /// Opens a block in the innermost open one.
    @discardableResult
    mutating func push(_ kind: Block.Kind, at start: Int) -> Int {
        var node = BlockNode(kind)
        node.start = Int32(start)
        node.end = Int32(start)
        let index = add(node, to: open[open.count - 1])
        open.append(index)
        depth = open.count
        return index
    }

    /// All open blocks reach at least this far, and no blank line is their last.
    mutating func extend(to end: Int) {
        for index in open {
            if nodes[index].end < Int32(end) { nodes[index].end = Int32(end) }
            nodes[index].isFollowedByBlank = false
        }
    }

    mutating func close(downTo count: Int) {
        while open.count > count { finish(open.removeLast()) }
    }

    private mutating func finish(_ index: Int) {
        switch nodes[index].kind {
        case .paragraph:
            takeReferences(index)
            takeLines(index)
        case .indentedCode:
            while let last = leafLines.last, isBlank(last) { leafLines.removeLast() }
            if let last = leafLines.last { nodes[index].end = last.high }
            takeLines(index)
        case .fencedCode, .html, .heading:
            if !leafLines.isEmpty || nodes[index].lastLine == 0 { takeLines(index) }
        case .list:
            nodes[index].flag = isTight(index)
            endWithLastChild(index)
        case .listItem, .blockQuote:
            endWithLastChild(index)
        case .document, .frontMatter, .thematicBreak, .table, .tableRow, .tableCell, .linkReference:
            break
        }
    }

    mutating func takeLines(_ index: Int) {
        nodes[index].firstLine = Int32(segments.count)
        segments.append(contentsOf: leafLines)
        nodes[index].lastLine = Int32(segments.count)
        leafLines.removeAll(keepingCapacity: true)
    }

    /// Trailing blank lines belong to no block; a quote also holds its own empty lines.
    private mutating func endWithLastChild(_ index: Int) {
        guard nodes[index].last >= 0 else { return }
        let child = nodes[Int(nodes[index].last)].end
        nodes[index].end = nodes[index].kind == .blockQuote ? max(nodes[index].end, child) : child
    }

    private func isBlank(_ line: Segment) -> Bool { source[line.range].allSatisfy(Byte.isBlank) }

    /// Closes what the line does not continue, and a text block at the end, to make room for a new block.
    mutating func makeRoom() {
        close(downTo: depth)
        while let tip = open.last, nodes[tip].kind == .paragraph || nodes[tip].kind == .table {
            close(downTo: open.count - 1)
        }
        if nodes[open[open.count - 1]].kind == .list { close(downTo: open.count - 1) }
        depth = open.count
        container = open[open.count - 1]
    }
}

// MARK: columns

extension BlockScanner {
    /// Moves on over blanks; a tab reaches to the next multiple of four and may be used up in parts.
    mutating func advance(columns: Int) {
        var rest = columns
        while rest > 0, offset < lineEnd {
            if source[offset] == Byte.tab {
                let width = 4 - column % 4
                guard width <= rest else {
                    column += rest
                    return
                }
                rest -= width
                column += width
                offset += 1
            } else if source[offset] == Byte.blank {
                offset += 1
                column += 1
                rest -= 1
            } else {
                return
            }
        }
    }

    /// Columns of blanks from here, and where the first other byte stands.
    func indentation() -> (columns: Int, offset: Int, column: Int) {
        var at = offset
        var reached = column
        while at < lineEnd {
            if source[at] == Byte.blank {
                reached += 1
            } else if source[at] == Byte.tab {
                reached += 4 - reached % 4
            } else {
                break
            }
            at += 1
        }
        return (reached - column, at, reached)
    }
}
