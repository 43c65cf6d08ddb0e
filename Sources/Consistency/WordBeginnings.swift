import Diagnostics
import IncidentTime

/// A list of how words begin, as it is written: beginnings of words, whole words where an entry ends with `=`, and
/// phrases where it has a blank, of which the last word may go on.
struct WordBeginnings: ExpressibleByArrayLiteral, Sendable {
    private let beginnings: WordSet
    /// As many letters of each beginning as the shortest of them has, three at most.
    private let starts: WordSet
    private let startLength: Int
    private let wholes: WordSet
    private let phrases: [[String]]

    init(arrayLiteral entries: String...) {
        let words = entries.filter { !$0.contains(" ") }
        let open = words.filter { !$0.hasSuffix("=") }
        let length = min(3, open.map(\.utf8.count).min() ?? 0)
        beginnings = WordSet(open)
        starts = WordSet(open.map { String($0.prefix(length)) })
        startLength = length
        wholes = WordSet(words.filter { $0.hasSuffix("=") }.map { String($0.dropLast()) })
        phrases = entries.filter { $0.contains(" ") }.map { $0.split(separator: " ").map(String.init) }
    }

    /// Whether a word begins as one of the list does, or a phrase of it stands there.
    func stand(in words: [String]) -> Bool {
        words.contains { begins($0) } || phrases.contains { words.hold($0, lastMayGoOn: true) }
    }

    private func begins(_ word: String) -> Bool {
        word.withBytes { bytes in
            var key = WordKey()
            var mayBegin = false
            for (index, byte) in bytes.enumerated() {
                key.append(byte)
                if index + 1 == startLength { mayBegin = starts.contains(key) }
                if mayBegin, beginnings.contains(key) { return true }
            }
            return wholes.contains(key)
        }
    }
}

/// Phrases that are looked for as they are, word by word.
struct WordPhrases: ExpressibleByArrayLiteral, Sendable {
    private let phrases: [[String]]

    init(arrayLiteral entries: String...) {
        phrases = entries.map { $0.split(separator: " ").map(String.init) }
    }

    func stand(in words: [String]) -> Bool { phrases.contains { words.hold($0) } }

    /// The phrase that the words begin with.
    func first(of words: [String]) -> String? {
        phrases.first { words.starts(with: $0) }?.joined(separator: " ")
    }
}

extension [String] {
    fileprivate func hold(_ phrase: [String], lastMayGoOn: Bool = false) -> Bool {
        guard count >= phrase.count else { return false }
        return (0...(count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { index in
                self[start + index] == phrase[index]
                    || lastMayGoOn && index == phrase.count - 1
                        && self[start + index].hasPrefix(phrase[index])
            }
        }
    }
}
