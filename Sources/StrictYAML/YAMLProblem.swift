import Diagnostics

/// A file's name as it is shown, and its text.
package struct YAMLSource: Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Something wrong in a YAML file, at a place.
package struct YAMLProblem: Equatable, Sendable {
    package var file: String
    package var mark: YAMLMark
    package var message: String

    package init(file: String, mark: YAMLMark, message: String) {
        self.file = file
        self.mark = mark
        self.message = message
    }

    /// `own.yml:12:11: error: …`
    package var headline: String { "\(file):\(mark.line):\(mark.column): error: \(message)" }

    /// The headline, the line it is about and a caret below the place.
    package func rendered(in source: YAMLSource) -> String {
        let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(mark.line - 1) else { return headline }
        let line = lines[mark.line - 1].replacing("\t", with: " ")
        let number = String(mark.line)
        let margin = String(repeating: " ", count: number.count)
        let blanks = String(repeating: " ", count: max(0, min(mark.column - 1, line.unicodeScalars.count)))
        return "\(headline)\n  \(number) | \(line)\n  \(margin) | \(blanks)^"
    }
}
