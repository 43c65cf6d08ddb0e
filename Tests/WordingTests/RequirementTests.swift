import LosslessMarkdown
import TestSupport
import Testing

@testable import Wording

@Suite("What a pattern needs is told before it is tried") struct RequirementTests {
    /// Every match of a rule with one of its own examples has passed the looks that spare the other sentences.
    @Test func noMatchIsMissed() {
        var matcher = Matcher()
        var (matches, examples) = (0, 0)
        for compiled in Packs.checker.rules.rules {
            examples += compiled.rule.flags.count
            let text = compiled.rule.flags.map(\.text).joined(separator: "\n\n")
            Packs.checker.eachSentence(in: MarkdownDocument(text), within: nil, WordingContext(), all: true) {
                sentence, _, _, _ in
                for program in compiled.programs {
                    for start in sentence.tokens.indices
                    where matcher.match(program, sentence, at: start, readsQuotes: true) != nil {
                        matches += 1
                        #expect(program.requirements.allSatisfy { $0.isMet(by: sentence) })
                        #expect(FirstToken(of: program).mayBe(start, of: sentence))
                    }
                }
            }
        }
        #expect(matches >= examples, "each example has a match of its own")
    }

    /// Work is counted: of the places at which a rule could be tried, few are.
    @Test func mostPlacesAreSpared() {
        let index = Packs.checker.rules.index
        let text = Samples.names.map { Repository.text("Samples/\($0).md") }.joined(separator: "\n\n")
        var (all, tried) = (0, 0)
        Packs.checker.eachSentence(in: MarkdownDocument(text), within: nil, WordingContext(), all: true) {
            sentence, _, _, _ in
            for place in sentence.tokens.indices {
                for entry in index.entries(of: sentence.tokens[place].word) {
                    let low = max(sentence.start, place - Int(entry.farthest))
                    let high = place - Int(entry.nearest)
                    guard low <= high else { continue }
                    all += high - low + 1
                    guard index.mayMatch(entry, sentence) else { continue }
                    tried += (low...high).count { index.mayBegin(entry, $0, sentence) }
                }
            }
        }
        #expect(tried > 0 && tried * 4 < all, "\(tried) of \(all)")
    }
}
