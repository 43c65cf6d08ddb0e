extension StringProtocol {
    /// Without blanks and line breaks at either end.
    package var trimmed: String {
        var rest = self[...]
        while rest.unicodeScalars.first.map(mayBeBlank) == true, let first = rest.first, first.isWhitespace {
            rest.removeFirst()
        }
        while rest.unicodeScalars.last.map(mayBeBlank) == true, let last = rest.last, last.isWhitespace {
            rest.removeLast()
        }
        return String(rest)
    }
}

/// Letters, digits and signs of ASCII are told from blanks at a glance.
private func mayBeBlank(_ scalar: UnicodeScalar) -> Bool { scalar.value <= 0x20 || scalar.value >= 0x7F }
