/// A pattern as instructions over tokens, by its place in a `ProgramTable`. It is run with a note of each instruction
/// and place that was tried, so that no pattern takes more steps than its length times that of its window.
struct Program: Sendable, Equatable {
    /// Among the instructions of the table; targets are counted from its own beginning.
    var instructions: Range<Int32>
    /// Among the lists of the table: tests that no match can do without.
    var required: Range<Int32>
    /// Among the lists of the table: tests of which a match passes one at its first token, none where it may begin at
    /// any.
    var first: Range<Int32>
    /// The same for its second token.
    var second: Range<Int32>

    /// How far behind its first token a pattern can reach.
    static let window = 64

    enum Instruction: Hashable, Sendable {
        case test(UInt32)
        /// A test for one word, which needs no looking up.
        case word(UInt32)
        /// A test for one class.
        case member(UInt32)
        /// Tries the next instruction, then another.
        case fork(UInt32)
        /// Tries another instruction, then the next.
        case skip(UInt32)
        /// Tries what a choice of the table offers for the word at hand.
        case choose(UInt32)
        case jump(UInt32)
        case clauseStart
        case sentenceStart
        case sentenceEnd
        case open
        case close
        case accept
    }
}

/// What one token must be.
struct TokenTest: Sendable {
    enum Kind: UInt8, Sendable { case words, classes, notClasses, forms, any, anywhere, number }

    var kind: Kind
    var forms: WordForms = []
    /// Its classes, by their place among the sets of the table, of which the first is the empty one.
    var classes: UInt16 = 0
    /// Its words, by their place among those of the table.
    var words: Range<Int32> = 0..<0
    /// A bit of each word, so that most others are told without a look at the words.
    var bits: UInt64 = 0

    @inline(__always)
    func mayHold(_ word: UInt32) -> Bool { bits & Self.bit(of: word) != 0 }

    mutating func noteBits(_ words: ArraySlice<UInt32>) {
        bits = words.reduce(0) { $0 | Self.bit(of: $1) }
    }

    private static func bit(of word: UInt32) -> UInt64 { 1 << UInt64(word & 63) }
}

/// Where to go on from a place with many alternatives: most of them begin with a word, and the word at hand leaves few.
struct Choice: Sendable {
    /// What alternatives begin with, ascending, by its place among the words of the table.
    var words: Range<Int32>
    /// Where the alternatives for the first of its words begin, among the lists of the table, then those for the second,
    /// for any other word, and where these end.
    var starts: Range<Int32>
}

/// The programs of all rules, one behind the other. Most tests are asked by many patterns and stand here once.
struct ProgramTable: Sendable {
    var instructions: [Program.Instruction] = []
    var tests: [TokenTest] = []
    var classes: [ClassSet] = [ClassSet()]
    var words: [UInt32] = []
    var choices: [Choice] = []
    /// Numbers of tests, and places of instructions for the choices.
    var lists: [UInt32] = []
    /// Instructions of the longest program.
    var longest = 0

    /// A stretch of the lists.
    func numbers(_ list: Range<Int32>) -> ArraySlice<UInt32> {
        lists[Int(list.lowerBound)..<Int(list.upperBound)]
    }

    func classes(of test: TokenTest) -> ClassSet { classes[Int(test.classes)] }

    func words(of test: TokenTest) -> ArraySlice<UInt32> {
        words[Int(test.words.lowerBound)..<Int(test.words.upperBound)]
    }

    /// The same as plain pointers. A pattern is run some thousand times for a page, and counting references would take
    /// longer than running it.
    struct Pointers {
        let instructions: UnsafeBufferPointer<Program.Instruction>
        let tests: UnsafeBufferPointer<TokenTest>
        let classes: UnsafeBufferPointer<ClassSet>
        let words: UnsafeBufferPointer<UInt32>
        let choices: UnsafeBufferPointer<Choice>
        let lists: UnsafeBufferPointer<UInt32>
        /// Instructions of the longest program.
        let longest: Int
    }

    func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
        instructions.withUnsafeBufferPointer { instructions in
            tests.withUnsafeBufferPointer { tests in
                classes.withUnsafeBufferPointer { classes in
                    words.withUnsafeBufferPointer { words in
                        choices.withUnsafeBufferPointer { choices in
                            lists.withUnsafeBufferPointer { lists in
                                body(
                                    Pointers(
                                        instructions: instructions, tests: tests, classes: classes,
                                        words: words, choices: choices, lists: lists, longest: longest))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension ProgramTable.Pointers {
    /// - Parameter index: of a token that there is and that may be read.
    @inline(__always)
    func passes(_ number: UInt32, _ index: Int, _ sentence: Sentence) -> Bool {
        let token = sentence.tokens[index]
        let test = tests[Int(number)]
        switch test.kind {
        case .words: return test.mayHold(token.word) && holds(token.word, test)
        case .classes:
            guard sentence.classes[index].intersects(classes[Int(test.classes)]) else { return false }
            return test.forms.isEmpty || !sentence.forms[index].isDisjoint(with: test.forms)
        case .notClasses:
            return !token.isPunctuation && !sentence.classes[index].intersects(classes[Int(test.classes)])
        case .forms: return !sentence.forms[index].isDisjoint(with: test.forms)
        case .any: return !token.isPunctuation
        case .anywhere: return true
        case .number: return token.shape.contains(.number)
        }
    }

    /// The instructions a choice leaves for a word, in the order of preference.
    @inline(__always)
    func alternatives(of number: UInt32, for word: UInt32) -> UnsafeBufferPointer<UInt32> {
        let choice = choices[Int(number)]
        var low = Int(choice.words.lowerBound)
        var high = Int(choice.words.upperBound)
        while low < high {
            let middle = (low + high) >> 1
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        let isListed = low < Int(choice.words.upperBound) && words[low] == word
        let place = isListed ? low - Int(choice.words.lowerBound) : choice.words.count
        let start = Int(choice.starts.lowerBound) + place
        return UnsafeBufferPointer(rebasing: lists[Int(lists[start])..<Int(lists[start + 1])])
    }

    @inline(__always)
    private func holds(_ word: UInt32, _ test: TokenTest) -> Bool {
        for place in Int(test.words.lowerBound)..<Int(test.words.upperBound) where words[place] == word {
            return true
        }
        return false
    }
}
