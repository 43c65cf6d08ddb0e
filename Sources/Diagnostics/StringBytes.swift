/// A text is read several times as fast byte by byte as letter by letter. What is looked for here is compared as it is
/// written, without a thought for other ways to write the same letter.
extension StringProtocol {
    /// Runs a closure on the text's UTF-8 as a stretch of memory.
    @inlinable
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }

    @inlinable
    public func holds(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }

    @inlinable
    public func holds(_ part: String) -> Bool { offset(of: part) != nil }

    /// Where a part begins and ends for the first time.
    @inlinable
    public func place(of part: String) -> Range<Index>? {
        guard let offset = offset(of: part) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }

    /// In bytes.
    @inlinable
    public func offset(of part: String) -> Int? {
        withBytes { text in part.withBytes { text.offset(of: $0) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    @usableFromInline
    func offset(of part: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = part.first else { return 0 }
        var start = 0
        while start + part.count <= count {
            if self[start] == first, (1..<part.count).allSatisfy({ self[start + $0] == part[$0] }) {
                return start
            }
            start += 1
        }
        return nil
    }
}

extension String {
    /// Its runs of letters, digits and some more signs.
    package func words(with signs: String = "") -> [Substring] {
        guard let ranges = withBytes({ Self.wordsOfASCII($0, Array(signs.utf8)) }) else {
            return split { !$0.isLetter && !$0.isNumber && !signs.contains($0) }
        }
        return ranges.map { range in
            self[
                utf8.index(
                    startIndex, offsetBy: range.lowerBound)..<utf8.index(
                        startIndex, offsetBy: range.upperBound)]
        }
    }

    /// In bytes; nil where a letter is beyond ASCII.
    private static func wordsOfASCII(_ text: UnsafeBufferPointer<UInt8>, _ signs: [UInt8]) -> [Range<Int>]? {
        var words: [Range<Int>] = []
        var start: Int?
        for (place, byte) in text.enumerated() {
            guard byte < 0x80 else { return nil }
            if isLetterOrDigit(byte) || signs.contains(byte) {
                start = start ?? place
            } else if let begin = start {
                words.append(begin..<place)
                start = nil
            }
        }
        if let start { words.append(start..<text.count) }
        return words
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
