/// The text with everything that could steer a terminal or hide text spelt out: `^[` for escape, `\u{202e}` for a
/// mark that turns the reading direction. Line feeds and tabs stay. Text that is safe comes back as it is.
package func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
        if !isHidden(scalar) {
            shown.unicodeScalars.append(scalar)
        } else if scalar.value < 0x20 {
            shown += "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
        } else if scalar.value == 0x7F {
            shown += "^?"
        } else {
            shown += "\\u{" + String(scalar.value, radix: 16) + "}"
        }
    }
    return shown
}

/// Control characters but line feed and tab, bidirectional controls, line and paragraph separators, and marks that
/// take no room and so can hide text.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    case 0xE0000...0xE007F, 0xFFF9...0xFFFB: true
    default: false
    }
}
