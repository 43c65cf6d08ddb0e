import Diagnostics
import IncidentTime

/// The words of a clause in the forms that tell events apart.
struct Stems {
    private let words: ArraySlice<ProseWord>
    /// Of each word and of what is left of it without an ending, as one list.
    private let keys: [WordKey]

    init(_ words: ArraySlice<ProseWord>) {
        self.words = words
        var keys: [WordKey] = []
        keys.reserveCapacity(words.count * 2)
        for word in words {
            keys.append(word.key)
            word.text.withBytes { Self.cut($0, into: &keys) }
        }
        self.keys = keys
    }

    /// Whether a word is one of the stems or begins with one and goes on as an inflection does.
    func has(_ stems: WordSet) -> Bool { keys.contains { stems.contains($0) } }

    /// All classes that one of the stems is in.
    func classes<Classes>(in known: WordClasses<Classes>) -> Classes {
        keys.reduce(into: []) { $0.formUnion(known[$1]) }
    }

    /// All classes that one of the words is in as it is.
    func wholeClasses<Classes>(in known: WordClasses<Classes>) -> Classes {
        words.reduce(into: []) { $0.formUnion(known[$1.key]) }
    }

    func has(words wanted: WordSet) -> Bool { words.has(wanted) }

    func has(phrases: ProsePhrases) -> Bool { phrases.stand(in: words) }

    var firstWord: ProseWord? { words.first }

    func lastWords(_ count: Int) -> ArraySlice<ProseWord> { words.suffix(count) }

    /// The shares that are named, in per cent.
    var shares: [Double] {
        zip(words, words.dropFirst()).compactMap { number, sign in
            sign.isPercent && number.isNumber ? number.decimal : nil
        }
    }

    // MARK: endings

    /// What a word begins with, three letters at least, where it goes on with an ending.
    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, into keys: inout [WordKey]) {
        guard bytes.count > 3 else { return }
        let letters = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        guard letters > 3 else { return }
        var cuts: UInt16 = 0
        var ending = WordKey()
        for length in 1...min(longestEnding, letters - 3) {
            let byte = bytes[bytes.count - length]
            guard byte < 0x80 else { break }
            ending.append(byte)
            if endings.contains(ending) { cuts |= 1 << UInt16(length) }
        }
        guard cuts != 0 else { return }
        var key = WordKey()
        var rest = bytes.count
        for byte in bytes {
            if rest < 16, cuts & 1 << UInt16(rest) != 0 { keys.append(key) }
            key.append(byte)
            rest -= 1
        }
    }

    private static let longestEnding = 8

    /// Backwards, as they are met from the end of a word.
    private static let endings = WordSet(
        [
            "s", "es", "e", "ed", "d", "ing", "ion", "ions", "er", "ers", "ement", "ements", "ment", "ments",
            "ation", "ations", "y", "ies", "ied", "ication", "ications", "ified", "ify", "ified.", "ally",
            "al", "ly", "n", "ise", "ize", "ised", "ized", "or", "ure", "ery", "led", "ated", "ating", "able",
            "ability", "ry", "ting", "ted", "ping", "ped",
        ].map { String($0.reversed()) })
}
