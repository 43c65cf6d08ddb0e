/// Which blocks begin on a line, behind the open ones that go on.
extension BlockScanner {
    /// Opens every block that begins on the line; true where nothing of the line is left.
    mutating func startBlocks() -> Bool {
        while !holdsRawLines(container) {
            let (indent, at, reached) = indentation()
            guard at < lineEnd else { return false }
            if indent >= 4 { return startIndentedCode() }
            guard open.count < Self.maximumDepth else { return false }
            let byte = source[at]
            // Most lines begin with a letter, or are the rows of a table.
            if Byte.isLetter(byte) { return false }
            if byte == Byte.bar { return startTable(at) }
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
}
