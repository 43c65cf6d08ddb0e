/// Marks that people leave where something is to be written: `??:??`, `--:--`, `_____`, and those of `BlankTags`.
enum BlankMarks {
    static func ranges(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [Range<Int>] = []
            var at = range.lowerBound
            while at < range.upperBound {
                guard mayBegin(bytes, at), let end = end(from: at, to: range.upperBound, bytes),
                    at == range.lowerBound || bytes[at - 1] != UInt8(ascii: "`")
                else { at += 1; continue }
                found.append(at..<end)
                at = end
            }
            return found
        }
    }

    /// A sign that stands twice, or the beginning of a tag; few bytes are either.
    private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let byte = bytes[at]
        guard byte <= UInt8(ascii: "?") || byte == UInt8(ascii: "_") else { return false }
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            return at + 1 < bytes.count && bytes[at + 1] == byte
        default: return byte == UInt8(ascii: "<")
        }
    }

    /// Where a mark ends that begins at a place.
    private static func end(from start: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if bytes[start] == UInt8(ascii: "_") {
            var stop = start
            while stop < end, bytes[stop] == UInt8(ascii: "_") { stop += 1 }
            return stop - start >= 3 ? stop : nil
        }
        if bytes[start] == UInt8(ascii: "<") { return BlankTags.end(from: start, to: end, bytes) }
        // `??:??` and `--:--`: two of them, a colon and two more.
        let isClock =
            start + 5 <= end && bytes[start + 2] == UInt8(ascii: ":")
            && [1, 3, 4].allSatisfy { bytes[start + $0] == bytes[start] }
        return isClock ? start + 5 : nil
    }
}
