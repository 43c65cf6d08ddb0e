/// Lines of a drawing in plain characters, for terminals and readers that know no others.
package func plainDrawing(_ text: String) -> String {
    guard text.contains(where: { "├└│─".contains($0) }) else { return text }
    return String(
        text.map { character -> Character in
            switch character {
            case "├", "│": "|"
            case "└": "`"
            case "─": "-"
            default: character
            }
        })
}
