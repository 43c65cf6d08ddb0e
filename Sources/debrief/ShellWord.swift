/// A file name as one word of a shell command.
struct ShellWord {
    private let text: String

    init(_ text: String) { self.text = text }

    /// In quotes where a shell would take the name apart.
    var quoted: String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:@+".contains($0) }
        return isPlain && !text.hasPrefix("-") ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
