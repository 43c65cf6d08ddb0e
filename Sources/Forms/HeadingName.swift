import Diagnostics

/// A heading as people mean it: without case, numbering, emphasis and closing punctuation.
package struct HeadingName: Hashable, Sendable {
    private let words: String

    package init(_ heading: String) {
        words = heading.withBytes(Self.plainWords) ?? Self.words(of: Self.withoutMarks(heading))
    }

    /// Whether it is another name or goes on from it, as `How it lasted so long` does from `How it lasted`.
    func begins(with other: HeadingName) -> Bool {
        words == other.words || words.hasPrefix(other.words + " ")
    }

    /// The words of letters of ASCII with single blanks between them, in which only the case can differ; nil for any other
    /// text.
    private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var last = UInt8(ascii: " ")
        for byte in text {
            guard (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x20 && last != 0x20 else {
                return nil
            }
            last = byte
        }
        guard last != 0x20 else { return nil }
        return String(unsafeUninitializedCapacity: text.count) { words in
            for index in text.indices { words[index] = text[index] | 0x20 }
            return text.count
        }
    }

    private static func words(of heading: String) -> String {
        if let words = ASCIIHeading(heading)?.words { return words }
        var text = withoutNumber(heading.lowercased().trimmed)
        while let last = text.last, ":.–—-".contains(last) { text.removeLast() }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Without emphasis and code marks, `&` written out.
    private static func withoutMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { "*_`&".utf8.contains($0) }) else { return text }
        let unmarked = String(decoding: text.utf8.filter { !"*_`".utf8.contains($0) }, as: UTF8.self)
        return unmarked.utf8.contains(UInt8(ascii: "&")) ? unmarked.replacing("&", with: "and") : unmarked
    }

    /// Drops `1.`, `2.3`, `4)` and `section 5:` from the start.
    private static func withoutNumber(_ text: String) -> String {
        var rest = text[...]
        for word in ["section ", "part "]
        where rest.hasPrefix(word) && rest.dropFirst(word.count).first?.isNumber == true {
            rest = rest.dropFirst(word.count)
        }
        let number = rest.prefix { $0.isNumber || $0 == "." }
        guard number.first?.isNumber == true else { return String(rest) }
        let after = rest.dropFirst(number.count)
        guard number.hasSuffix(".") || after.first.map({ ") :".contains($0) }) == true else {
            return String(rest)
        }
        return after.drop { ") :-–—".contains($0) }.trimmed
    }
}

/// The same for a heading of ASCII alone, byte by byte.
private struct ASCIIHeading {
    private var rest: ArraySlice<UInt8>

    init?(_ heading: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(heading.utf8.count)
        for byte in heading.utf8 {
            guard byte < 0x80 else { return nil }
            bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        rest = bytes[...]
        trim()
        dropNumber()
        while let last = rest.last, ":.-".utf8.contains(last) { rest.removeLast() }
    }

    var words: String {
        let words = rest.split(whereSeparator: Self.isBlank)
        return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    }

    private mutating func dropNumber() {
        for word in ["section ", "part "] where rest.starts(with: word.utf8) {
            let behind = rest.dropFirst(word.utf8.count)
            if behind.first.map(Self.isDigit) == true { rest = behind }
        }
        let number = rest.prefix { Self.isDigit($0) || $0 == 0x2E }
        guard number.first.map(Self.isDigit) == true else { return }
        let after = rest.dropFirst(number.count)
        guard number.last == 0x2E || after.first.map(") :".utf8.contains) == true else { return }
        rest = after.drop { ") :-".utf8.contains($0) }
        trim()
    }

    private mutating func trim() {
        rest = rest.drop(while: Self.isBlank)
        while let last = rest.last, Self.isBlank(last) { rest.removeLast() }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
