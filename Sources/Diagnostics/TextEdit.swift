/// One replacement of bytes in a text; an empty range inserts.
package struct TextEdit: Equatable, Hashable, Sendable {
    /// Byte offsets into the text before any edit of the same batch.
    package var range: Range<Int>
    package var replacement: [UInt8]

    package init(_ range: Range<Int>, _ replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    package init(_ range: Range<Int>, _ replacement: String) {
        self.init(range, Array(replacement.utf8))
    }
}

extension Array where Element == UInt8 {
    /// The text with every edit made. Edits may come in any order and must not overlap; two insertions at one
    /// place keep the order in which they are given.
    package func applying(_ edits: [TextEdit]) -> [UInt8] {
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(count + edits.reduce(0) { $0 + $1.replacement.count })
        var position = 0
        for (_, edit) in ordered {
            precondition(edit.range.lowerBound >= position, "edits overlap at byte \(edit.range.lowerBound)")
            result += self[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        return result + self[position...]
    }
}
