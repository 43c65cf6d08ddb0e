import Diagnostics

/// A sentence of a document as one line that a person can edit, and the way back: only what they change is written, so
/// that line breaks and markup beside it stay.
package struct EditableSentence: Sendable {
    /// As it stands in the source, line breaks and what indents further lines as one blank.
    package let text: String
    /// In the source.
    package let range: Range<Int>
    private let bytes: [UInt8]
    /// Where each byte of the text begins and ends in the source.
    private let starts: [Int]
    private let ends: [Int]
    private let isCell: Bool

    /// The sentence around a place; nil where the place is in no paragraph, item, heading or cell.
    package init?(in document: MarkdownDocument, around place: Range<Int>) {
        let block = document.block(at: place.lowerBound)
        guard [.paragraph, .heading, .tableCell].contains(block.kind), let first = block.lines.first else {
            return nil
        }
        var leaf = FlatLeaf(first.lowerBound)
        for line in block.lines { leaf.add(line, of: document.bytes) }
        let low = leaf.starts.firstIndex { $0 >= place.lowerBound } ?? 0
        let high = max(low, leaf.ends.lastIndex { $0 <= place.upperBound } ?? low)
        guard !leaf.bytes.isEmpty else { return nil }
        let field = Self.field(of: block, in: document, around: place)
        let sentence = leaf.sentence(around: low..<min(high + 1, leaf.bytes.count), within: field)
        guard !sentence.isEmpty else { return nil }
        bytes = Array(leaf.bytes[sentence])
        starts = Array(leaf.starts[sentence])
        ends = Array(leaf.ends[sentence])
        range = starts[0]..<ends[ends.count - 1]
        text = String(decoding: bytes, as: UTF8.self)
        isCell = block.kind == .tableCell
    }

    /// The lines of a block that belong to a place, without the label of a field such as `**Impact:**`, which is the
    /// document's frame, and without the fields below.
    private static func field(of block: Block, in document: MarkdownDocument, around place: Range<Int>)
        -> Range<Int>
    {
        var (low, high) = (block.range.lowerBound, block.range.upperBound)
        for line in block.lines {
            guard let start = document.keyed(line, bare: false)?.valueRange.lowerBound else { continue }
            if start <= place.lowerBound {
                low = start
            } else if line.lowerBound >= place.upperBound {
                high = line.lowerBound
                break
            }
        }
        return low..<max(low, high)
    }

    /// The change that makes the sentence read as it was typed; nil where nothing is different.
    package func edit(to typed: String) -> TextEdit? {
        let words = typed.split(whereSeparator: \.isNewline).joined(separator: " ")
        let new = Array(words.utf8)
        var low = 0
        while low < min(bytes.count, new.count), bytes[low] == new[low] { low += 1 }
        while low > 0, isInside(bytes, low) || isInside(new, low) { low -= 1 }
        var tail = 0
        while tail < min(bytes.count, new.count) - low,
            bytes[bytes.count - 1 - tail] == new[new.count - 1 - tail]
        { tail += 1 }
        while tail > 0, isInside(bytes, bytes.count - tail) || isInside(new, new.count - tail) { tail -= 1 }
        let old = low..<(bytes.count - tail)
        let written = Array(new[low..<(new.count - tail)])
        guard !old.isEmpty || !written.isEmpty else { return nil }
        let start = low < starts.count ? starts[low] : range.upperBound
        let end = old.isEmpty ? start : ends[old.upperBound - 1]
        return TextEdit(start..<end, isCell ? withEscapedBars(written, after: bytes[..<low]) : written)
    }

    /// Whether an offset lies within a character.
    private func isInside(_ bytes: [UInt8], _ offset: Int) -> Bool {
        offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    }

    private func withEscapedBars(_ written: [UInt8], after before: ArraySlice<UInt8>) -> [UInt8] {
        var escaped: [UInt8] = []
        var isEscaped = before.reversed().prefix { $0 == Byte.backslash }.count % 2 == 1
        for byte in written {
            if byte == Byte.bar, !isEscaped { escaped.append(Byte.backslash) }
            isEscaped = byte == Byte.backslash && !isEscaped
            escaped.append(byte)
        }
        return escaped
    }
}

/// The lines of a leaf as one, with the way back to the source.
private struct FlatLeaf {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []
    private var lineEnd: Int

    init(_ start: Int) { lineEnd = start }

    mutating func add(_ line: Range<Int>, of source: [UInt8]) {
        if !bytes.isEmpty {
            bytes.append(Byte.blank)
            starts.append(lineEnd)
            ends.append(line.lowerBound)
        }
        bytes += source[line]
        starts += Array(line)
        ends += line.map { $0 + 1 }
        lineEnd = line.upperBound
    }

    /// The words around a place up to the ends of sentences, without blanks at either end and without comments.
    ///
    /// - Parameter field: of the source, beyond which no sentence goes.
    func sentence(around place: Range<Int>, within field: Range<Int>) -> Range<Int> {
        var low = place.lowerBound
        while low > 0, starts[low - 1] >= field.lowerBound, !isSentenceStart(low), !isCommentEnd(low) {
            low -= 1
        }
        var high = place.upperBound
        while high < bytes.count, ends[high] <= field.upperBound, !isSentenceStart(high),
            !isCommentStart(high)
        {
            high += 1
        }
        while low < high, bytes[low] <= Byte.blank { low += 1 }
        while high > low, bytes[high - 1] <= Byte.blank { high -= 1 }
        return low..<high
    }

    /// After a full stop and a blank, where the next word does not go on in small letters.
    private func isSentenceStart(_ at: Int) -> Bool {
        guard at > 1, at < bytes.count, bytes[at - 1] == Byte.blank, bytes[at] != Byte.blank,
            !(0x61...0x7A).contains(bytes[at])
        else { return false }
        var end = at - 1
        while end > 0, bytes[end - 1] == Byte.blank || "\"')*_".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end > 0 && ".!?".utf8.contains(bytes[end - 1])
    }

    private func isCommentStart(_ at: Int) -> Bool { bytes[at...].starts(with: "<!--".utf8) }

    private func isCommentEnd(_ at: Int) -> Bool { bytes[..<at].suffix(3).elementsEqual("-->".utf8) }
}
