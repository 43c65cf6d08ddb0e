import LosslessMarkdown
import TestSupport
import Wording

/// A set of sentences with labels: id, label, category, context, severity, span, sentence, with tabs between them.
struct LabelledSentences {
    struct Sentence {
        var id: String
        var isBlame: Bool
        var categories: Set<String>
        var section: String
        var severity: String
        var span: String
        var text: String
    }

    struct Figures: CustomStringConvertible {
        var hits = 0
        var misses: [String] = []
        var falseAlarms: [String] = []
        var hard = 0
        var hardFlagged = 0
        var spans = 0
        var categories = 0
        var severities = 0

        var precision: Double { ratio(hits, hits + falseAlarms.count) }
        var recall: Double { ratio(hits, hits + misses.count) }
        var hardShare: Double { ratio(hardFlagged, hard) }
        var spanShare: Double { ratio(spans, hits) }
        var categoryShare: Double { ratio(categories, hits) }
        var severityShare: Double { ratio(severities, hits) }

        private func ratio(_ part: Int, _ whole: Int) -> Double {
            whole == 0 ? 0 : Double(part) / Double(whole)
        }

        var description: String {
            """
            precision \(precision), recall \(recall), hard innocent flagged \(hardShare), \
            span hit \(spanShare), category hit \(categoryShare), severity hit \(severityShare)
            """
        }
    }

    let sentences: [Sentence]

    init(_ name: String) {
        let tags = Dictionary(
            Self.rows("\(name)-tags.tsv").map { ($0[0], Set($0[1].split(separator: ",").map(String.init))) },
            uniquingKeysWith: { $1 })
        sentences = Self.rows("\(name).tsv").map { row in
            Sentence(
                id: row[0], isBlame: row[1] == "blame", categories: (tags[row[0]] ?? []).union([row[2]]),
                section: Self.kinds[row[3]] ?? "data", severity: row[4], span: row[5], text: row[6])
        }
    }

    private static let kinds = [
        "summary": "summary", "timeline": "timeline", "whys": "whys", "wrong": "wrong", "lesson": "lessons",
        "action": "actions", "prose": "data",
    ]

    private static func rows(_ name: String) -> [[String]] {
        Repository.text("Tests/WordingTests/Sentences/\(name)").split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// What a checker makes of each sentence by itself, in a section of its kind.
    func figures(_ checker: WordingChecker) -> Figures {
        var figures = Figures()
        for sentence in sentences { judge(sentence, checker, &figures) }
        return figures
    }

    private func judge(_ sentence: Sentence, _ checker: WordingChecker, _ figures: inout Figures) {
        let document = MarkdownDocument(Self.block(sentence.text))
        let everything = 0..<(document.bytes.count + 1)
        let findings = checker.findings(
            in: document, WordingContext(sections: [(everything, sentence.section)]))
        guard sentence.isBlame else {
            let isHard = sentence.id.dropFirst().hasPrefix("X")
            if isHard { figures.hard += 1 }
            if let finding = findings.first {
                if isHard { figures.hardFlagged += 1 }
                figures.falseAlarms.append("\(finding.rule): \(sentence.text)")
            }
            return
        }
        guard !findings.isEmpty else { return figures.misses.append(sentence.text) }
        figures.hits += 1
        let marked = findings.map { document.text($0.span.range) }
        if marked.contains(where: { Self.overlap($0, sentence.span) }) { figures.spans += 1 }
        if findings.contains(where: { sentence.categories.contains($0.category) }) { figures.categories += 1 }
        if findings.contains(where: { $0.severity.rawValue == sentence.severity }) { figures.severities += 1 }
    }

    /// A row of a table needs a header to be one.
    private static func block(_ text: String) -> String {
        guard text.hasPrefix("|") else { return text }
        let columns = text.split(separator: "|").count
        return "|" + String(repeating: " c |", count: columns) + "\n|"
            + String(repeating: " - |", count: columns)
            + "\n" + text
    }

    /// Whether two stretches of one sentence share a word.
    private static func overlap(_ one: String, _ other: String) -> Bool {
        let words = Set(other.split(separator: " "))
        return one.split(separator: " ").contains { words.contains($0) }
    }
}
