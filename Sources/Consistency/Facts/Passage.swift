import Diagnostics
import IncidentTime
import LosslessMarkdown

/// One paragraph, item, heading or cell as words, with the part of the story it belongs to.
package final class Passage: Sendable {
    let block: Block
    /// The id of the guide's section around it; empty outside of all.
    let section: String
    /// What part of the story that section tells, in the guide's word: `summary`, `timeline`, `well`.
    let kind: String
    let kindKey: WordKey
    let words: [ProseWord]
    /// Cut at full stops, semicolons and question marks.
    let sentences: [ArraySlice<ProseWord>]
    /// From its first line to its last.
    let range: Range<Int>
    /// Whether a number stands in it, in digits or as a word such as *thousand*; most passages hold none.
    let holdsNumber: Bool
    /// Whether a time of day can stand in it, in digits or in words.
    let mayTellTime: Bool

    init(block: Block, section: String, kind: String, bytes: [UInt8]) {
        (self.block, self.section, self.kind) = (block, section, kind)
        kindKey = WordKey(kind)
        let lines = block.lines
        words = WordScanner.words(of: bytes, in: lines)
        sentences = Self.sentences(of: words)
        holdsNumber = words.holdsNumber
        mayTellTime = words.contains { $0.isNumber || SpokenClock.words.contains($0.key) }
        range =
            (lines.first?.lowerBound
                ?? block.range.lowerBound)..<(lines.last?.upperBound ?? block.range.upperBound)
    }

    private static func sentences(of words: [ProseWord]) -> [ArraySlice<ProseWord>] {
        var found: [ArraySlice<ProseWord>] = []
        var start = words.startIndex
        for (index, word) in words.enumerated() where ends.contains(word.key) {
            if index > start { found.append(words[start..<index]) }
            start = index + 1
        }
        if start < words.endIndex { found.append(words[start...]) }
        return found
    }

    /// Sentences cut at commas, dashes, colons and words that begin a new thought.
    static func clauses(of sentence: ArraySlice<ProseWord>) -> [ArraySlice<ProseWord>] {
        var found: [ArraySlice<ProseWord>] = []
        var start = sentence.startIndex
        for index in sentence.indices where breaks.contains(sentence[index].key) {
            if index > start { found.append(sentence[start..<index]) }
            start = index + 1
        }
        if start < sentence.endIndex { found.append(sentence[start...]) }
        return found
    }

    private static let ends: WordSet = [".", "!", "?", ";"]
    private static let breaks: WordSet = [",", "–", "(", ")", "but", "while", "whereas", "although"]
}

extension ProseWord {
    var isPercent: Bool { Self.percents.contains(key) }

    static let percents: WordSet = ["%", "percent"]
}

extension Collection where Element == ProseWord {
    func has(_ words: WordSet) -> Bool { contains { words.contains($0.key) } }

    var bytes: Range<Int>? {
        guard let first else { return nil }
        var last = first
        for word in self { last = word }
        return first.range.lowerBound..<last.range.upperBound
    }
}
