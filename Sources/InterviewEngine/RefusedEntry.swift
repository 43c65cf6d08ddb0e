import Forms

/// What of a refused entry comes back on its line, where what is typed next goes behind it.
enum RefusedEntry {
    /// All but a key: a letter or two, or a number, which only has to be another one.
    static func kept(_ text: String) -> String {
        let key = text.trimmed
        return key.count < 3 || key.allSatisfy(\.isNumber) ? "" : text
    }

    /// Choices, dates and times are sooner typed anew than mended, and the line is empty for them: what is typed next,
    /// without a look, does not go behind what was there. Up brings it back.
    static func isMended(_ text: String, _ kind: AnswerKind) -> Bool {
        switch kind {
        case .choice, .date, .time, .moment: text.contains(where: \.isNewline)
        case .text, .person, .number, .duration: true
        }
    }
}
