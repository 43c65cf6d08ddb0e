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
        for place in Int(test.words.lowerBound)..<Int(test.words.upperBound) {
            marks.insert(Self.mark(of: table.words[place]))
        }
        self.marks = marks
    }

    func isMet(by sentence: Sentence) -> Bool {
        marks.intersects(isOfWords ? sentence.wordMarks : sentence.allClasses)
    }

    /// One of 256 marks; a sentence has some twenty of them.
    static func mark(of word: UInt32) -> Int { Int(word & 255) }
}

/// What the token can be that a pattern begins at; told from marks as well.
struct FirstToken: Sendable {
    private var words = ClassSet()
    private var classes = ClassSet()
    private var isAny = true

    /// - Parameter tests: of which it passes one, none where it may be anything.
    init(_ tests: some Sequence<Requirement>) {
        for test in tests {
            isAny = false
            if test.isOfWords { words.formUnion(test.marks) } else { classes.formUnion(test.marks) }
        }
    }

    func mayBe(_ index: Int, of sentence: Sentence) -> Bool {
        isAny || words.contains(Requirement.mark(of: sentence.tokens[index].word))
            || classes.intersects(sentence.classes[index])
    }
}
