import Diagnostics
import LosslessMarkdown
import StrictYAML

/// Runs the examples that rules carry with them.
package enum RuleExamples {
    /// What does not behave as its examples say, by file and place.
    package static func problems(packs: [RulePack], lexicons: [LexiconPack], own: [RulePack] = [])
        -> [YAMLProblem]
    {
        let checker = WordingChecker(packs: packs, lexicons: lexicons, own: own)
        let packs = packs + own
        return unknownClasses(packs, checker)
            + packs.flatMap { pack in
                pack.rules.flatMap { rule in
                    rule.flags.compactMap { flagProblem(checker, pack, rule, $0) }
                        + rule.passes.compactMap { passProblem(checker, pack, rule, $0) }
                } + pack.probes.flatMap { probeProblems(checker, pack, $0) }
            }
    }

    /// How many examples a pack has.
    package static func count(_ packs: [RulePack]) -> Int {
        packs.reduce(0) { sum, pack in
            sum + pack.rules.reduce(0) { $0 + $1.flags.count + $1.passes.count }
                + pack.probes.reduce(0) { $0 + $1.flags.count + $1.passes.count }
        }
    }

    private static func flagProblem(
        _ checker: WordingChecker, _ pack: RulePack, _ rule: WordingRule, _ example: RuleExample
    ) -> YAMLProblem? {
        let document = MarkdownDocument(example.text)
        let findings = checker.findings(in: document, context(example))
        if findings.contains(where: { $0.rule == rule.id && $0.span.range == example.marked }) { return nil }
        let seen = findings.map { "\($0.rule) on '\(document.text($0.span.range))'" }
        let told = seen.isEmpty ? "nothing was found" : "found were \(joined(seen, "and"))"
        return problem(pack, example, "the rule '\(rule.id)' does not mark these words; \(told)")
    }

    private static func passProblem(
        _ checker: WordingChecker, _ pack: RulePack, _ rule: WordingRule, _ example: RuleExample
    ) -> YAMLProblem? {
        let document = MarkdownDocument(example.text)
        guard
            let finding = checker.findings(in: document, context(example)).first(where: { $0.rule == rule.id }
            )
        else { return nil }
        return problem(
            pack, example,
            "the rule '\(rule.id)' marks '\(document.text(finding.span.range))' in a sentence that passes")
    }

    private static func probeProblems(_ checker: WordingChecker, _ pack: RulePack, _ probe: Probe)
        -> [YAMLProblem]
    {
        let mark = YAMLMark(line: probe.line, column: 1)
        return probe.flags.filter { checker.probe(for: $0) != probe.question }.map {
            YAMLProblem(
                file: pack.file, mark: mark, message: "the probe '\(probe.id)' is not what '\($0)' invites")
        }
            + probe.passes.filter { checker.probe(for: $0) == probe.question }.map {
                YAMLProblem(
                    file: pack.file, mark: mark, message: "the probe '\(probe.id)' is invited by '\($0)'")
            }
    }

    private static func unknownClasses(_ packs: [RulePack], _ checker: WordingChecker) -> [YAMLProblem] {
        packs.flatMap { pack in
            pack.rules.flatMap { rule in
                rule.allPatterns.flatMap(\.classNames).filter { checker.rules.lexicon.classIndex($0) == nil }
                    .map {
                        YAMLProblem(
                            file: pack.file, mark: YAMLMark(line: rule.line, column: 1),
                            message: "no lexicon has the class '\($0)' that the rule '\(rule.id)' names")
                    }
            }
        }
    }

    private static func context(_ example: RuleExample) -> WordingContext {
        let sections = example.section.map { [(range: 0..<(example.text.utf8.count + 1), kind: $0)] } ?? []
        return WordingContext(sections: sections, showsHints: true)
    }

    private static func problem(_ pack: RulePack, _ example: RuleExample, _ message: String) -> YAMLProblem {
        YAMLProblem(
            file: pack.file, mark: YAMLMark(line: example.line, column: example.column), message: message)
    }
}

extension WordingRule {
    var allPatterns: [Pattern] { patterns + notBefore + notAfter + unless + unlessLater + needs }
}
