import Diagnostics
import IncidentTime

/// A heading as people mean it: without case, numbering, emphasis and closing punctuation.
package struct HeadingName: Hashable, Sendable {
    private let words: String
    /// Of the words, which are looked up by the thousand: a number is hashed and told from another at once. All names
    /// beyond ASCII have the same one, as a letter may be written in several ways there.
    private let key: WordKey

    package init(_ heading: String) {
        words = heading.withBytes { Self.plainWords($0) ?? ASCIIHeading.words($0) } ?? Self.words(of: heading)
        key = words.utf8.allSatisfy { $0 < 0x80 } ? WordKey(words) : WordKey()
    }

    package static func == (one: HeadingName, other: HeadingName) -> Bool {
        one.key == other.key && one.words == other.words
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key.bits) }

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
        let unmarked = String(decoding: heading.utf8.filter { !isMark($0) }, as: UTF8.self)
        var text = withoutNumber(unmarked.replacing("&", with: "and").lowercased().trimmed)
        while let last = text.last, ":.–—-".contains(last) { text.removeLast() }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Of emphasis and code.
    fileprivate static func isMark(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F || byte == 0x60 }

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
    /// In small letters, without marks.
    private var rest: ArraySlice<UInt8>

    /// The words with single blanks between them; nil for a heading that goes beyond ASCII.
    static func words(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        var heading = ASCIIHeading(text)
        heading.trim()
        heading.dropNumber()
        while let last = heading.rest.last, Self.isClosing(last) { heading.rest.removeLast() }
        return heading.words
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 8)
        for byte in text where !HeadingName.isMark(byte) {
            if byte == 0x26 { bytes += Array("and".utf8) } else { bytes.append(Self.small(byte)) }
        }
        rest = bytes[...]
    }

    private var words: String {
        String(unsafeUninitializedCapacity: rest.count) { words in
            var count = 0
            for byte in rest {
                let isBlank = byte.isASCIIBlank
                if isBlank, count == 0 || words[count - 1] == 0x20 { continue }
                words[count] = isBlank ? 0x20 : byte
                count += 1
            }
            return count > 0 && words[count - 1] == 0x20 ? count - 1 : count
        }
    }

    private mutating func dropNumber() {
        for word in ["section ", "part "] where rest.starts(with: word.utf8) {
            let behind = rest.dropFirst(word.utf8.count)
            if behind.first.map(Self.isDigit) == true { rest = behind }
        }
        guard rest.first.map(Self.isDigit) == true else { return }
        let number = rest.prefix { Self.isDigit($0) || $0 == 0x2E }
        let after = rest.dropFirst(number.count)
        guard number.last == 0x2E || after.first.map(") :".utf8.contains) == true else { return }
        rest = after.drop { ") :-".utf8.contains($0) }
        trim()
    }

    private mutating func trim() {
        rest = rest.drop(while: \.isASCIIBlank)
        while let last = rest.last, last.isASCIIBlank { rest.removeLast() }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Punctuation behind a heading.
    private static func isClosing(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x2E || byte == 0x2D }
}
