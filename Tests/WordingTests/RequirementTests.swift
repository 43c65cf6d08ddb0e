import LosslessMarkdown
import TestSupport
import Testing

@testable import Wording

@Suite("What a pattern needs is told before it is tried") struct RequirementTests {
    /// Every match of a rule with one of its own examples has passed the looks that spare the other sentences.
    @Test func noMatchIsMissed() {
        let rules = Packs.checker.rules
        let tables = rules.index.tables
        var (count, examples, before) = (0, 0, 0)
        for (number, compiled) in rules.rules.enumerated() {
            examples += compiled.rule.flags.count
            let text = compiled.rule.flags.map(\.text).joined(separator: "\n\n")
            Packs.checker.eachSentence(in: MarkdownDocument(text), within: nil, WordingContext(), all: true) {
                sentence, _, _, _ in
                for (index, program) in compiled.programs.enumerated() {
                    let entry = RuleIndex.Entry(
                        rule: Int32(number), program: Int32(before + index), nearest: 0, farthest: 0)
                    for start in sentence.tokens.indices where matches(program, sentence, at: start) {
                        count += 1
                        #expect(tables.mayMatch(entry, sentence))
                        #expect(tables.mayBegin(entry, start, sentence))
                    }
                }
            }
            before += compiled.programs.count
        }
        #expect(count >= examples, "each example has a match of its own")
    }

    private func matches(_ program: Wording.Program, _ sentence: Sentence, at start: Int) -> Bool {
        Packs.checker.rules.programs.withPointers { table in
            var matcher = Matcher(table)
            return matcher.match(program, sentence, at: start, readsQuotes: true) != nil
        }
    }

    /// Work is counted: of the places at which a rule could be tried, few are.
    @Test func mostPlacesAreSpared() {
        let index = Packs.checker.rules.index.tables
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
