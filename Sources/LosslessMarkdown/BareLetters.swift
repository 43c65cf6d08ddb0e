/// What is left of a text without comments, markup, breaks and case: its letters and digits. Two texts that say the
/// same have the same, however each is marked up and wrapped.
package struct BareLetters: Hashable, Sendable {
    private let bytes: [UInt8]

    package init(_ text: String) {
        let plain = Escaping.withoutComments(text)
        bytes = plain.withBytes(Self.ofASCII) ?? Self.ofAnything(plain)
    }

    package func ends(with other: BareLetters) -> Bool {
        bytes.count >= other.bytes.count && bytes.suffix(other.bytes.count) == other.bytes[...]
    }

    /// Nil where a letter is beyond ASCII.
    private static func ofASCII(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return [UInt8](unsafeUninitializedCapacity: text.count) { letters, count in
            var at = 0
            while at < text.count {
                let byte = text[at]
                if byte == Byte.less, text[at...].starts(with: "<br>".utf8) {
                    at += 4
                    continue
                }
                if Byte.isLetter(byte) || Byte.isDigit(byte) {
                    letters[count] = Byte.isLetter(byte) ? byte | 0x20 : byte
                    count += 1
                }
                at += 1
            }
        }
    }

    private static func ofAnything(_ text: String) -> [UInt8] {
        let plain = text.replacing("<br>", with: "").lowercased().filter { $0.isLetter || $0.isNumber }
        return Array(plain.utf8)
    }
}
