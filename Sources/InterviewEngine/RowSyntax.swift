import Forms

/// A table row as one typed line: cells between ` | `, a bar of its own written `\|` and a line break `<br>`.
enum RowSyntax {
    /// The cells of a line, or nil where no unescaped ` | ` makes it a row.
    static func cells(in line: String) -> [String]? {
        cells(in: line) { isBetweenBlanks($0, $1) }
    }

    /// The cells between all bars that are not escaped, or nil where there is none.
    static func cellsAtBars(in line: String) -> [String]? { cells(in: line) { _, _ in true } }

    private static func cells(in line: String, endAt endsCell: (Int, [Character]) -> Bool) -> [String]? {
        var cells = [""]
        var isEscaped = false
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            if character == "|", !isEscaped, endsCell(index, characters) {
                cells.append("")
            } else if character == "|", isEscaped {
                cells[cells.count - 1].removeLast()
                cells[cells.count - 1].append("|")
            } else {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells.count > 1 ? cells.map(finished) : nil
    }

    /// A line that is one cell as a whole.
    static func cell(_ line: String) -> String { finished(line.replacing("\\|", with: "|")) }

    private static func finished(_ cell: String) -> String {
        cell.trimmed.replacing("<br>", with: "\n")
    }

    /// The line that `cells(in:)` reads back.
    static func line(of cells: [String]) -> String {
        cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }.joined(separator: " | ")
    }

    private static func isBetweenBlanks(_ index: Int, _ characters: [Character]) -> Bool {
        let before = index == 0 || characters[index - 1] == " "
        let after = index == characters.count - 1 || characters[index + 1] == " "
        return before && after
    }
}
