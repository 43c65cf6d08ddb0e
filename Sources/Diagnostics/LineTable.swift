/// A place as people and tools name it, all from 1.
package struct LinePosition: Equatable, Hashable, Sendable {
    package var line: Int
    /// In Unicode code points.
    package var column: Int
    /// In bytes of UTF-8.
    package var byteColumn: Int

    package init(line: Int, column: Int, byteColumn: Int) {
        self.line = line
        self.column = column
        self.byteColumn = byteColumn
    }
}

/// Where the lines of a text begin; LF, CRLF and a lone CR end one.
package struct LineTable: Sendable {
    private let starts: [Int32]
    private let count: Int

    package init(_ bytes: [UInt8]) {
        var starts: [Int32] = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for at in bytes.indices where bytes[at] <= 0x0D {
                let isEnd =
                    bytes[at] == 0x0A || bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)
                if isEnd { starts.append(Int32(at + 1)) }
            }
        }
        self.starts = starts
        count = bytes.count
    }

    /// The index, from 0, of the line that holds an offset.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, by its index from 0, without its ending.
    package func range(of line: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = Int(starts[line])
        var end = line + 1 < starts.count ? Int(starts[line + 1]) : count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    package func position(of offset: Int, in bytes: [UInt8]) -> LinePosition {
        let line = line(of: offset)
        let start = Int(starts[line])
        return LinePosition(
            line: line + 1, column: points(in: bytes, start..<max(start, offset)) + 1,
            byteColumn: offset - start + 1)
    }

    /// The place of an offset that is not before a known one: on a long line only what lies between is counted.
    package func position(
        of offset: Int, after known: (offset: Int, position: LinePosition), in bytes: [UInt8]
    )
        -> LinePosition
    {
        guard offset >= known.offset, line(of: offset) == known.position.line - 1 else {
            return position(of: offset, in: bytes)
        }
        var moved = known.position
        moved.column += points(in: bytes, known.offset..<offset)
        moved.byteColumn += offset - known.offset
        return moved
    }

    private func points(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes[range.clamped(to: 0..<bytes.count)].count { $0 & 0xC0 != 0x80 }
    }
}
