/// One of some words, or a word of some classes, that must stand somewhere in a sentence for a pattern to fit.
struct Requirement: Sendable {
    /// Where its words stand among those of the table; none where it is of classes.
    fileprivate let words: Range<Int32>
    fileprivate let classes: ClassSet

    init(_ test: TokenTest, _ table: ProgramTable) {
        words = test.kind == .words ? test.words : 0..<0
        classes = table.classes(of: test)
    }
}

/// Which requirements the sentence at hand meets: many patterns ask the same, and each is found out once.
final class MetRequirements {
    private let requirements: UnsafeBufferPointer<Requirement>
    private let words: UnsafeBufferPointer<UInt32>
    /// For each requirement the number of the sentence it was found out for, doubled, and whether it was met.
    private let known: UnsafeMutableBufferPointer<UInt32>
    private var sentence: UInt32 = 0
    /// A bit for each word of the vocabulary that the sentence has.
    private let present: UnsafeMutableBufferPointer<UInt64>
    private var presentWords: [UInt32] = []
    private var classes = ClassSet()

    /// - Parameter tables: outlive it.
    init(_ tables: ReadingTables) {
        requirements = tables.index.requirements
        words = tables.programs.words
        known = .allocate(capacity: requirements.count)
        known.initialize(repeating: 0)
        present = .allocate(capacity: tables.index.vocabulary / 64 + 1)
        present.initialize(repeating: 0)
    }

    deinit {
        known.deallocate()
        present.deallocate()
    }

    /// Forgets what was found out for the sentence before.
    func begin(_ next: Sentence) {
        for word in presentWords { present[Int(word >> 6)] = 0 }
        presentWords.removeAll(keepingCapacity: true)
        for token in next.tokens where token.word != Vocabulary.unknown {
            present[Int(token.word >> 6)] |= 1 << UInt64(token.word & 63)
            presentWords.append(token.word)
        }
        classes = next.allClasses
        sentence &+= 2
        guard sentence == 0 else { return }
        known.update(repeating: 0)
        sentence = 2
    }

    @inline(__always)
    func isMet(_ number: Int) -> Bool {
        let before = known[number]
        if before & ~1 == sentence { return before & 1 == 1 }
        let isMet = isMet(requirements[number])
        known[number] = sentence | (isMet ? 1 : 0)
        return isMet
    }

    private func isMet(_ requirement: Requirement) -> Bool {
        guard !requirement.words.isEmpty else { return requirement.classes.intersects(classes) }
        return words[Int(requirement.words.lowerBound)..<Int(requirement.words.upperBound)].contains { word in
            present[Int(word >> 6)] & (1 << UInt64(word & 63)) != 0
        }
    }
}

extension TokenTest {
    /// How much passes it, for trying the narrowest first: words by their count, then classes.
    var breadth: Int { kind == .words ? words.count : Int.max }
}

/// What the token can be that a pattern begins at: a few words are told from marks as well, many by a bit each.
struct FirstToken: Sendable {
    private var marks = ClassSet()
    private var classes = ClassSet()
    /// Where its bits of words begin, if there are so many words that they have most of the marks.
    private var bits: Int32 = -1
    private let isAny: Bool

    /// - Parameter tests: of which it passes one, none where it may be anything.
    init(
        _ tests: [TokenTest], _ table: ProgramTable, _ bits: inout WordBits
    ) {
        isAny = tests.isEmpty
        for test in tests { classes.formUnion(table.classes(of: test)) }
        let words = tests.flatMap { table.words(of: $0) }
        for word in words { marks.insert(Self.mark(of: word)) }
        if words.count > 64 { self.bits = bits.add(words) }
    }

    /// One of 256 marks.
    private static func mark(of word: UInt32) -> Int { Int(word & 255) }

    /// - Parameter wordBits: of all first tokens.
    func mayBe(_ index: Int, of sentence: Sentence, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        isAny || mayBe(sentence.tokens[index].word, wordBits)
            || classes.intersects(sentence.classes[index])
    }

    private func mayBe(_ word: UInt32, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        guard marks.contains(Self.mark(of: word)) else { return false }
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
