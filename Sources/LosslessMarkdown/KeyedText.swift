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
        keyedPlace(line, bare: bare).map {
            KeyedText(key: text($0.key), value: text($0.value), valueRange: $0.value)
        }
    }

    /// The same without reading the words.
    func keyedPlace(_ line: Range<Int>, bare: Bool) -> (key: Range<Int>, value: Range<Int>)? {
        boldKey(line) ?? (bare ? bareKey(line) : nil)
    }

    private func boldKey(_ line: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
        var at = line.lowerBound
        while at < line.upperBound, bytes[at] >= 0x80 || Byte.isBlank(bytes[at]) { at += 1 }
        guard isBold(at, line) else { return nil }
        var close = at + 2
        while close < line.upperBound, !isBold(close, line) { close += 1 }
        guard close < line.upperBound, close > at + 2 else { return nil }
        var key = (at + 2)..<close
        var value = close + 2
        if bytes[close - 1] == Byte.colon {
            key = key.lowerBound..<(close - 1)
        } else if value < line.upperBound, bytes[value] == Byte.colon {
            value += 1
        } else {
            return nil
        }
        return (key, bare(value..<line.upperBound))
    }

    private func bareKey(_ line: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
        guard let colon = bytes[line].firstIndex(of: Byte.colon), colon > line.lowerBound,
            colon - line.lowerBound <= 60,
            colon + 1 == line.upperBound || bytes[colon + 1] == Byte.blank,
            !isInBrackets(colon, line)
        else { return nil }
        return (line.lowerBound..<colon, bare((colon + 1)..<line.upperBound))
    }

    /// `[Service: how it behaved]` holds a place as a whole.
    private func isInBrackets(_ colon: Int, _ line: Range<Int>) -> Bool {
        bytes[line.lowerBound] == Byte.openingBracket
            && !bytes[line.lowerBound..<colon].contains(Byte.closingBracket)
    }

    /// Without blanks at either end.
    private func bare(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, Byte.isBlank(bytes[low]) { low += 1 }
        while high > low, Byte.isBlank(bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    private func isBold(_ at: Int, _ line: Range<Int>) -> Bool {
        at + 1 < line.upperBound && bytes[at] == Byte.star && bytes[at + 1] == Byte.star
    }
}
