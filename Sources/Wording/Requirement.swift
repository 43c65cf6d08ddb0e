/// A word or a class that must stand somewhere in a sentence for a pattern to fit; told from marks, so that a sentence
/// may seem to have a word that it has not, and never the other way round.
struct Requirement: Sendable {
    fileprivate let marks: ClassSet
    fileprivate let isOfWords: Bool

    init(_ test: TokenTest, _ table: ProgramTable) {
        isOfWords = test.kind == .words
        guard isOfWords else {
            marks = test.classes
            return
        }
        var marks = ClassSet()
        for word in table.words(of: test) { marks.insert(Self.mark(of: word)) }
        self.marks = marks
    }

    func isMet(by sentence: Sentence) -> Bool {
        marks.intersects(isOfWords ? sentence.wordMarks : sentence.allClasses)
    }

    /// One of 256 marks; a sentence has some twenty of them.
    static func mark(of word: UInt32) -> Int { Int(word & 255) }
}

/// What the token can be that a pattern begins at: a few words are told from marks as well, many by a bit each.
struct FirstToken: Sendable {
    private var marks = ClassSet()
    private var classes = ClassSet()
    /// Where its bits of words begin, if there are so many words that they have most of the marks.
    private var bits: Int32 = -1
    private var isAny = true

    /// - Parameter tests: of which it passes one, none where it may be anything.
    init(
        _ tests: ArraySlice<UInt32>, _ requirements: [Requirement], _ table: ProgramTable,
        _ bits: inout WordBits
    ) {
        var count = 0
        for test in tests {
            isAny = false
            let requirement = requirements[Int(test)]
            if requirement.isOfWords {
                marks.formUnion(requirement.marks)
                count += table.tests[Int(test)].words.count
            } else {
                classes.formUnion(requirement.marks)
            }
        }
        guard count > 64 else { return }
        self.bits = bits.add(
            tests.map { table.tests[Int($0)] }.filter { $0.kind == .words }.flatMap { table.words(of: $0) })
    }

    /// - Parameter wordBits: of all first tokens.
    func mayBe(_ index: Int, of sentence: Sentence, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        isAny || mayBe(sentence.tokens[index].word, wordBits)
            || classes.intersects(sentence.classes[index])
    }

    private func mayBe(_ word: UInt32, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        guard marks.contains(Requirement.mark(of: word)) else { return false }
        return bits < 0 || wordBits[Int(bits) + Int(word >> 6)] & (1 << UInt64(word & 63)) != 0
    }
}

/// Sets of words, a bit for each word of the vocabulary, one set behind the other.
struct WordBits {
    private(set) var words: [UInt64] = []
    private let size: Int

    init(vocabulary: Int) { size = vocabulary / 64 + 1 }

    /// Where a set begins.
    mutating func add(_ members: [UInt32]) -> Int32 {
        let start = words.count
        words += [UInt64](repeating: 0, count: size)
        for word in members { words[start + Int(word >> 6)] |= 1 << UInt64(word & 63) }
        return Int32(start)
    }
}
