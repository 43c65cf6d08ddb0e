/// What makes a finding the same one after lines have moved: its rule, the words it is about and the sentence around
/// them, without regard to how they are broken into lines.
package enum FindingFingerprint {
    /// Bytes of a sentence that count at either side of the words.
    private static let reach = 240

    /// One for each finding, sixteen hexadecimal digits and a number that tells equal sentences of a file apart.
    package static func all(of file: FileFindings) -> [String] {
        var seen: [UInt64: Int] = [:]
        return file.findings.map { finding in
            let hash = hash(of: finding, in: file.bytes)
            seen[hash, default: 0] += 1
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits + ":\(seen[hash]!)"
        }
    }

    private static func hash(of finding: Finding, in bytes: [UInt8]) -> UInt64 {
        let span = finding.span.range.clamped(to: 0..<bytes.count)
        var hash = FNV()
        for byte in finding.rule.utf8 { hash.add(byte) }
        hash.add(0)
        hash.addWords(bytes[start(before: span.lowerBound, in: bytes)..<span.lowerBound])
        hash.add(0)
        hash.addWords(bytes[span])
        hash.add(0)
        hash.addWords(bytes[span.upperBound..<end(after: span.upperBound, in: bytes)])
        return hash.value
    }

    private static func start(before offset: Int, in bytes: [UInt8]) -> Int {
        var at = offset
        while at > max(0, offset - reach), !endsSentence(bytes, at - 1) { at -= 1 }
        return at
    }

    private static func end(after offset: Int, in bytes: [UInt8]) -> Int {
        var at = offset
        while at < min(bytes.count, offset + reach), !endsSentence(bytes, at) { at += 1 }
        return at
    }

    /// A full stop before a blank, a cell's bar, or the end of a line that an empty line follows.
    private static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
        switch bytes[at] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            at + 1 == bytes.count || bytes[at + 1] <= 0x20
        case UInt8(ascii: "|"): true
        case 0x0A:
            at + 1 == bytes.count || bytes[at + 1] == 0x0A || bytes[at + 1] == 0x0D
        default: false
        }
    }
}

/// The 64-bit FNV-1a hash, which is the same on every machine and in every run.
private struct FNV {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private var isAfterBlank = true

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        isAfterBlank = true
    }

    /// Any run of blanks and line ends counts as one blank, and as none at the start.
    mutating func addWords(_ bytes: ArraySlice<UInt8>) {
        var hasGap = false
        for byte in bytes {
            guard byte > 0x20 else {
                hasGap = !isAfterBlank
                continue
            }
            if hasGap { add(0x20) }
            add(byte)
            (hasGap, isAfterBlank) = (false, false)
        }
    }
}
