/// Marks that people leave where something is to be written: `??:??`, `--:--`, `_____`, `<name>`.
enum BlankMarks {
    static func ranges(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard let end = end(of: bytes[at..<range.upperBound]),
                at == range.lowerBound || bytes[at - 1] != UInt8(ascii: "`")
            else { at += 1; continue }
            found.append(at..<end)
            at = end
        }
        return found
    }

    /// Where a mark ends that the bytes begin with.
    private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
        switch bytes.first {
        case UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "<"):
            guard let mark = marks.first(where: { bytes.starts(with: $0) }) else { return nil }
            return bytes.startIndex + mark.count
        case UInt8(ascii: "_"):
            let length = bytes.prefix { $0 == UInt8(ascii: "_") }.count
            return length >= 3 ? bytes.startIndex + length : nil
        default: return nil
        }
    }

    private static let marks = [
        "??:??", "--:--", "<name>", "<names>", "<owner>", "<date>", "<topic>", "<team>", "<role>", "<number>",
        "<person>", "<your name>",
    ].map { Array($0.utf8) }
}
