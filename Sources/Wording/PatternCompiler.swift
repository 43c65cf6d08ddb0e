/// Makes programs of patterns, each behind the last one.
struct PatternCompiler {
    private(set) var table = ProgramTable()
    private var testNumbers: [TestKey: UInt32] = [:]
    private var places: [[Program.Instruction]: Range<Int32>] = [:]
    private var lists: [[UInt32]: Range<Int32>] = [:]
    private var choices = ChoiceNumbers()
    /// Of the pattern that is being compiled.
    private var instructions: [Program.Instruction] = []

    private struct TestKey: Hashable {
        let kind: TokenTest.Kind
        let words: [UInt32]
        let classes: [Int]
        let forms: UInt8
    }

    /// Compiling interns words, so the lexicon comes back grown.
    mutating func compile(_ pattern: Pattern, _ lexicon: inout Lexicon) -> Program {
        instructions = []
        emit(pattern, &lexicon)
        instructions.append(.accept)
        let flow = ProgramFlow(instructions: instructions, alternatives: choices.alternatives)
        let needs = PatternAnchor.needs(of: pattern, &lexicon).map { number(.words, $0) }
        let ubiquitous = PatternAnchor.ubiquitous.map { lexicon.intern($0) }
        let telling = flow.required { number in
            let test = table.tests[Int(number)]
            return test.isTelling && !table.words(of: test).contains(where: ubiquitous.contains)
        }
        let required = list(telling + needs.filter { !telling.contains($0) })
        let first = list(narrow(flow.first()))
        let second = list(narrow(flow.second()))
        return Program(instructions: place(), required: required, first: first, second: second)
    }

    /// Where the instructions stand in the table; many rules have exceptions in common.
    private mutating func place() -> Range<Int32> {
        let instructions = instructions.map(plainer)
        if let known = places[instructions] { return known }
        let start = Int32(table.instructions.count)
        table.instructions += instructions
        table.longest = max(table.longest, instructions.count)
        let place = start..<Int32(table.instructions.count)
        places[instructions] = place
        return place
    }

    /// A test for one word or one class as an instruction of its own.
    private func plainer(_ instruction: Program.Instruction) -> Program.Instruction {
        guard case .test(let number) = instruction else { return instruction }
        let test = table.tests[Int(number)]
        switch test.kind {
        case .words where test.words.count == 1: return .word(table.words[Int(test.words.lowerBound)])
        case .classes where test.forms.isEmpty && table.classes(of: test).indices.count == 1:
            return .member(UInt32(table.classes(of: test).indices[0]))
        case .words, .classes, .notClasses, .forms, .any, .anywhere, .number: return instruction
        }
    }

    mutating func compile(_ patterns: [Pattern], _ lexicon: inout Lexicon) -> [Program] {
        patterns.map { compile($0, &lexicon) }
    }

    /// Where a list stands in the table, once for all patterns that ask the same.
    private mutating func list(_ tests: [UInt32]) -> Range<Int32> {
        if let known = lists[tests] { return known }
        let start = Int32(table.lists.count)
        table.lists += tests
        let place = start..<Int32(table.lists.count)
        lists[tests] = place
        return place
    }

    /// Tests that rule most tokens out; none where one of them does not.
    private func narrow(_ tests: [UInt32]?) -> [UInt32] {
        guard let tests, tests.allSatisfy(isTellingFirst) else { return [] }
        return tests
    }

    private func isTellingFirst(_ number: UInt32) -> Bool {
        switch table.tests[Int(number)].kind {
        case .words, .classes: true
        case .notClasses, .forms, .any, .anywhere, .number: false
        }
    }

    /// The place of the instruction that will be added next.
    private var next: UInt32 { UInt32(instructions.count) }

    private mutating func emit(_ pattern: Pattern, _ lexicon: inout Lexicon) {
        switch pattern {
        case .sequence(let items): for item in items { emit(item, &lexicon) }
        case .choice(let items): emit(choice: items[...], &lexicon)
        case .repeated(let item, let count): emit(item, upTo: count, &lexicon)
        case .clauseStart: instructions.append(.clauseStart)
        case .sentenceStart: instructions.append(.sentenceStart)
        case .sentenceEnd: instructions.append(.sentenceEnd)
        case .open: instructions.append(.open)
        case .close: instructions.append(.close)
        case .word(let word): test(.words, [lexicon.intern(word)])
        case .verb(let verb): test(.words, lexicon.inflections(of: verb))
        case .anyOf(let names, let forms, let isNegated):
            var classes = ClassSet()
            for name in names { if let index = lexicon.classIndex(name) { classes.insert(index) } }
            let kind: TokenTest.Kind = names.isEmpty ? .forms : isNegated ? .notClasses : .classes
            test(kind, classes: classes, forms: forms)
        case .any(let crossesClauses): test(crossesClauses ? .anywhere : .any)
        case .number: test(.number)
        }
    }

    private mutating func test(
        _ kind: TokenTest.Kind, _ words: [UInt32] = [], classes: ClassSet = ClassSet(), forms: WordForms = []
    ) {
        instructions.append(.test(number(kind, words, classes: classes, forms: forms)))
    }

    private mutating func number(
        _ kind: TokenTest.Kind, _ words: [UInt32] = [], classes: ClassSet = ClassSet(), forms: WordForms = []
    ) -> UInt32 {
        let key = TestKey(kind: kind, words: words, classes: classes.indices, forms: forms.rawValue)
        let number = testNumbers[key] ?? UInt32(table.tests.count)
        if testNumbers.updateValue(number, forKey: key) == nil {
            let start = Int32(table.words.count)
            table.words += words
            var test = TokenTest(
                kind: kind, forms: forms, classes: place(of: classes), words: start..<Int32(table.words.count)
            )
            test.noteBits(words[...])
            table.tests.append(test)
        }
        return number
    }

    private mutating func place(of classes: ClassSet) -> UInt16 {
        if let known = table.classes.firstIndex(of: classes) { return UInt16(known) }
        table.classes.append(classes)
        return UInt16(table.classes.count - 1)
    }

    /// Alternatives that are single words become one test.
    private mutating func emit(choice items: ArraySlice<Pattern>, _ lexicon: inout Lexicon) {
        guard let first = items.first else { return }
        let words = items.compactMap { item -> [UInt32]? in
            switch item {
            case .word(let word): [lexicon.intern(word)]
            case .verb(let verb): lexicon.inflections(of: verb)
            default: nil
            }
        }
        if words.count == items.count { return test(.words, words.flatMap { $0 }) }
        guard items.count > 1 else { return emit(first, &lexicon) }
        if items.count >= Self.manyAlternatives { return emit(many: items, &lexicon) }
        let fork = next
        instructions.append(.accept)
        emit(first, &lexicon)
        let jump = next
        instructions.append(.accept)
        instructions[Int(fork)] = .fork(next)
        emit(choice: items.dropFirst(), &lexicon)
        instructions[Int(jump)] = .jump(next)
    }

    private static let manyAlternatives = 4

    /// Alternatives of which most are told from the word they begin with.
    private mutating func emit(many items: ArraySlice<Pattern>, _ lexicon: inout Lexicon) {
        let choice = next
        instructions.append(.accept)
        var targets: [UInt32] = []
        var jumps: [Int] = []
        for item in items {
            targets.append(next)
            emit(item, &lexicon)
            jumps.append(instructions.count)
            instructions.append(.accept)
        }
        for jump in jumps { instructions[jump] = .jump(next) }
        // Whatever comes behind the choice is tested there, so an alternative that can be empty begins with anything.
        let flow = ProgramFlow(instructions: instructions + [.accept], alternatives: choices.alternatives)
        instructions[Int(choice)] = .choose(
            choices.number(
                of: targets.map {
                    ChoiceNumbers.Alternative(target: $0, words: words(flow.first(from: Int($0))))
                },
                in: &table))
    }

    /// The words that tests ask for; nil where one asks for something else.
    private func words(_ tests: [UInt32]?) -> [UInt32]? {
        guard let tests = tests?.map({ table.tests[Int($0)] }), tests.allSatisfy({ $0.kind == .words }) else {
            return nil
        }
        return tests.flatMap { table.words(of: $0) }
    }

    /// A gap takes as few tokens as it can, anything else as many.
    private mutating func emit(_ item: Pattern, upTo count: Int, _ lexicon: inout Lexicon) {
        var isLazy = false
        if case .any = item { isLazy = count > 1 }
        var forks: [UInt32] = []
        for _ in 0..<count {
            forks.append(next)
            instructions.append(.accept)
            emit(item, &lexicon)
        }
        let end = next
        for fork in forks {
            instructions[Int(fork)] = isLazy ? .skip(end) : .fork(end)
        }
    }
}

extension TokenTest {
    /// Whether the words and classes of a sentence tell that nothing in it passes.
    fileprivate var isTelling: Bool {
        switch kind {
        case .words, .classes: true
        case .notClasses, .forms, .any, .anywhere, .number: false
        }
    }
}
