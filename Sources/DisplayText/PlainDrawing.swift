/// Lines of a drawing in plain characters, for terminals and readers that know no others.
package func plainDrawing(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x2500...0x257F).contains($0.value) }) else { return text }
    return String(
        text.map { character -> Character in
            switch character {
            case "├", "│", "┃", "║": "|"
            case "└": "`"
            case "─", "━", "═": "-"
            case "\u{2500}"..."\u{257F}": "+"
            default: character
            }
        })
}
