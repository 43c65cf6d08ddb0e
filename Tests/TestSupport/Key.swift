/// A key as a terminal sends it.
package struct Key: Sendable {
    package let bytes: String

    package static let enter = Key(bytes: "\r")
    package static let tab = Key(bytes: "\t")
    package static let backspace = Key(bytes: "\u{7F}")
    package static let escape = Key(bytes: "\u{1B}")
    package static let up = Key(bytes: "\u{1B}[A")
    package static let down = Key(bytes: "\u{1B}[B")
    package static let right = Key(bytes: "\u{1B}[C")
    package static let left = Key(bytes: "\u{1B}[D")
    package static let home = Key(bytes: "\u{1B}[H")
    package static let end = Key(bytes: "\u{1B}[F")
    package static let altEnter = Key(bytes: "\u{1B}\r")

    package static func text(_ text: String) -> Key { Key(bytes: text) }

    /// One key a character; what a terminal sends as one stays together.
    package var strokes: [Key] { bytes.hasPrefix("\u{1B}") ? [self] : bytes.map { Key(bytes: String($0)) } }

    package static func control(_ letter: Character) -> Key {
        guard let code = letter.asciiValue else { preconditionFailure("Ctrl goes with a letter of ASCII") }
        return Key(bytes: String(UnicodeScalar(code & 0x1F)))
    }

    /// What a terminal with bracketed paste sends for pasted text.
    package static func paste(_ text: String) -> Key { Key(bytes: "\u{1B}[200~\(text)\u{1B}[201~") }
}
