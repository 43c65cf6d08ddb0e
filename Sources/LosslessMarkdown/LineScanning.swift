/// One line: which open blocks go on, and where the text goes.
extension BlockScanner {
    mutating func scanLine(_ start: Int, _ end: Int) {
        (offset, column, lineEnd) = (start, 0, end)
        (depth, matchedAll, started) = (1, true, false)
        guard continueContainers() else { return }
        if depth == open.count, holdsRawLines(open[depth - 1]) { return addLeafLine() }
        container = open[depth - 1]
        wasParagraph = nodes[open[open.count - 1]].kind == .paragraph
        guard !startBlocks() else { return }
        addText()
    }

    func holdsRawLines(_ index: Int) -> Bool {
        switch nodes[index].kind {
        case .fencedCode, .html, .indentedCode: true
        default: false
        }
    }

    // MARK: open blocks

    /// False where the line closed a fence and holds nothing else.
    private mutating func continueContainers() -> Bool {
        while depth < open.count {
            let index = open[depth]
            if nodes[index].kind == .fencedCode, closesFence(index) { return false }
            guard goesOn(index) else {
                matchedAll = false
                return true
            }
            depth += 1
        }
        return true
    }

    private mutating func goesOn(_ index: Int) -> Bool {
        let (indent, at, reached) = indentation()
        let isBlank = at >= lineEnd
        switch nodes[index].kind {
        case .blockQuote:
            guard indent < 4, !isBlank, source[at] == Byte.greater else { return false }
            enterQuote(at, reached)
            if nodes[index].end < Int32(offset) { nodes[index].end = Int32(offset) }
            return true
        case .list:
            return true
        case .listItem:
            return itemGoesOn(index, indent, isBlank, at, reached)
        case .paragraph, .table:
            return !isBlank
        case .fencedCode:
            advance(columns: min(Int(nodes[index].b), indent))
            return true
        case .indentedCode:
            if indent >= 4 { advance(columns: 4) } else if isBlank { offset = at }
            return indent >= 4 || isBlank
        case .html:
            return !(isBlank && nodes[index].level >= 6)
        case .document, .frontMatter, .heading, .thematicBreak, .tableRow, .tableCell, .linkReference:
            return false
        }
    }

    /// An item that begins with a blank line ends at a second one.
    private mutating func itemGoesOn(_ index: Int, _ indent: Int, _ isBlank: Bool, _ at: Int, _ reached: Int)
        -> Bool
    {
        if indent >= Int(nodes[index].a) {
            advance(columns: Int(nodes[index].a))
            return true
        }
        guard isBlank, holdsVisibleBlock(index) else { return false }
        (offset, column) = (at, reached)
        return true
    }

    mutating func enterQuote(_ at: Int, _ reached: Int) {
        (offset, column) = (at + 1, reached + 1)
        if offset < lineEnd, Byte.isBlank(source[offset]) { advance(columns: 1) }
    }

    private mutating func closesFence(_ index: Int) -> Bool {
        let (indent, at, _) = indentation()
        guard indent < 4, at < lineEnd, source[at] == nodes[index].marker,
            isClosingFence(at, length: Int(nodes[index].a))
        else { return false }
        nodes[index].flag = true
        for open in open[..<(depth + 1)] where nodes[open].end < Int32(lineEnd) {
            nodes[open].end = Int32(lineEnd)
        }
        takeLines(index)
        open.removeLast()
        return true
    }

    // MARK: text

    private mutating func addText() {
        let (_, at, _) = indentation()
        guard at < lineEnd else { return addBlankLine() }
        let line = Segment(at, lineEnd)
        let tip = open[open.count - 1]
        if !matchedAll, !started, wasParagraph, nodes[tip].kind == .paragraph {
            leafLines.append(line)
            return extend(to: lineEnd)
        }
        close(downTo: depth)
        switch nodes[open[open.count - 1]].kind {
        case .paragraph:
            leafLines.append(line)
        case .table where !cells(in: line).isEmpty:
            addRow(to: open[open.count - 1], line, isHeader: false)
        default:
            startParagraph(at)
        }
        extend(to: lineEnd)
    }

    private mutating func startParagraph(_ at: Int) {
        let outer = nodes[open[open.count - 1]].kind
        if outer == .list || outer == .table { close(downTo: open.count - 1) }
        let start = takeBox(at)
        guard start < lineEnd else { return }
        push(.paragraph, at: start)
        leafLines.append(Segment(start, lineEnd))
    }

    /// A task list's box at the start of an item; gives where the text begins.
    private mutating func takeBox(_ at: Int) -> Int {
        let item = open[open.count - 1]
        guard nodes[item].kind == .listItem, nodes[item].first < 0, lineEnd - at >= 4,
            source[at] == Byte.openingBracket,
            source[at + 2] == Byte.closingBracket, Byte.isBlank(source[at + 3]),
            source[at + 1] == Byte.blank || (source[at + 1] | 0x20) == 0x78
        else { return at }
        var text = at + 3
        while text < lineEnd, Byte.isBlank(source[text]) { text += 1 }
        nodes[item].flag = true
        nodes[item].box = Int32(at + 1)
        return text
    }

    /// Notes the blank line on the container it stands in and on the last block there. A quote's line is never blank,
    /// and neither is the line that opens an item.
    private mutating func addBlankLine() {
        let index = open[depth - 1]
        for outer in open[..<(depth - 1)] { nodes[outer].isFollowedByBlank = false }
        nodes[index].isFollowedByBlank =
            nodes[index].kind != .blockQuote && !(nodes[index].kind == .listItem && started)
        if nodes[index].last >= 0 { nodes[Int(nodes[index].last)].isFollowedByBlank = true }
        close(downTo: depth)
    }

    mutating func addLeafLine() {
        let index = open[open.count - 1]
        leafLines.append(Segment(offset, lineEnd))
        extend(to: lineEnd)
        nodes[index].isFollowedByBlank = nodes[index].kind != .fencedCode && isBlankFrom(offset)
        if nodes[index].kind == .html, nodes[index].level <= 5, htmlEnds(Int(nodes[index].level)) {
            close(downTo: open.count - 1)
        }
    }
}
