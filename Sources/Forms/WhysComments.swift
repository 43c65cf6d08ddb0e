import Diagnostics
import LosslessMarkdown

/// Comments at the ends of lines, such as a note that a wording was kept: they stay with the line they stand on when a
/// chain is written anew.
struct WhysComments {
    private var comments: [String: String] = [:]

    init(_ run: WhysRun, in document: MarkdownDocument) {
        guard let range = run.range else { return }
        for block in document.blocks
        where block.kind == .paragraph && range.lowerBound <= block.range.lowerBound
            && block.range.upperBound <= range.upperBound
        {
            let source = block.lines.map { document.text($0) }.joined(separator: " ")
            guard let start = source.place(of: "<!--"), source.hasSuffix("-->") else { continue }
            comments[Self.letters(withoutComments(source))] = String(source[start.lowerBound...])
        }
    }

    /// The lines of a chain with their comments behind them.
    func added(to lines: [String]) -> [String] {
        guard !comments.isEmpty else { return lines }
        return lines.map { line in
            comments[Self.letters(Self.withoutMarker(line))].map { "\(line) \($0)" } ?? line
        }
    }

    private static func withoutMarker(_ line: String) -> Substring {
        let text = line.drop { $0 == " " }
        let digits = text.prefix(while: \.isNumber)
        return text.dropFirst(digits.count).hasPrefix(". ") ? text.dropFirst(digits.count + 2) : text
    }

    /// What is left of a text without markup and blanks.
    private static func letters(_ text: some StringProtocol) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
