/// One line: which open blocks go on, which new ones begin, where the text goes.
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

    private func holdsRawLines(_ index: Int) -> Bool {
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

    private mutating func enterQuote(_ at: Int, _ reached: Int) {
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

    // MARK: new blocks

    /// Opens every block that begins on the line; true where nothing of the line is left.
    private mutating func startBlocks() -> Bool {
        while !holdsRawLines(container) {
            let (indent, at, reached) = indentation()
            guard at < lineEnd else { return false }
            if indent >= 4 { return startIndentedCode() }
            guard open.count < Self.maximumDepth else { return false }
            let byte = source[at]
            if byte == Byte.greater {
                makeRoom()
                container = push(.blockQuote, at: at)
                enterQuote(at, reached)
                started = true
                extend(to: offset)
                continue
            }
            if startHeading(at) || startFence(at, indent) || startHTML(at) || startSetext(at)
                || startBreak(at)
            {
                return true
            }
            if startItem(at, indent, reached) { continue }
            return startTable(at)
        }
        return false
    }

    private mutating func startIndentedCode() -> Bool {
        guard !(wasParagraph && !started) else { return false }
        makeRoom()
        advance(columns: 4)
        container = push(.indentedCode, at: offset)
        addLeafLine()
        return true
    }

    private mutating func startHeading(_ at: Int) -> Bool {
        guard source[at] == Byte.hash else { return false }
        var marks = at
        while marks < lineEnd, source[marks] == Byte.hash { marks += 1 }
        guard marks - at <= 6, marks == lineEnd || Byte.isBlank(source[marks]) else { return false }
        makeRoom()
        let index = push(.heading, at: at)
        nodes[index].level = UInt8(marks - at)
        leafLines = [headingText(from: marks)]
        extend(to: lineEnd)
        close(downTo: depth - 1)
        return true
    }

    /// Without blanks and without a closing run of hashes.
    private func headingText(from start: Int) -> Segment {
        var (low, high) = (start, lineEnd)
        while low < high, Byte.isBlank(source[low]) { low += 1 }
        while high > low, Byte.isBlank(source[high - 1]) { high -= 1 }
        var marks = high
        while marks > low, source[marks - 1] == Byte.hash { marks -= 1 }
        if marks < high, marks == low || Byte.isBlank(source[marks - 1]) {
            high = marks
            while high > low, Byte.isBlank(source[high - 1]) { high -= 1 }
        }
        return Segment(low, high)
    }

    private mutating func startFence(_ at: Int, _ indent: Int) -> Bool {
        let mark = source[at]
        guard mark == Byte.backtick || mark == Byte.tilde else { return false }
        var end = at
        while end < lineEnd, source[end] == mark { end += 1 }
        guard end - at >= 3, mark == Byte.tilde || !source[end..<lineEnd].contains(Byte.backtick) else {
            return false
        }
        makeRoom()
        let index = push(.fencedCode, at: at)
        nodes[index].marker = mark
        nodes[index].a = Int32(end - at)
        nodes[index].b = Int32(indent)
        nodes[index].box = Int32(end)
        extend(to: lineEnd)
        return true
    }

    private mutating func startHTML(_ at: Int) -> Bool {
        guard source[at] == Byte.less else { return false }
        let type = htmlBlockType(at, inParagraph: nodes[container].kind == .paragraph)
        guard type > 0 else { return false }
        makeRoom()
        let index = push(.html, at: at)
        nodes[index].level = UInt8(type)
        offset = at
        addLeafLine()
        return true
    }

    private mutating func startSetext(_ at: Int) -> Bool {
        let mark = source[at]
        guard nodes[container].kind == .paragraph, matchedAll, !started,
            mark == Byte.equals || mark == Byte.dash,
            isUnderline(at, mark), !leafIsOnlyReferences
        else { return false }
        takeReferences(container)
        nodes[container].kind = .heading
        nodes[container].level = mark == Byte.equals ? 1 : 2
        nodes[container].flag = true
        extend(to: lineEnd)
        close(downTo: open.count - 1)
        return true
    }

    private mutating func startBreak(_ at: Int) -> Bool {
        let mark = source[at]
        guard mark == Byte.star || mark == Byte.dash || mark == Byte.underscore, isThematicBreak(at, mark)
        else { return false }
        makeRoom()
        let index = push(.thematicBreak, at: at)
        nodes[index].end = Int32(lineEnd)
        extend(to: lineEnd)
        close(downTo: depth - 1)
        return true
    }

    private mutating func startItem(_ at: Int, _ indent: Int, _ reached: Int) -> Bool {
        let interrupts = wasParagraph && !started && nodes[container].kind == .paragraph
        guard let marker = listMarker(at, interrupting: interrupts) else { return false }
        openList(marker, at)
        let item = push(.listItem, at: at)
        nodes[item].marker = marker.mark
        (offset, column) = (marker.end, reached + marker.end - at)
        placeItemText(item, indent + marker.end - at, marker.end)
        container = item
        started = true
        return true
    }

    /// Goes on with a list of the same marker, else opens one.
    private mutating func openList(_ marker: ListMarker, _ at: Int) {
        if nodes[container].kind == .list, nodes[container].marker == marker.mark {
            close(downTo: depth)
            return
        }
        makeRoom()
        let list = push(.list, at: at)
        nodes[list].marker = marker.mark
        nodes[list].a = Int32(marker.number)
        container = list
    }

    /// The text begins after one to four blanks; an empty item and one that begins with code count a single blank.
    private mutating func placeItemText(_ item: Int, _ width: Int, _ markerEnd: Int) {
        let (blanks, at, _) = indentation()
        if at >= lineEnd {
            nodes[item].a = Int32(width + 1)
            extend(to: markerEnd)
            offset = at
        } else if blanks >= 5 {
            nodes[item].a = Int32(width + 1)
            advance(columns: 1)
        } else {
            nodes[item].a = Int32(width + blanks)
            advance(columns: blanks)
        }
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

    private mutating func addLeafLine() {
        let index = open[open.count - 1]
        leafLines.append(Segment(offset, lineEnd))
        extend(to: lineEnd)
        nodes[index].isFollowedByBlank = nodes[index].kind != .fencedCode && isBlankFrom(offset)
        if nodes[index].kind == .html, nodes[index].level <= 5, htmlEnds(Int(nodes[index].level)) {
            close(downTo: open.count - 1)
        }
    }
}
