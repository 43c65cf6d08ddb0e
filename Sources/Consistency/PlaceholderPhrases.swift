import Diagnostics
import IncidentTime
import LosslessMarkdown

/// Words that hold the place of an answer: `to be determined`, `Details to follow.`, the template's own question.
extension PlaceholderCheck {
    /// Marks and questions of the template's own.
    static func forms(in passage: Passage, _ document: CheckedDocument) -> [Range<Int>] {
        [exampleLabel(passage.words), formQuestion(passage, document)].compactMap { $0 }
    }

    /// The words that stand for an answer in a passage that holds no other mark.
    static func phrase(in passage: Passage) -> Range<Int>? {
        phrase(passage.words) ?? passage.sentences.lazy.compactMap { wholly($0) }.first
            ?? bracketed.first(in: passage.words[...])?.bytes
    }

    /// One of these is in every passage with such words.
    static let markers = phrases.markers.union(bracketed.markers).union(sentences.markers)
    private static let example = WordKey("example")

    /// `Example:` before a sample that came with the template.
    private static func exampleLabel(_ words: [ProseWord]) -> Range<Int>? {
        guard words.count >= 2, words[0].key == example, words[1].text == ":" else { return nil }
        return words[0].range.lowerBound..<words[1].range.upperBound
    }

    /// A field whose whole text is the question that the template asks.
    private static func formQuestion(_ passage: Passage, _ document: CheckedDocument) -> Range<Int>? {
        guard passage.kind == "impact", passage.words.last?.text == "?",
            let keyed = document.document.keyed(passage.block, line: 0, bare: true),
            keyed.valueRange.count > 1
        else { return nil }
        let value = passage.words.filter { keyed.valueRange.contains($0.range.lowerBound) }
        guard let first = value.first?.text,
            ["could", "what", "which", "how", "who", "was", "were", "did", "any", "is", "are"].contains(
                first),
            !value.contains(where: \.isNumber), value.count(where: { $0.text == "." || $0.text == ":" }) == 0
        else { return nil }
        return keyed.valueRange
    }

    private static let colon = WordKey(":")
    private static let phrases: ProsePhrases = [
        "to be determined", "to be filled in", "to be added", "fill in later", "to be confirmed",
        "to be completed", "to be written", "to be decided", "placeholder text", "add details here",
        "insert here", "coming soon", "fill this in", "write here", "fill in", "to be done", "to be named",
    ]

    /// Behind words that are written: `EUR 8,000 in orders (to be confirmed)`.
    private static let bracketed: ProsePhrases = [
        "( to be confirmed", "( to be determined", "( to be added", "( to be completed", "( to be filled in",
        "( to be decided", "( to be checked", "( to be supplied", "( tbc )", "( tbd )", "( tba )",
        "( fill in",
        "( insert", "( add number", "( add name", "( add date", "( add link", "( add details",
        "( number to come",
    ]

    /// As a sentence of their own.
    private static let sentences: ProsePhrases = [
        "details to follow", "more to follow", "more details to follow", "numbers to follow", "to follow",
        "details to come", "tbd", "tba", "tbc", "more to come",
    ]

    /// A sentence, or what it says behind a label.
    private static func wholly(_ sentence: ArraySlice<ProseWord>) -> Range<Int>? {
        let said =
            sentence.suffix(sentences.longest + 1).lastIndex { $0.key == colon }.map { sentence[($0 + 1)...] }
            ?? sentence
        guard !said.isEmpty, said.count <= sentences.longest, sentences.first(in: said)?.count == said.count
        else {
            return nil
        }
        return said.bytes
    }

    /// Only where it is all that stands there.
    private static func phrase(_ words: [ProseWord]) -> Range<Int>? {
        let rest = words.firstIndex { $0.key == colon }.map { words[($0 + 1)...] } ?? words[...]
        guard rest.count <= phrases.longest + 2, let found = phrases.first(in: rest),
            rest.count <= found.count + 2
        else { return nil }
        return rest.bytes
    }
}
