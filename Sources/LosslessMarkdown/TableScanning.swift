/// Tables as GitHub reads them: a header row, a rule of dashes with as many cells, and rows until a blank line.
extension BlockScanner {
    mutating func startTable(_ at: Int) -> Bool {
        let byte = source[at]
        guard nodes[container].kind == .paragraph, matchedAll, !started,
            byte == Byte.bar || byte == Byte.dash || byte == Byte.colon, let columns = delimiterCount(at),
            !(isUnderline(at, Byte.dash) && leafIsOnlyReferences),
            let header = leafLines.last, cells(in: header).count == columns
        else { return false }
        makeTable(container, header, Segment(at, lineEnd), columns)
        return true
    }

    mutating func addRow(to table: Int, _ line: Segment, isHeader: Bool) {
        var row = BlockNode(.tableRow)
        (row.start, row.end) = (line.low, line.high)
        row.level = isHeader ? 1 : 0
        let index = add(row, to: table)
        for cell in cells(in: line) {
            var node = BlockNode(.tableCell)
            (node.start, node.end) = (cell.low, cell.high)
            node.firstLine = Int32(segments.count)
            segments.append(trimmed(cell))
            node.lastLine = Int32(segments.count)
            add(node, to: index)
        }
    }

    /// The last line of the paragraph is the header; lines above it stay a paragraph, link definitions among them.
    private mutating func makeTable(_ paragraph: Int, _ header: Segment, _ rule: Segment, _ columns: Int) {
        leafLines.removeLast()
        var table = paragraph
        if leafLines.isEmpty {
            nodes[paragraph].kind = .table
            (nodes[paragraph].firstLine, nodes[paragraph].lastLine) = (0, 0)
        } else {
            nodes[paragraph].end = leafLines[leafLines.count - 1].high
            takeLines(open.removeLast())
            table = push(.table, at: Int(header.low))
        }
        nodes[table].start = header.low
        (nodes[table].a, nodes[table].b) = (rule.low, rule.high)
        leafLines.removeAll(keepingCapacity: true)
        addRow(to: table, header, isHeader: true)
        extend(to: lineEnd)
    }

    /// The number of cells of a rule such as `| --- | :-: |`, nil for any other line.
    private func delimiterCount(_ start: Int) -> Int? {
        var end = lineEnd
        while end > start, Byte.isBlank(source[end - 1]) { end -= 1 }
        var at = start + (source[start] == Byte.bar ? 1 : 0)
        var columns = 0
        while true {
            skipBlanks(&at, end)
            if at < end, source[at] == Byte.colon { at += 1 }
            let dashes = at
            while at < end, source[at] == Byte.dash { at += 1 }
            guard at > dashes else { return nil }
            if at < end, source[at] == Byte.colon { at += 1 }
            skipBlanks(&at, end)
            columns += 1
            if at == end { return columns }
            guard source[at] == Byte.bar else { return nil }
            at += 1
            if at == end { return columns }
        }
    }

    /// The stretches between unescaped bars, blanks included. A backslash before a bar escapes it, whatever stands before
    /// the backslash, as GitHub has it.
    func cells(in line: Segment) -> [Segment] {
        var cells: [Segment] = []
        var at = Int(line.low)
        var end = Int(line.high)
        while end > at, Byte.isBlank(source[end - 1]) { end -= 1 }
        if at < end, source[at] == Byte.bar { at += 1 }
        var start = at
        while at < end {
            if source[at] == Byte.bar, at == start || source[at - 1] != Byte.backslash {
                cells.append(Segment(start, at))
                start = at + 1
            }
            at += 1
        }
        if start < end { cells.append(Segment(start, end)) }
        return cells
    }

    private func trimmed(_ cell: Segment) -> Segment {
        var (low, high) = (Int(cell.low), Int(cell.high))
        while low < high, Byte.isBlank(source[low]) { low += 1 }
        while high > low, Byte.isBlank(source[high - 1]) { high -= 1 }
        return Segment(low, high)
    }

    private func skipBlanks(_ at: inout Int, _ end: Int) {
        while at < end, Byte.isBlank(source[at]) { at += 1 }
    }
}
