/// What a stretch of text is, said by name; what that looks like is the terminal's business.
package enum TextStyle: String, CaseIterable, Sendable {
    case plain
    case title
    case question
    case hint
    case value
    case progress
    case finding
    case suggestion
    case success
    case problem
    case command
    case emphasis
    case strong
    case code
}

/// Text in named styles, still without escape codes.
package struct StyledText: Equatable, Sendable, ExpressibleByStringInterpolation {
    package struct Run: Equatable, Sendable {
        package var text: String
        package var style: TextStyle
    }

    package private(set) var runs: [Run]

    package init(_ text: String = "", _ style: TextStyle = .plain) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    package init(stringLiteral text: String) { self.init(text) }

    package mutating func append(_ text: String, _ style: TextStyle = .plain) {
        guard !text.isEmpty else { return }
        if let last = runs.last, last.style == style {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: text, style: style))
        }
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        for run in right.runs { sum.append(run.text, run.style) }
        return sum
    }

    /// The words alone.
    package var text: String { runs.map(\.text).joined() }

    package var isEmpty: Bool { runs.isEmpty }
}

extension StyledText {
    /// The same styles over changed words.
    package func mapped(_ change: (String) -> String) -> StyledText {
        var mapped = StyledText()
        for run in runs { mapped.append(change(run.text), run.style) }
        return mapped
    }
}
