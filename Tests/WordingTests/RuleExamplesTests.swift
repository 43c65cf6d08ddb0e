import StrictYAML
import Testing

@testable import Wording

@Suite struct RuleExamplesTests {
    @Test func everyRuleDoesWhatItsExamplesSay() {
        #expect(RuleExamples.count(Packs.rules) > 300)
        #expect(RuleExamples.problems(packs: Packs.rules, lexicons: Packs.lexicons).map(\.headline) == [])
    }

    @Test func everyCategoryHasARule() {
        let named = Set(Packs.rules.flatMap(\.rules).map(\.category.name))
        #expect(named == Set(BlameCategory.allCases.map(\.rawValue) + WordingTrap.allCases.map(\.rawValue)))
    }

    @Test func idsAreUnique() {
        let ids = Packs.rules.flatMap(\.ruleIDs)
        #expect(ids.count == Set(ids).count)
    }

    @Test func aRuleWithoutExamplesIsAProblem() {
        let read = read(
            """
            name: own
            category: omission
            message: m
            rules:
              - id: bare
                pattern: forgot
            """)
        #expect(
            read.map(\.message) == [
                "the rule 'bare' has no example under 'flags'",
                "the rule 'bare' has no example under 'passes'",
            ])
    }

    @Test func allProblemsOfAPackAreToldAtOnce() {
        let read = read(
            """
            name: own
            colour: red
            rules:
              - id: Bad Name
                category: omision
                pattern: (forgot
                subject: persn
                message: m
                flags: [no marks]
                passes: [fine]
            """)
        #expect(
            read.map(\.message) == [
                "unknown key 'colour' in rule pack. Known: name, about, category, severity, message, question, rewrite, parts, headings, rules, probes",
                "the id of a rule is of small letters, digits and '-', not 'Bad Name'",
                "unknown category 'omision'; did you mean 'omission'?",
            ])
    }

    private func read(_ text: String) -> [YAMLProblem] {
        guard let node = parse(YAMLSource(name: "own.yml", text: text)).node else { return [] }
        return RulePack.read(node, file: "own.yml").problems
    }
}
