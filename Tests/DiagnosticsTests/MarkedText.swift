import Diagnostics
import DisplayText

/// A text whose findings are marked: `⟦words⟧` in the order of the findings given.
struct MarkedText {
    let bytes: [UInt8]
    let spans: [Range<Int>]

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var spans: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(bytes.count)
            case "⟧": spans.append(starts.removeLast()..<bytes.count)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        self.bytes = bytes
        self.spans = spans
    }

    /// The marked words as findings of one rule after the other, errors, warnings and hints by turns.
    func findings(file: String) -> FileFindings {
        let kinds: [(rule: String, category: String, severity: Severity)] = [
            ("failed-to", "omission", .error), ("should-have", "counterfactual", .warning),
            ("vague-size", "vague-size", .hint),
        ]
        let findings = spans.enumerated().map { index, span in
            let kind = kinds[index % kinds.count]
            return Finding(
                rule: kind.rule, category: kind.category, severity: kind.severity, span: SourceSpan(span),
                message: "\"\(String(decoding: bytes[span], as: UTF8.self))\" tells what was not done.",
                question: "What did they see at 14:05?",
                suggestions: [Suggestion("At [time] the screen showed [what].")])
        }
        return FileFindings(file: file, bytes: bytes, findings: findings)
    }
}

extension ReportSurroundings {
    /// As the program has it, with a folder and a version that stay.
    static let pinned = ReportSurroundings(
        face: CharacterFace(visible: { visible($0) }, width: { displayWidth($0) }), width: 72,
        version: "9.9.9",
        rules: [
            "failed-to": RuleDescription(
                id: "failed-to", category: "omission", severity: .error,
                summary: "Tells what a person did not do.", help: "Ask what the person saw and did.")
        ], folder: "/repo")
}

/// Findings in places that are easy to get wrong.
enum ReportedFiles {
    static let plain = MarkedText(
        "# Checkout\n\nThe engineer ⟦failed to check⟧ the graph.\nIt ⟦should have⟧ been caught, by ⟦many⟧.\n"
    ).findings(file: "docs/checkout.md")

    static let awkward = MarkedText(
        "\tTab ⟦日本語⟧ wide\r\nEmoji 👩‍💻 and ⟦e\u{301}\tx⟧ marks\r\n| a \\| ⟦b⟧ | c |\r\nover ⟦two\r\nlines⟧ here\r\n\u{1B}]0;owned\u{7} ⟦\u{202E}esc\u{1B}[31m⟧ end\r\nlast ⟦word⟧"
    ).findings(file: "/repo/sub/od:d, 50% é.md")

    static let long = MarkedText(
        String(repeating: "word ", count: 400) + "⟦should have known⟧ "
            + String(repeating: "word ", count: 400)
            + "⟦" + String(repeating: "very ", count: 60) + "long⟧\n"
    ).findings(file: "/elsewhere/long.md")

    static let all = [plain, awkward, long]
}
