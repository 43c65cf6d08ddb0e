import LosslessMarkdown
import TestSupport
import Testing

@testable import Wording

@Suite("What a pattern needs is told before it is tried") struct RequirementTests {
    /// Every match of a rule with one of its own examples has passed the looks that spare the other sentences.
    @Test func noMatchIsMissed() {
        let rules = Packs.checker.rules
        rules.withTables { tables in
            let met = MetRequirements(tables.index)
            var (count, examples, before) = (0, 0, 0)
            for (number, compiled) in rules.rules.enumerated() {
                examples += compiled.rule.flags.count
                eachSentence(of: compiled.rule.flags.map(\.text)) { sentence in
                    met.begin(sentence)
                    for (index, program) in compiled.programs.enumerated() {
                        let entry = RuleIndex.Entry(
                            rule: Int32(number), program: Int32(before + index), nearest: 0, farthest: 0)
                        for start in sentence.tokens.indices where matches(program, sentence, at: start) {
                            count += 1
                            #expect(tables.index.mayMatch(entry, met))
                            #expect(tables.index.mayBegin(entry, start, sentence))
                        }
                    }
                }
                before += compiled.programs.count
            }
            #expect(count >= examples, "each example has a match of its own")
        }
    }

    private func eachSentence(of paragraphs: [String], _ body: (Sentence) -> Void) {
        let document = MarkdownDocument(paragraphs.joined(separator: "\n\n"))
        Packs.checker.eachSentence(in: document, within: nil, WordingContext(), all: true) {
            sentence, _, _, _ in body(sentence)
        }
    }

    private func matches(_ program: Wording.Program, _ sentence: Sentence, at start: Int) -> Bool {
        Packs.checker.rules.programs.withPointers { table in
            var matcher = Matcher(table)
            return matcher.match(program, sentence, at: start, readsQuotes: true) != nil
        }
    }

    /// Work is counted: of the places at which a rule could be tried, few are.
    @Test func mostPlacesAreSpared() {
        var (all, tried) = (0, 0)
        Packs.checker.rules.withTables { tables in
            let met = MetRequirements(tables.index)
            eachSentence(of: Samples.names.map { Repository.text("Samples/\($0).md") }) { sentence in
                met.begin(sentence)
                for place in sentence.tokens.indices {
                    for entry in tables.index.entries(of: sentence.tokens[place].word) {
                        let low = max(sentence.start, place - Int(entry.farthest))
                        let high = place - Int(entry.nearest)
                        guard low <= high else { continue }
                        all += high - low + 1
                        guard tables.index.mayMatch(entry, met) else { continue }
                        tried += (low...high).count { tables.index.mayBegin(entry, $0, sentence) }
                    }
                }
            }
        }
        #expect(tried > 0 && tried * 7 < all, "\(tried) of \(all)")
    }
}
