/// The shapes a verb takes; a word can be several at once.
struct WordForms: OptionSet, Sendable {
    let rawValue: UInt8

    static let base = WordForms(rawValue: 1)
    static let s = WordForms(rawValue: 2)
    static let past = WordForms(rawValue: 4)
    static let participle = WordForms(rawValue: 8)
    static let ing = WordForms(rawValue: 16)

    /// A form that can be the verb of a clause by itself.
    static let finite: WordForms = [.s, .past]

    static let names: [String: WordForms] = [
        "base": .base, "s": .s, "past": .past, "participle": .participle, "ing": .ing,
    ]
}

/// A verb as a lexicon writes it: `check`, `forget:forgot:forgotten!`, with the past and the participle where they are
/// irregular, and `!` where the last letter is doubled though the verb is long (`commit!`).
struct VerbEntry: Sendable {
    let forms: [(word: [UInt8], form: WordForms)]

    init(_ text: some Sequence<UInt8>) {
        var bytes = Array(text)
        let isDoubled = bytes.last == UInt8(ascii: "!")
        if isDoubled { bytes.removeLast() }
        let parts = bytes.split(separator: UInt8(ascii: ":")).map(Array.init)
        guard let lemma = parts.first else {
            forms = []
            return
        }
        let past = parts.count > 1 ? parts[1] : Self.past(of: lemma, isDoubled)
        let participle = parts.count > 2 ? parts[2] : past
        let s = Self.ending(in: lemma)
        let ing = Self.ing(of: lemma, isDoubled)
        forms = [(lemma, .base), (s, .s), (past, .past), (participle, .participle), (ing, .ing)]
    }

    var lemma: [UInt8] { forms.first?.word ?? [] }

    /// The form of the third person, and the plural of a noun.
    static func ending(in word: [UInt8]) -> [UInt8] {
        guard let last = word.last else { return word }
        if last == UInt8(ascii: "y"), word.count > 1, !isVowel(word[word.count - 2]) {
            return Array(word.dropLast()) + Array("ies".utf8)
        }
        let two = word.suffix(2)
        if "sxzo".utf8.contains(last) || two.elementsEqual("ch".utf8) || two.elementsEqual("sh".utf8) {
            return word + Array("es".utf8)
        }
        return word + [UInt8(ascii: "s")]
    }

    private static func past(of word: [UInt8], _ isDoubled: Bool) -> [UInt8] {
        guard let last = word.last else { return word }
        if last == UInt8(ascii: "e") { return word + [UInt8(ascii: "d")] }
        if last == UInt8(ascii: "y"), word.count > 1, !isVowel(word[word.count - 2]) {
            return Array(word.dropLast()) + Array("ied".utf8)
        }
        return stem(word, isDoubled) + Array("ed".utf8)
    }

    private static func ing(of word: [UInt8], _ isDoubled: Bool) -> [UInt8] {
        let end = Array("ing".utf8)
        if word.suffix(2).elementsEqual("ie".utf8) {
            return Array(word.dropLast(2)) + [UInt8(ascii: "y")] + end
        }
        if word.last == UInt8(ascii: "e"), word.count > 2, !"eoy".utf8.contains(word[word.count - 2]) {
            return Array(word.dropLast()) + end
        }
        return stem(word, isDoubled) + end
    }

    /// `plan` to `plann`: a short word that ends in consonant, vowel, consonant.
    private static func stem(_ word: [UInt8], _ isDoubled: Bool) -> [UInt8] {
        guard let last = word.last else { return word }
        return isDoubled || isShort(word) ? word + [last] : word
    }

    private static func isShort(_ word: [UInt8]) -> Bool {
        guard word.count >= 3, let last = word.last, !isVowel(last), !"wxy".utf8.contains(last) else {
            return false
        }
        let before = word[word.count - 2]
        let first = word[word.count - 3]
        let hasOneVowel =
            isVowel(before)
            && (!isVowel(first) || (first == UInt8(ascii: "u") && word[0] == UInt8(ascii: "q")))
        return hasOneVowel
            && word[..<(word.count - 2)].allSatisfy { !isVowel($0) || word[0] == UInt8(ascii: "q") }
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }
}
