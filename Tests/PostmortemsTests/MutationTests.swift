import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// Sections as people leave them after a year of editing by hand.
@Suite("Answers find their place in documents that were edited by hand") struct MutationTests {
    /// 10,000 in all. A refusal is an outcome, a changed neighbour is not.
    @Test(arguments: 0..<8) func generatedMutations(_ part: Int) throws {
        let sources = try Samples.names.flatMap { try SectionSource.all(of: $0) }
        var taken = 0
        for number in 0..<1250 {
            let seed = UInt64(part * 1250 + number)
            var random = SeededGenerator(seed: seed)
            let source = try #require(sources.randomElement(using: &random))
            let mutated = Mutation(source.text).mutated(using: &random)
            let postmortem = Postmortem(MarkdownDocument(mutated), guide: source.guide)
            #expect(postmortem.document.bytes == mutated, "reading changed bytes, seed \(seed)")
            let question = try #require(source.section.questions.randomElement(using: &random)).field.id
            let text = try #require(HostileText.all.randomElement(using: &random))
            let edit = LosslessEdit(before: postmortem, id: QuestionID(source.section.id, question))
            taken += try edit.takes(text, "seed \(seed)") ? 1 : 0
        }
        #expect(taken > 1000, "most edits find their place; \(taken) of 1250 did")
    }
}

/// One section of a sample between two neighbours.
private struct SectionSource {
    let guide: Guide
    let section: GuideSection
    let text: [UInt8]

    static func all(of sample: String) throws -> [SectionSource] {
        let postmortem = try Samples.postmortem(sample)
        return postmortem.guide.sections.compactMap { section in
            guard let place = postmortem.section(section.id), !section.questions.isEmpty else { return nil }
            let start = place.heading?.range.lowerBound ?? place.body.lowerBound
            let own = postmortem.document.bytes[start..<place.body.upperBound]
            return SectionSource(
                guide: postmortem.guide, section: section,
                text: Array("Above.\n\n## Unknown before\n\n- one\n- two\n\n".utf8) + own
                    + Array("\n\n## Unknown behind\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n".utf8))
        }
    }
}

/// A few changes of the kind that editors, merges and hurried hands make.
private struct Mutation {
    private static let strange = [
        "", "", "text between", "- an item", "1. numbered", "| a | b |", "| --- | --- |", "```", "> quoted",
        "## A heading",
        "<!-- a note -->", "---", "    indented", "\ttabbed", "**Key:** value", "- [x] done", "<details>",
        "[x]: /url",
        "\u{FEFF}", "café 日本", "\r", "\\", "<!-- debrief:keep intent said so -->",
    ]

    private var lines: [[UInt8]]

    init(_ text: [UInt8]) {
        lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    func mutated(using random: inout SeededGenerator) -> [UInt8] {
        var copy = self
        for _ in 0..<Int.random(in: 0...4, using: &random) { copy.change(using: &random) }
        let ending: [UInt8] = Int.random(in: 0..<4, using: &random) == 0 ? [0x0D, 0x0A] : [0x0A]
        return Array(copy.lines.joined(separator: ending))
    }

    private mutating func change(using random: inout SeededGenerator) {
        let at = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where lines.count > 3: lines.remove(at: at)
        case 1: lines.insert(lines[at], at: at)
        case 2: lines.swapAt(at, Int.random(in: 0..<lines.count, using: &random))
        case 3: lines.insert(Array(Self.strange.randomElement(using: &random)!.utf8), at: at)
        case 4: lines[at].insert(contentsOf: [0x20, 0x20], at: 0)
        case 5: lines[at] += [0x20, 0x20]
        case 6 where !lines[at].isEmpty:
            lines[at][Int.random(in: 0..<lines[at].count, using: &random)] = UInt8.random(
                in: 0x20...0xFF, using: &random)
        default: lines[at] = Array(lines[at].prefix(Int.random(in: 0...lines[at].count, using: &random)))
        }
    }
}
