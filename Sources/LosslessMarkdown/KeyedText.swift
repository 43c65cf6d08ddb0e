/// A line such as `**Key:** value`.
package struct KeyedText: Sendable {
    package var key: String
    package var value: String
    /// The value's bytes on its line, empty where nothing stands behind the key.
    package var valueRange: Range<Int>
}

extension MarkdownDocument {
    /// Reads a line of a block as `**Key:** value` or `**Key**: value`, a mark such as an emoji before it allowed; with
    /// `bare` also as `Key: value`.
    package func keyed(_ block: Block, line: Int = 0, bare: Bool = false) -> KeyedText? {
        let lines = block.lines
        return lines.indices.contains(line) ? keyed(lines[line], bare: bare) : nil
    }

    func keyed(_ line: Range<Int>, bare: Bool) -> KeyedText? {
        boldKey(line) ?? (bare ? bareKey(line) : nil)
    }

    private func boldKey(_ line: Range<Int>) -> KeyedText? {
        var at = line.lowerBound
        while at < line.upperBound, bytes[at] >= 0x80 || Byte.isBlank(bytes[at]) { at += 1 }
        guard isBold(at, line) else { return nil }
        var close = at + 2
        while close < line.upperBound, !isBold(close, line) { close += 1 }
        guard close < line.upperBound, close > at + 2 else { return nil }
        var key = text((at + 2)..<close)
        var value = close + 2
        if key.hasSuffix(":") {
            key.removeLast()
        } else if value < line.upperBound, bytes[value] == Byte.colon {
            value += 1
        } else {
            return nil
        }
        return keyed(key, from: value, line)
    }

    private func bareKey(_ line: Range<Int>) -> KeyedText? {
        guard let colon = bytes[line].firstIndex(of: Byte.colon), colon > line.lowerBound,
            colon - line.lowerBound <= 60,
            colon + 1 == line.upperBound || bytes[colon + 1] == Byte.blank,
            !isInBrackets(colon, line)
        else { return nil }
        return keyed(text(line.lowerBound..<colon), from: colon + 1, line)
    }

    /// `[Service: how it behaved]` holds a place as a whole.
    private func isInBrackets(_ colon: Int, _ line: Range<Int>) -> Bool {
        bytes[line.lowerBound] == Byte.openingBracket
            && !bytes[line.lowerBound..<colon].contains(Byte.closingBracket)
    }

    private func keyed(_ key: String, from start: Int, _ line: Range<Int>) -> KeyedText {
        var low = start
        var high = line.upperBound
        while low < high, Byte.isBlank(bytes[low]) { low += 1 }
        while high > low, Byte.isBlank(bytes[high - 1]) { high -= 1 }
        return KeyedText(key: key, value: text(low..<high), valueRange: low..<high)
    }

    private func isBold(_ at: Int, _ line: Range<Int>) -> Bool {
        at + 1 < line.upperBound && bytes[at] == Byte.star && bytes[at + 1] == Byte.star
    }
}
