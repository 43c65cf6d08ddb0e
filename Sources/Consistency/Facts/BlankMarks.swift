/// Marks that people leave where something is to be written: `??:??`, `--:--`, `_____`, and those of `BlankTags`.
enum BlankMarks {
    static func ranges(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [Range<Int>] = []
            var at = range.lowerBound
            while at < range.upperBound {
                guard mayBegin(with: bytes[at]), let end = end(from: at, to: range.upperBound, bytes),
                    at == range.lowerBound || bytes[at - 1] != UInt8(ascii: "`")
                else { at += 1; continue }
                found.append(at..<end)
                at = end
            }
            return found
        }
    }

    private static func mayBegin(with byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: "_"): true
        default: false
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
