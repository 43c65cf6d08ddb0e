import Diagnostics
import LosslessMarkdown

/// Reads the prose of a document and tells where its wording judges people.
package struct WordingChecker: Sendable {
    let rules: RuleSet

    /// - Parameter own: packs of a user, which speak first where they and others see the same words.
    package init(packs: [RulePack], lexicons: [LexiconPack], own: [RulePack] = []) {
        rules = RuleSet(packs, lexicons, own: own)
    }

    /// The checker as it was worked out when the program was built.
    package init(decoding text: StaticString) { rules = RuleSet(decoding: text) }

    package var ruleIDs: [String] { rules.rules.map(\.rule.id) }

    /// All of it as text, for `init(decoding:)`.
    package var encoded: String { rules.encoded }

    /// Findings in document order, one a clause. Comments that keep or switch off are the caller's to apply.
    package func findings(
        in document: MarkdownDocument, within range: Range<Int>? = nil, _ context: WordingContext
    ) -> [Finding] {
        var findings: [Finding] = []
        eachSentence(in: document, within: range, context) { sentence, text, check, kinds in
            let hits = check.hits(in: sentence) { kinds.kind(at: text.range.lowerBound) }
            for hit in hits { findings.append(finding(hit, sentence, text, check, document)) }
            if context.flagsNames { findings += names(sentence, text, kinds) }
        }
        guard let range else { return findings }
        return findings.filter { $0.span.range.overlaps(range) }
    }

    /// One further question that the shape of an answer invites, nil where none fits.
    package func probe(for answer: String) -> String? {
        var question: String?
        eachSentence(in: MarkdownDocument(answer), within: nil, WordingContext(), all: true) {
            sentence, _, check, _ in
            question = question ?? check.probe(in: sentence)
        }
        return question
    }

    /// Gives each sentence that holds a word some rule is looked for at, all of them where asked for.
    func eachSentence(
        in document: MarkdownDocument, within range: Range<Int>?, _ context: WordingContext,
        all: Bool = false,
        _ body: (Sentence, borrowing ProseText, inout SentenceCheck, SectionKinds) -> Void
    ) {
        let tagger = Tagger(
            lexicon: rules.lexicon, people: PersonNames.hashes(context.people),
            systems: SystemNames(context.systems), equalsSign: rules.words.signs[0x3D])
        let kinds = SectionKinds(context, document, rules)
        let buffer = SentenceBuffer()
        defer { withExtendedLifetime(buffer) {} }
        rules.withTables { tables in
            var check = SentenceCheck(rules, tables, showsHints: context.showsHints)
            var reader = SentenceReader(tables, rules.words)
            document.forEachProse(within: range) { text in
                text.bytes.withUnsafeBufferPointer { bytes in
                    reader.begin(bytes)
                    while reader.next() {
                        guard all || reader.hasTrigger || context.flagsNames, !reader.tokens.isEmpty else {
                            continue
                        }
                        let sentence = tagger.sentence(of: reader.tokens, in: buffer)
                        guard !LogLines.isLog(sentence) else { continue }
                        body(sentence, text, &check, kinds)
                    }
                }
            }
        }
    }

    private func finding(
        _ hit: Hit, _ sentence: Sentence, _ text: borrowing ProseText, _ check: SentenceCheck,
        _ document: MarkdownDocument
    ) -> Finding {
        let rule = rules.rules[hit.rule].rule
        let span = source(of: hit.marked, sentence, text)
        let words = document.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Finding(
            rule: rule.id, category: rule.category.name,
            severity: HitSeverity(rule: rule, hit: hit, sentence: sentence).severity,
            span: SourceSpan(span), message: rule.message.replacing("{words}", with: words),
            question: rule.question, suggestions: rule.rewrite.map { [Suggestion($0)] } ?? [])
    }

    func source(of tokens: Range<Int>, _ sentence: Sentence, _ text: borrowing ProseText) -> Range<Int> {
        guard let last = tokens.last, tokens.lowerBound < sentence.tokens.count else { return text.range }
        return text.source(
            of: Int(sentence.tokens[tokens.lowerBound].start)..<Int(sentence.tokens[last].end))
    }

    /// Strict names: every personal name in the story.
    private func names(_ sentence: Sentence, _ text: borrowing ProseText, _ kinds: SectionKinds) -> [Finding]
    {
        let kind = kinds.kind(at: text.range.lowerBound)
        guard let found = PersonNames.spans(in: sentence, kind: kind, colon: rules.words.signs[0x3A]) else {
            return []
        }
        return found.map { tokens in
            Finding(
                rule: "personal-name", category: BlameCategory.attribution.rawValue, severity: .warning,
                span: SourceSpan(source(of: tokens, sentence, text)),
                message: "A personal name in the story draws the eye to the person; this team writes roles.",
                question: "Which role did this, and what did it see?",
                suggestions: [Suggestion("[Role] did … at [time].")])
        }
    }
}
