import LosslessMarkdown
import Testing

@testable import Wording

/// The checker's own texts pass its own rules.
@Suite struct OwnWordsTests {
    @Test func messagesAndQuestionsJudgeNobody() {
        for rule in Packs.rules.flatMap(\.rules) {
            for text in [rule.message, rule.question ?? "", rule.rewrite ?? ""] {
                let document = MarkdownDocument(text.replacing("{words}", with: "These words"))
                let findings = Packs.checker.findings(in: document, WordingContext())
                #expect(findings.isEmpty, "\(rule.id): \(text)")
            }
        }
    }
}
