/// A word or a class that must stand somewhere in a sentence for a pattern to fit; told from marks, so that a sentence
/// may seem to have a word that it has not, and never the other way round.
struct Requirement: Sendable {
    private let marks: ClassSet
    private let isOfWords: Bool

    fileprivate init(_ test: TokenTest, _ words: ArraySlice<UInt32>) {
        isOfWords = test.kind == .words
        marks = isOfWords ? words.reduce(into: ClassSet()) { $0.insert(Self.mark(of: $1)) } : test.classes
    }

    func isMet(by sentence: Sentence) -> Bool {
        marks.intersects(isOfWords ? sentence.wordMarks : sentence.allClasses)
    }

    /// One of 256 marks; a sentence has some twenty of them.
    static func mark(of word: UInt32) -> Int { Int(word & 255) }
}

extension Program {
    var requirements: [Requirement] { required.map { Requirement(tests[$0], words(of: tests[$0])) } }

    /// Tests that lie on every way through the program; none is looked for in one so long that it would take a while.
    mutating func findRequired() {
        guard instructions.count <= 2000 else { return }
        required = instructions.indices.compactMap { index in
            guard case .test(let test) = instructions[index], tests[Int(test)].isTelling,
                !reachesEnd(without: index)
            else { return nil }
            return Int(test)
        }
    }

    private func reachesEnd(without avoided: Int) -> Bool {
        var isSeen = [Bool](repeating: false, count: instructions.count)
        var open = [0]
        while let index = open.popLast() {
            guard index != avoided, !isSeen[index] else { continue }
            isSeen[index] = true
            switch instructions[index] {
            case .accept: return true
            case .fork(let first, let second): open += [Int(first), Int(second)]
            case .jump(let target): open.append(Int(target))
            case .test, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: open.append(index + 1)
            }
        }
        return false
    }
}

/// What the token can be that a pattern begins at; told from marks as well.
struct FirstToken: Sendable {
    private var words = ClassSet()
    private var classes = ClassSet()
    private var isAny = false

    init(of program: Program) {
        var isSeen = [Bool](repeating: false, count: program.instructions.count)
        var open = [0]
        while let index = open.popLast(), !isAny {
            guard !isSeen[index] else { continue }
            isSeen[index] = true
            switch program.instructions[index] {
            case .test(let test): add(program.tests[Int(test)], program)
            case .fork(let first, let second): open += [Int(first), Int(second)]
            case .jump(let target): open.append(Int(target))
            case .clauseStart, .sentenceStart, .open, .close: open.append(index + 1)
            case .sentenceEnd, .accept: isAny = true
            }
        }
    }

    private mutating func add(_ test: TokenTest, _ program: Program) {
        switch test.kind {
        case .words: for word in program.words(of: test) { words.insert(Requirement.mark(of: word)) }
        case .classes: classes.formUnion(test.classes)
        case .notClasses, .forms, .any, .anywhere, .number: isAny = true
        }
    }

    func mayBe(_ index: Int, of sentence: Sentence) -> Bool {
        isAny || words.contains(Requirement.mark(of: sentence.tokens[index].word))
            || classes.intersects(sentence.classes[index])
    }
}

extension TokenTest {
    /// Whether few sentences pass it.
    fileprivate var isTelling: Bool {
        switch kind {
        case .words: count <= 64
        case .classes: true
        case .notClasses, .forms, .any, .anywhere, .number: false
        }
    }
}
