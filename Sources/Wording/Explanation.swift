import LosslessMarkdown

extension WordingChecker {
    /// The sentences on a line (from 1) as the checker sees them, one text line each entry: every token with its
    /// classes, and the rules that fired or what kept them from it.
    package func explanation(at line: Int, in document: MarkdownDocument, _ context: WordingContext)
        -> [String]
    {
        var lines: [String] = []
        eachSentence(in: document, within: nil, context, all: true) { sentence, text, check, kinds in
            let span = source(of: 0..<sentence.tokens.count, sentence, text)
            let first = document.position(of: span.lowerBound).line
            guard (first...max(first, document.position(of: span.upperBound).line)).contains(line) else {
                return
            }
            lines.append("Sentence: \(document.text(span))")
            lines.append("Section: \(kinds.kind(at: text.range.lowerBound) ?? "unknown")")
            for index in sentence.tokens.indices {
                lines.append("  " + describe(index, sentence, text, document))
            }
            lines += verdicts(sentence, &check, kinds.kind(at: text.range.lowerBound), text, document)
        }
        return lines
    }

    private func describe(
        _ index: Int, _ sentence: Sentence, _ text: borrowing ProseText, _ document: MarkdownDocument
    ) -> String {
        let word = document.text(source(of: index..<(index + 1), sentence, text))
        let classes = sentence.classes[index].indices.map { rules.lexicon.classNames[$0] }
        let forms = WordForms.names.filter { sentence.forms[index].contains($0.value) }.keys.sorted()
        let isVerb = !forms.isEmpty || sentence.has(.auxiliary, index) || sentence.has(.modal, index)
        var parts = [word]
        if !classes.isEmpty { parts.append("<\(classes.joined(separator: " "))>") }
        if !forms.isEmpty { parts.append("(\(forms.joined(separator: ", ")))") }
        if sentence.shape(index).contains(.quoted) { parts.append("quoted") }
        if sentence.shape(index).contains(.nameLike) { parts.append("may be a name") }
        if isVerb {
            let subject = SubjectFinder(sentence: sentence).subject(of: index)
            let words =
                subject.range.isEmpty ? "" : " '\(document.text(source(of: subject.range, sentence, text)))'"
            parts.append("subject: \(subject.kind.rawValue)\(words)")
        }
        return parts.joined(separator: "  ")
    }

    private func verdicts(
        _ sentence: Sentence, _ check: inout SentenceCheck, _ kind: String?, _ text: borrowing ProseText,
        _ document: MarkdownDocument
    ) -> [String] {
        var lines: [String] = []
        let kept = check.hits(in: sentence) { kind }
        for hit in kept {
            let rule = rules.rules[hit.rule].rule
            let words = document.text(source(of: hit.marked, sentence, text))
            lines.append(
                "Fired: \(rule.id) (\(rule.category.name), \(HitSeverity(rule: rule, hit: hit, sentence: sentence).severity)) on '\(words)'"
            )
        }
        for (rule, reason) in check.nearMisses(in: sentence, kind: kind)
        where !kept.contains(where: { $0.rule == rule }) {
            lines.append("Not fired: \(rules.rules[rule].rule.id): \(reason)")
        }
        if lines.isEmpty { lines.append("No rule has a pattern that fits this sentence.") }
        return lines
    }
}
