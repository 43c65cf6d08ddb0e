/// Which requirements the sentence at hand meets. One is one of some words, or a word of some classes, that must stand
/// somewhere in a sentence for a pattern to fit; many patterns ask the same.
final class MetRequirements {
    private let index: RuleIndex.Tables
    /// For each requirement the number of the last sentence that had one of its words.
    private let met: UnsafeMutableBufferPointer<UInt32>
    private var sentence: UInt32 = 0
    private var classes = ClassSet()

    /// - Parameter index: outlives it.
    init(_ index: RuleIndex.Tables) {
        self.index = index
        met = .allocate(capacity: index.requiredClasses.count)
        met.initialize(repeating: 0)
    }

    deinit { met.deallocate() }

    /// Forgets what was found out for the sentence before.
    func begin(_ next: Sentence) {
        sentence &+= 1
        if sentence == 0 {
            met.update(repeating: 0)
            sentence = 1
        }
        for token in next.tokens {
            for requirement in index.requirements(metBy: token.word) { met[Int(requirement)] = sentence }
        }
        classes = next.allClasses
    }

    @inline(__always)
    func isMet(_ requirement: Int) -> Bool {
        met[requirement] == sentence || index.requiredClasses[requirement].intersects(classes)
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
