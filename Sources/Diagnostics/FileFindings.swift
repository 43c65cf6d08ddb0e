/// What was found in one file, with the bytes it was found in.
package struct FileFindings: Sendable {
    /// As it was named, or as a path from the folder the program was started in.
    package let file: String
    package let bytes: [UInt8]
    /// In document order.
    package var findings: [Finding]

    package init(file: String, bytes: [UInt8], findings: [Finding]) {
        self.file = file
        self.bytes = bytes
        self.findings = findings
    }

    /// The findings with their places as lines and columns.
    package var located: [LocatedFinding] {
        guard !findings.isEmpty else { return [] }
        let lines = LineTable(bytes)
        var known = (offset: 0, position: LinePosition(line: 1, column: 1, byteColumn: 1))
        return findings.map { finding in
            let range = finding.span.range.clamped(to: 0..<bytes.count)
            let start = lines.position(of: range.lowerBound, after: known, in: bytes)
            known = (range.lowerBound, start)
            let end = lines.position(of: range.upperBound, after: known, in: bytes)
            return LocatedFinding(finding: finding, range: range, start: start, end: end)
        }
    }

    /// The bytes as text; what is no UTF-8 shows as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

/// A finding and its place; the end is exclusive.
package struct LocatedFinding: Sendable {
    package let finding: Finding
    package let range: Range<Int>
    package let start: LinePosition
    package let end: LinePosition

    package var isOnOneLine: Bool { start.line == end.line }
}
