import DisplayText

/// What styles look like: the one place with escape codes for colour.
struct Styles {
    let hasColor: Bool

    func render(_ text: StyledText) -> String {
        guard hasColor else { return text.text }
        return text.runs.map { run in
            let code = Self.code(run.style)
            return code.isEmpty ? run.text : "\u{1B}[\(code)m\(run.text)\u{1B}[0m"
        }.joined()
    }

    /// The parameters of the escape sequence that selects graphic rendition; empty for plain text.
    static func code(_ style: TextStyle) -> String {
        switch style {
        case .plain: ""
        case .title: "1;36"
        case .question: "1"
        case .hint, .progress: "2"
        case .value: "32"
        case .finding: "1;33"
        case .suggestion: "36"
        case .success: "32"
        case .problem: "33"
        case .command: "35"
        case .emphasis: "3"
        case .strong: "1"
        case .code: "36"
        }
    }
}
