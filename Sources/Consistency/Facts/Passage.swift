import Diagnostics
import IncidentTime
import LosslessMarkdown

/// One paragraph, item, heading or cell as words, with the part of the story it belongs to.
package struct Passage: Sendable {
    let block: Block
    /// The id of the guide's section around it; empty outside of all.
    let section: String
    /// What part of the story that section tells, in the guide's word: `summary`, `timeline`, `well`.
    let kind: String
    let words: [ProseWord]

    var range: Range<Int> {
        (block.lines.first?.lowerBound ?? block.range.lowerBound)..<(block.lines.last?.upperBound
            ?? block.range.upperBound)
    }

    /// Cut at full stops, semicolons and question marks.
    var sentences: [ArraySlice<ProseWord>] {
        var found: [ArraySlice<ProseWord>] = []
        var start = words.startIndex
        for (index, word) in words.enumerated() where Self.ends.contains(word.text) {
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
        for index in sentence.indices where breaks.contains(sentence[index].text) {
            if index > start { found.append(sentence[start..<index]) }
            start = index + 1
        }
        if start < sentence.endIndex { found.append(sentence[start...]) }
        return found
    }

    private static let ends: Set<String> = [".", "!", "?", ";"]
    private static let breaks: Set<String> = [",", "–", "(", ")", "but", "while", "whereas", "although"]
}

extension Collection where Element == ProseWord {
    func has(_ words: Set<String>) -> Bool { contains { words.contains($0.text) } }

    /// Whether the words stand one behind the other somewhere.
    func has(phrase: [String]) -> Bool {
        guard let first = phrase.first else { return true }
        var index = startIndex
        while index != endIndex {
            if self[index].text == first,
                self[index...].prefix(phrase.count).map(\.text) == phrase
            {
                return true
            }
            index = self.index(after: index)
        }
        return false
    }

    var bytes: Range<Int>? {
        guard let first else { return nil }
        var last = first
        for word in self { last = word }
        return first.range.lowerBound..<last.range.upperBound
    }
}
