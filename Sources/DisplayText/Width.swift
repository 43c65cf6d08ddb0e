/// Columns a character takes on a terminal: 0 for marks and controls, 2 for wide characters, emoji and flags.
package func displayWidth(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let isFlag = scalars.count >= 2 && scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
    if isFlag || first.properties.isEmojiPresentation { return 2 }
    let width = width(of: first) + scalars.dropFirst().count(where: takesRoom)
    let isDrawnAsEmoji = scalars.dropFirst().contains { $0.value == 0xFE0F } && first.properties.isEmoji
    return width == 1 && isDrawnAsEmoji ? 2 : width
}

/// Columns a line takes.
package func displayWidth(_ text: some StringProtocol) -> Int {
    var ascii = 0
    for byte in text.utf8 {
        guard byte >= 0x20, byte < 0x7F else { return text.reduce(0) { $0 + displayWidth($1) } }
        ascii += 1
    }
    return ascii
}

/// The text with blanks behind it up to a width; wider text stays.
package func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// The text cut to a width, an ellipsis in place of what is left out.
package func truncated(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
        used += displayWidth(character)
        if used > width { break }
        kept.append(character)
    }
    return width > 0 ? kept + "…" : ""
}

/// A letter or a mark with a column of its own that is read as one character with what stands before it, as in `กำ`; the
/// later letters of a Hangul syllable are drawn into its block.
private func takesRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherLetter, .spacingMark:
        !(0x1160...0x11FF).contains(scalar.value) && !(0xD7B0...0xD7FF).contains(scalar.value)
    default: false
    }
}

private func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: WideCharacters.contains(scalar.value) ? 2 : 1
    }
}
