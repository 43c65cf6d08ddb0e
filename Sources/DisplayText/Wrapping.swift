/// The text on lines of at most `width` columns, broken between words; line feeds stay, and words that are wider than
/// a line are cut. Lines after the first begin with `indent` blanks.
package func wrapped(_ text: StyledText, width: Int, indent: Int = 0) -> [StyledText] {
    var wrapping = Wrapping(width: max(1, width), indent: indent)
    for run in text.runs { wrapping.take(run.text, run.style) }
    return wrapping.finish()
}

/// Lines as they fill up.
private struct Wrapping {
    let width: Int
    let indent: Int
    private var lines: [StyledText] = []
    private var line = StyledText()
    private var used = 0
    /// Blanks between the last word and the next, dropped at a break.
    private var gap: [(text: String, style: TextStyle)] = []
    private var word: [(text: String, style: TextStyle)] = []

    init(width: Int, indent: Int) {
        self.width = width
        self.indent = indent
    }

    mutating func take(_ text: String, _ style: TextStyle) {
        for character in text {
            switch character {
            case "\n", "\r\n":
                placeWord()
                gap = []
                breakLine()
            case " ":
                placeWord()
                gap.append((" ", style))
            default:
                add(character, style)
            }
        }
    }

    mutating func finish() -> [StyledText] {
        placeWord()
        return lines + [line]
    }

    private mutating func add(_ character: Character, _ style: TextStyle) {
        if let last = word.last, last.style == style {
            word[word.count - 1].text.append(character)
        } else {
            word.append((String(character), style))
        }
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        let length = word.reduce(0) { $0 + displayWidth($1.text) }
        if used > start, used + gap.count + length > width {
            breakLine()
        } else {
            for blank in gap.prefix(max(0, width - 1 - used)) { append(blank.text, blank.style) }
        }
        gap = []
        for part in word { appendCutting(part.text, part.style) }
        word = []
    }

    /// The column at which text begins on the present line.
    private var start: Int { lines.isEmpty ? 0 : min(indent, width - 1) }

    private mutating func breakLine() {
        lines.append(line)
        line = StyledText()
        used = 0
        if indent > 0 { append(String(repeating: " ", count: start), .plain) }
    }

    private mutating func append(_ text: String, _ style: TextStyle) {
        line.append(text, style)
        used += displayWidth(text)
    }

    private mutating func appendCutting(_ text: String, _ style: TextStyle) {
        guard used + displayWidth(text) > width else { return append(text, style) }
        for character in text {
            if used > start, used + displayWidth(character) > width { breakLine() }
            append(String(character), style)
        }
    }
}
