import Diagnostics
import IncidentTime

/// What a sentence is about: its words without the small ones, cut back to what their forms share.
package struct SubjectWords: Equatable, Sendable {
    /// Of the stems, in order and each once.
    private let keys: [WordKey]

    package init(_ text: String) {
        let words = text.lowercased().words(with: "'’")
        self.init(
            keys: words.compactMap { word in
                guard !Self.isOneLetter(word), !Self.small.contains(word), !word.allSatisfy(\.isNumber),
                    word.first != "f" || FactorLabel(word) == nil
                else { return nil }
                return Self.stem(word)
            })
    }

    private static func isOneLetter(_ word: Substring) -> Bool {
        word.utf8.count == 1 || word.utf8.count < 5 && word.dropFirst().isEmpty
    }

    init(_ words: some Sequence<ProseWord>) {
        self.init(
            keys: words.compactMap { word in
                guard word.text.utf8.count > 1, word.beginsWithLetter, !Self.small.contains(word.key) else {
                    return nil
                }
                return Self.stem(word.text[...])
            })
    }

    private init(keys: [WordKey]) {
        var sorted: [WordKey] = []
        sorted.reserveCapacity(keys.count)
        for key in keys.sorted() where key != sorted.last { sorted.append(key) }
        self.keys = sorted
    }

    package var count: Int { keys.count }

    package var isEmpty: Bool { keys.isEmpty }

    package func shared(with other: SubjectWords) -> Int {
        var (index, far, count) = (0, 0, 0)
        while index < keys.count, far < other.keys.count {
            if keys[index] == other.keys[far] {
                (index, far, count) = (index + 1, far + 1, count + 1)
            } else if keys[index] < other.keys[far] {
                index += 1
            } else {
                far += 1
            }
        }
        return count
    }

    /// Whether the other text speaks of all of it.
    func isPart(of other: SubjectWords) -> Bool { shared(with: other) == count }

    /// The share of the smaller text that the other one has too.
    func overlap(with other: SubjectWords) -> Double {
        let smaller = min(count, other.count)
        return smaller == 0 ? 0 : Double(shared(with: other)) / Double(smaller)
    }

    package func union(_ other: SubjectWords) -> SubjectWords { SubjectWords(keys: keys + other.keys) }

    /// `monitoring`, `monitors` and `monitored` are one word.
    private static func stem(_ word: Substring) -> WordKey {
        var copy = word
        return copy.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return stem(ofLetters: word) }
            let ending = endings.first { bytes.count >= $0.utf8CodeUnitCount + 3 && bytes.ends(with: $0) }
            var key = WordKey()
            for byte in bytes.prefix(min(7, bytes.count - (ending?.utf8CodeUnitCount ?? 0))) {
                key.append(byte)
            }
            return key
        }
    }

    /// Counted in letters, of which each takes several bytes.
    private static func stem(ofLetters word: Substring) -> WordKey {
        let bytes = Array(word.utf8)
        let ending = bytes.withUnsafeBufferPointer { bytes in
            endings.first { word.count >= $0.utf8CodeUnitCount + 3 && bytes.ends(with: $0) }
        }
        return WordKey(word.dropLast(ending?.utf8CodeUnitCount ?? 0).prefix(7))
    }

    /// Longer endings first.
    private static let endings: [StaticString] = [
        "ations", "ation", "ments", "ment", "ities", "ings", "ions", "ers", "ing", "ion", "ies", "ity", "ed",
        "er", "es", "al", "ly", "y", "e", "s",
    ]

    private static let small: WordSet = [
        "the", "and", "for", "with", "from", "into", "that", "this", "these", "those", "when", "while",
        "where",
        "which", "what", "than", "then", "are", "was", "were", "has", "have", "had", "its", "our", "their",
        "all",
        "any", "each", "every", "some", "more", "most", "less", "not", "but", "only", "also", "can", "could",
        "will", "would", "should", "must", "may", "over", "under", "after", "before", "during", "between",
        "until",
        "of", "to", "in", "on", "at", "by", "as", "is", "be", "it", "an", "or", "so", "if", "we", "no", "up",
        "out",
        "add", "added", "adding", "make", "made", "set", "get", "use", "used", "using", "new", "one", "two",
        "implement", "implemented", "create", "created", "establish", "introduce", "enable", "update",
        "require",
        "required", "requirement", "mandate", "maintain", "conduct", "ensure", "provide", "define", "keep",
        "because", "been", "being", "there", "they", "them", "about", "per", "via", "such", "own", "who",
        "how",
    ]
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func ends(with ending: StaticString) -> Bool {
        let start = count - ending.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return (0..<ending.utf8CodeUnitCount).allSatisfy { self[start + $0] == ending.utf8Start[$0] }
    }
}
