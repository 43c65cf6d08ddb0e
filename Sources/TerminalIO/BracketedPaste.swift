import Glibc

/// The mode in which a terminal marks where pasted text begins and ends.
enum BracketedPaste {
    static let on = "\u{1B}[?2004h"
    static let off = "\u{1B}[?2004l"
    /// What follows ESC.
    static let startMark = Array("[200~".utf8)
    static let endMark = Array("[201~".utf8)

    /// A paste whose end mark is lost ends once nothing came for so long.
    static let silenceMilliseconds: UInt64 = 1_000
    /// A hand needs longer than this from one key to the next; what comes faster came as one.
    static let burstMilliseconds: Int32 = 40
    /// No key sends so many bytes: where more come at once after a paste without an end, it goes on.
    static let keyBytes = 16

    /// Where the terminal was asked for marks, -1 while it is not to send any.
    nonisolated(unsafe) static var output: Int32 = -1

    /// Whether what was pasted so far ends with the mark.
    static func hasEnded(_ bytes: [UInt8]) -> Bool {
        bytes.last == 0x7E && bytes.suffix(6).elementsEqual([0x1B] + endMark)
    }

    /// With line feeds for all line ends and without control characters.
    static func cleaned(_ bytes: [UInt8]) -> String {
        cleaned(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }

    static func cleaned(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in scalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\r" { text.append("\n") }
            if scalar == "\n", !afterReturn { text.append("\n") }
            if scalar == "\t" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
