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
}

/// The programs of all rules, one behind the other. Most tests are asked by many patterns and stand here once.
struct ProgramTable: Sendable {
    var instructions: [Program.Instruction] = []
    var tests: [TokenTest] = []
    var classes: [ClassSet] = [ClassSet()]
    var words: [UInt32] = []
    /// Numbers of tests.
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
        /// Instructions of the longest program.
        let longest: Int
    }

    func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
        instructions.withUnsafeBufferPointer { instructions in
            tests.withUnsafeBufferPointer { tests in
                classes.withUnsafeBufferPointer { classes in
                    words.withUnsafeBufferPointer { words in
                        body(
                            Pointers(
                                instructions: instructions, tests: tests, classes: classes, words: words,
                                longest: longest))
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
        case .words: return token.word != Vocabulary.unknown && holds(token.word, test)
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

    @inline(__always)
    private func holds(_ word: UInt32, _ test: TokenTest) -> Bool {
        for place in Int(test.words.lowerBound)..<Int(test.words.upperBound) where words[place] == word {
            return true
        }
        return false
    }
}
