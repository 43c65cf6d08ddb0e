/// What is left of a text without comments, markup, breaks and case: its letters and digits. Two texts that say the
/// same have the same, however each is marked up and wrapped.
package struct BareLetters: Hashable, Sendable {
    private let bytes: [UInt8]

    package init(_ text: String) {
        let plain = Escaping.withoutComments(text)
        bytes = Self.ofASCII(plain.utf8) ?? Self.ofAnything(plain)
    }

    package func ends(with other: BareLetters) -> Bool {
        bytes.count >= other.bytes.count && bytes.suffix(other.bytes.count) == other.bytes[...]
    }

    /// Nil where a letter is beyond ASCII.
    private static func ofASCII(_ text: String.UTF8View) -> [UInt8]? {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte < 0x80 else { return nil }
            if byte == Byte.less, rest.starts(with: "br>".utf8) {
                rest = rest.dropFirst(3)
            } else if Byte.isLetter(byte) {
                letters.append(byte | 0x20)
            } else if Byte.isDigit(byte) {
                letters.append(byte)
            }
        }
        return letters
    }

    private static func ofAnything(_ text: String) -> [UInt8] {
        let plain = text.replacing("<br>", with: "").lowercased().filter { $0.isLetter || $0.isNumber }
        return Array(plain.utf8)
    }
}
