/// A pattern as instructions over tokens, each target counted from its own beginning. It is run with a note of each
/// instruction and place that was tried, so that no pattern takes more steps than its length times that of its window.
struct Program: Sendable {
    enum Instruction: Sendable {
        case test(UInt32)
        /// Tries the first, then the second.
        case fork(UInt32, UInt32)
        case jump(UInt32)
        case clauseStart
        case sentenceStart
        case sentenceEnd
        case open
        case close
        case accept
    }

    var instructions: [Instruction] = []
    var tests: [TokenTest] = []
    /// Of all tests, one behind the other.
    private(set) var words: [UInt32] = []
    /// Tests that no match can do without.
    var required: [Int] = []

    /// How far behind its first token a pattern can reach.
    static let window = 64

    /// The place of the instruction that will be added next.
    var next: UInt32 { UInt32(instructions.count) }

    func words(of test: TokenTest) -> ArraySlice<UInt32> {
        words[Int(test.first)..<Int(test.first + test.count)]
    }

    /// Adds a test that is passed by any of some words.
    mutating func add(_ test: TokenTest, _ words: [UInt32] = []) {
        var test = test
        (test.first, test.count) = (Int32(self.words.count), Int32(words.count))
        self.words += words
        tests.append(test)
    }
}

/// What one token must be.
struct TokenTest: Sendable {
    enum Kind: UInt8, Sendable { case words, classes, notClasses, forms, any, anywhere, number }

    var kind: Kind
    /// Its words, by their place among those of the program.
    var first: Int32 = 0
    var count: Int32 = 0
    var classes = ClassSet()
    var forms: WordForms = []
}

enum PatternCompiler {
    /// Compiling interns words, so the lexicon comes back grown.
    static func compile(_ pattern: Pattern, _ lexicon: inout Lexicon) -> Program {
        var program = Program()
        emit(pattern, &program, &lexicon)
        program.instructions.append(.accept)
        program.findRequired()
        return program
    }

    private static func emit(_ pattern: Pattern, _ program: inout Program, _ lexicon: inout Lexicon) {
        switch pattern {
        case .sequence(let items): for item in items { emit(item, &program, &lexicon) }
        case .choice(let items): emit(choice: items[...], &program, &lexicon)
        case .repeated(let item, let count): emit(item, upTo: count, &program, &lexicon)
        case .clauseStart: program.instructions.append(.clauseStart)
        case .sentenceStart: program.instructions.append(.sentenceStart)
        case .sentenceEnd: program.instructions.append(.sentenceEnd)
        case .open: program.instructions.append(.open)
        case .close: program.instructions.append(.close)
        case .word, .verb, .anyOf, .any, .number:
            program.instructions.append(.test(UInt32(program.tests.count)))
            add(pattern, to: &program, &lexicon)
        }
    }

    /// Alternatives that are single words become one test.
    private static func emit(
        choice items: ArraySlice<Pattern>, _ program: inout Program, _ lexicon: inout Lexicon
    ) {
        guard let first = items.first else { return }
        let words = items.compactMap { item -> [UInt32]? in
            switch item {
            case .word(let word): [lexicon.intern(word)]
            case .verb(let verb): lexicon.inflections(of: verb)
            default: nil
            }
        }
        if words.count == items.count {
            program.instructions.append(.test(UInt32(program.tests.count)))
            program.add(TokenTest(kind: .words), words.flatMap { $0 })
            return
        }
        guard items.count > 1 else { return emit(first, &program, &lexicon) }
        let fork = program.next
        program.instructions.append(.accept)
        emit(first, &program, &lexicon)
        let jump = program.next
        program.instructions.append(.accept)
        program.instructions[Int(fork)] = .fork(fork + 1, program.next)
        emit(choice: items.dropFirst(), &program, &lexicon)
        program.instructions[Int(jump)] = .jump(program.next)
    }

    /// A gap takes as few tokens as it can, anything else as many.
    private static func emit(
        _ item: Pattern, upTo count: Int, _ program: inout Program, _ lexicon: inout Lexicon
    ) {
        var isLazy = false
        if case .any = item { isLazy = count > 1 }
        var forks: [UInt32] = []
        for _ in 0..<count {
            forks.append(program.next)
            program.instructions.append(.accept)
            emit(item, &program, &lexicon)
        }
        let end = program.next
        for fork in forks {
            program.instructions[Int(fork)] = isLazy ? .fork(end, fork + 1) : .fork(fork + 1, end)
        }
    }

    private static func add(_ pattern: Pattern, to program: inout Program, _ lexicon: inout Lexicon) {
        switch pattern {
        case .word(let word): program.add(TokenTest(kind: .words), [lexicon.intern(word)])
        case .verb(let verb): program.add(TokenTest(kind: .words), lexicon.inflections(of: verb))
        case .anyOf(let names, let forms, let isNegated):
            var classes = ClassSet()
            for name in names { if let index = lexicon.classIndex(name) { classes.insert(index) } }
            let kind: TokenTest.Kind = names.isEmpty ? .forms : isNegated ? .notClasses : .classes
            program.add(TokenTest(kind: kind, classes: names.isEmpty ? ClassSet() : classes, forms: forms))
        case .any(let crossesClauses): program.add(TokenTest(kind: crossesClauses ? .anywhere : .any))
        case .number: program.add(TokenTest(kind: .number))
        case .sequence, .choice, .repeated, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close:
            preconditionFailure("a test is of one token")
        }
    }
}
