import DisplayText

/// A prompt as libedit wants it. Its escape codes stand between marks and belong to the next visible character, so two may
/// not touch and none may be last: the reset rides on a blank at the end.
struct EditlinePrompt {
    private let text: StyledText
    private let hasColor: Bool

    init(_ text: StyledText, hasColor: Bool) {
        self.text = text
        self.hasColor = hasColor
    }

    var encoded: String {
        let words = visible(text.text).replacing("\n", with: " ")
        guard hasColor, !words.isEmpty else { return words }
        var body = text.runs.map { run in
            let code = Styles.code(run.style)
            return "\u{1}\u{1B}[0\(code.isEmpty ? "" : ";\(code)")m\u{1}"
                + visible(run.text).replacing("\n", with: " ")
        }.joined()
        if words.hasSuffix(" ") { body.removeLast() }
        return body + "\u{1}\u{1B}[0m\u{1} "
    }

    /// Columns on the screen.
    var width: Int {
        let words = displayWidth(visible(text.text))
        return hasColor && !text.isEmpty && !text.text.hasSuffix(" ") ? words + 1 : words
    }
}
