import DisplayText

/// Characters of a line that the editor would show as nothing, such as marks that turn the reading direction: on the line
/// they are spelt out, as `\u{202e}`, and in the answer they are what they were.
struct SpelledOut {
    /// What stands on the line for what.
    private var spellings: [String: String] = [:]

    /// The text as it goes on the line.
    mutating func spelling(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: Self.isUnseen) else { return text }
        var spelt = ""
        for scalar in text.unicodeScalars {
            guard Self.isUnseen(scalar) else {
                spelt.unicodeScalars.append(scalar)
                continue
            }
            let name = visible(String(scalar))
            spellings[name] = String(scalar)
            spelt += name
        }
        return spelt
    }

    /// The text that a line stands for. Only what was spelt out on this line is turned back: a spelling that was typed is
    /// an answer like any other.
    func original(_ line: String) -> String {
        spellings.reduce(line) { $0.replacing($1.key, with: $1.value) }
    }

    /// The editor itself shows control characters of ASCII.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && visible(String(scalar)) != String(scalar)
    }
}
