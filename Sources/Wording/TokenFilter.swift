/// What a token can be: a few words are told from marks as well, many by a bit each.
struct TokenFilter: Sendable {
    private var marks = ClassSet()
    private var classes = ClassSet()
    /// Where its bits of words begin, if there are so many words that they have most of the marks.
    private var bits: Int32 = -1
    private let isAny: Bool

    /// - Parameter list: of tests of which it passes one, none where it may be anything.
    fileprivate init(_ list: Range<Int32>, _ table: ProgramTable, _ bits: inout WordBits) {
        let tests = table.numbers(list).map { table.tests[Int($0)] }
        isAny = tests.isEmpty
        for test in tests { classes.formUnion(table.classes(of: test)) }
        let words = tests.flatMap { table.words(of: $0) }
        for word in words { marks.insert(Self.mark(of: word)) }
        if words.count > 64 { self.bits = bits.add(words) }
    }

    /// One of 256 marks.
    private static func mark(of word: UInt32) -> Int { Int(word & 255) }

    /// - Parameter wordBits: of all patterns.
    @inline(__always)
    func mayBe(_ index: Int, of sentence: Sentence, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        if isAny { return true }
        guard index < sentence.tokens.count else { return false }
        return mayBe(sentence.tokens[index].word, wordBits)
            || classes.intersects(sentence.classes[index])
    }

    private func mayBe(_ word: UInt32, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        guard marks.contains(Self.mark(of: word)) else { return false }
        return bits < 0 || wordBits[Int(bits) + Int(word >> 6)] & (1 << UInt64(word & 63)) != 0
    }
}

/// The filters of all patterns, of which many are the same: these stand here once.
struct TokenFilters {
    private(set) var all: [TokenFilter] = []
    private(set) var bits: WordBits
    private let table: ProgramTable
    /// The number of each filter by where its list begins; -1 for one that is not made yet.
    private var numbers: [Int32]

    init(_ table: ProgramTable, vocabulary: Int) {
        self.table = table
        bits = WordBits(vocabulary: vocabulary)
        numbers = Array(repeating: -1, count: table.lists.count + 1)
        // The one that lets everything pass.
        all = [TokenFilter(0..<0, table, &bits)]
    }

    /// - Parameter list: of a program, for one of its first tokens.
    mutating func number(of list: Range<Int32>) -> Int32 {
        guard !list.isEmpty else { return 0 }
        let place = Int(list.lowerBound)
        if numbers[place] < 0 {
            numbers[place] = Int32(all.count)
            all.append(TokenFilter(list, table, &bits))
        }
        return numbers[place]
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
