/// A bullet or a number at the start of an item.
struct ListMarker {
    var mark: UInt8
    /// After the marker.
    var end: Int
    var number: Int
}

extension BlockScanner {
    func isClosingFence(_ at: Int, length: Int) -> Bool {
        var end = at
        while end < lineEnd, source[end] == source[at] { end += 1 }
        return end - at >= length && isBlankFrom(end)
    }

    func isUnderline(_ at: Int, _ mark: UInt8) -> Bool {
        var end = at
        while end < lineEnd, source[end] == mark { end += 1 }
        return isBlankFrom(end)
    }

    func isThematicBreak(_ at: Int, _ mark: UInt8) -> Bool {
        var count = 0
        for byte in source[at..<lineEnd] {
            if byte == mark { count += 1 } else if !Byte.isBlank(byte) { return false }
        }
        return count >= 3
    }

    func isBlankFrom(_ start: Int) -> Bool {
        var at = start
        while at < lineEnd, Byte.isBlank(source[at]) { at += 1 }
        return at == lineEnd
    }

    /// A paragraph is only interrupted by an item that holds text, and by a numbered one only with the number 1.
    func listMarker(_ at: Int, interrupting: Bool) -> ListMarker? {
        guard let marker = bullet(at) ?? number(at) else { return nil }
        if marker.end < lineEnd, !Byte.isBlank(source[marker.end]) { return nil }
        if interrupting {
            if Byte.isDigit(source[at]), marker.number != 1 { return nil }
            if isBlankFrom(marker.end) { return nil }
        }
        return marker
    }

    private func bullet(_ at: Int) -> ListMarker? {
        let byte = source[at]
        guard byte == Byte.dash || byte == Byte.star || byte == Byte.plus else { return nil }
        return ListMarker(mark: byte, end: at + 1, number: 0)
    }

    private func number(_ at: Int) -> ListMarker? {
        var end = at
        var number = 0
        while end < lineEnd, Byte.isDigit(source[end]), end - at < 10 {
            number = number * 10 + Int(source[end] - 0x30)
            end += 1
        }
        guard end > at, end - at <= 9, end < lineEnd,
            source[end] == Byte.dot || source[end] == Byte.closingParenthesis
        else { return nil }
        return ListMarker(mark: source[end], end: end + 1, number: number)
    }
}

// MARK: front matter

extension BlockScanner {
    /// A YAML block between `---` lines at the very start; a blank second line makes it a rule instead.
    func frontMatter(at start: Int) -> (end: Int, next: Int)? {
        guard isFence(start, endOfLine(start)), source.count > start + 3 else { return nil }
        var position = afterLineEnd(endOfLine(start))
        var isSecond = true
        while position < source.count {
            let end = endOfLine(position)
            let line = source[position..<end]
            if isSecond, line.allSatisfy(Byte.isBlank) { return nil }
            if isFence(position, end) || isDots(line) { return (end, afterLineEnd(end)) }
            position = afterLineEnd(end)
            isSecond = false
        }
        return nil
    }

    mutating func addFrontMatter(_ matter: (end: Int, next: Int), from start: Int) {
        var node = BlockNode(.frontMatter)
        node.start = Int32(start)
        node.end = Int32(matter.end)
        add(node, to: 0)
        var position = start
        while position < matter.next {
            let end = endOfLine(position)
            position = afterLineEnd(end)
            if end < source.count { lineStarts.append(Int32(position)) }
        }
    }

    private func isFence(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 3, source[start..<(start + 3)].allSatisfy({ $0 == Byte.dash }) else {
            return false
        }
        return source[(start + 3)..<end].allSatisfy(Byte.isBlank)
    }

    private func isDots(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.count == 3 && line.allSatisfy { $0 == Byte.dot }
    }
}
