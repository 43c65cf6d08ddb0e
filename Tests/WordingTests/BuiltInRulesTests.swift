import BuiltInPrompts
import LosslessMarkdown
import TestSupport
import Testing
import Wording

/// What the program carries was worked out when it was built; it has to say what its files say.
@Suite("The rules built in are those of the files") struct BuiltInRulesTests {
    private let builtIn = WordingChecker(decoding: BuiltInPrompts.wordingRules)

    @Test func everyRuleIsThere() {
        #expect(builtIn.ruleIDs == Packs.checker.ruleIDs)
    }

    @Test(arguments: ["labelled.tsv", "own.tsv"]) func theyFindTheSame(_ name: String) {
        let text = Repository.text("Tests/WordingTests/Sentences/\(name)")
        let sentences = text.split(separator: "\n").compactMap { $0.split(separator: "\t").last }
        let document = MarkdownDocument(sentences.joined(separator: "\n\n"))
        let found = builtIn.findings(in: document, WordingContext())
        #expect(found == Packs.checker.findings(in: document, WordingContext()))
        #expect(found.count > 80)
    }
}
