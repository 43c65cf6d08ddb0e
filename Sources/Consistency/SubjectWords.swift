import Diagnostics
import IncidentTime

/// What a sentence is about: its words without the small ones, cut back to what their forms share.
package struct SubjectWords: Equatable, Sendable {
    /// Of the stems, in order and each once.
    private let keys: [WordKey]

    package init(_ text: String) { self.init(keys: text.withBytes(Self.keysOfASCII) ?? Self.keys(of: text)) }

    /// Nil where a letter is beyond ASCII.
    private static func keysOfASCII(_ text: UnsafeBufferPointer<UInt8>) -> [WordKey]? {
        var keys: [WordKey] = []
        var at = 0
        while at < text.count {
            let start = at
            var key = WordKey()
            var hasLetter = false
            while at < text.count, let byte = text[at].inWord {
                key.append(byte)
                hasLetter = hasLetter || !byte.isDigit
                at += 1
            }
            guard at > start else {
                if text[at] >= 0x80 { return nil }
                at += 1
                continue
            }
            let word = UnsafeBufferPointer(rebasing: text[start..<at])
            if word.count > 1, hasLetter, !small.contains(key), !isLabel(word) { keys.append(stem(word)) }
        }
        return keys
    }

    /// `F1`
    private static func isLabel(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word[0] | 0x20 == 0x66 && word.count < 5 && word[1...].allSatisfy(\.isDigit)
            && word[1...].contains { $0 != 0x30 }
    }

    private static func keys(of text: String) -> [WordKey] {
        text.lowercased().words(with: "'’").compactMap { word in
            guard !isOneLetter(word), !small.contains(word), !word.allSatisfy(\.isNumber),
                word.first != "f" || FactorLabel(word) == nil
            else { return nil }
            return WordText(word).withBytes(stem)
        }
    }

    private static func isOneLetter(_ word: Substring) -> Bool {
        word.utf8.count == 1 || word.utf8.count < 5 && word.dropFirst().isEmpty
    }

    init(_ words: some Sequence<ProseWord>) {
        self.init(
            keys: words.compactMap { word in
                guard word.text.count > 1, word.beginsWithLetter, !Self.small.contains(word.key) else {
                    return nil
                }
                return word.text.withBytes(Self.stem)
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

    /// `monitoring`, `monitors` and `monitored` are one word, and small and capital letters alike.
    private static func stem(_ word: UnsafeBufferPointer<UInt8>) -> WordKey {
        guard word.allSatisfy({ $0 < 0x80 }) else {
            return stem(ofLetters: String(decoding: word, as: UTF8.self)[...])
        }
        var key = WordKey()
        for byte in word.prefix(min(7, word.count - endingLength(of: word))) { key.append(byte.small) }
        return key
    }

    /// Counted in letters, of which each takes several bytes.
    private static func stem(ofLetters word: Substring) -> WordKey {
        let bytes = Array(word.utf8)
        let ending = bytes.withUnsafeBufferPointer { bytes in
            endings.first { word.count >= $0.utf8CodeUnitCount + 3 && bytes.ends(with: $0) }
        }
        return WordKey(word.dropLast(ending?.utf8CodeUnitCount ?? 0).prefix(7))
    }

    /// Of the ending that is cut off, of which three letters stay at least; 0 for none.
    private static func endingLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
        guard let last = word.last?.small, (0x61...0x7A).contains(last) else { return 0 }
        for ending in endingsByLast[Int(last - 0x61)]
        where word.count >= ending.utf8CodeUnitCount + 3 && word.ends(with: ending) {
            return ending.utf8CodeUnitCount
        }
        return 0
    }

    /// Longer endings first.
    private static let endings: [StaticString] = [
        "ations", "ation", "ments", "ment", "ities", "ings", "ions", "ers", "ing", "ion", "ies", "ity", "ed",
        "er", "es", "al", "ly", "y", "e", "s",
    ]
    /// By the letter that they end with.
    private static let endingsByLast: [[StaticString]] = (UInt8(0x61)...0x7A).map { letter in
        endings.filter { $0.utf8Start[$0.utf8CodeUnitCount - 1] == letter }
    }

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
    /// - Parameter ending: in small letters.
    fileprivate func ends(with ending: StaticString) -> Bool {
        let start = count - ending.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return (0..<ending.utf8CodeUnitCount).allSatisfy {
            self[start + $0].small == ending.utf8Start[$0]
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Of a capital letter the small one.
    fileprivate var small: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// The small letter, the digit or the apostrophe that a byte of a word is; nil for any other.
    fileprivate var inWord: UInt8? {
        let byte = small
        return byte >= 0x61 && byte <= 0x7A || byte.isDigit || byte == 0x27 ? byte : nil
    }
}
