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
    /// A bit for each word of the vocabulary, where there are so many words that they have most of the marks.
    private var words: [UInt64] = []
    private var isAny = true

    /// - Parameter tests: of which it passes one, none where it may be anything.
    init(_ tests: ArraySlice<UInt32>, _ requirements: [Requirement], _ table: ProgramTable, vocabulary: Int) {
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
        words = [UInt64](repeating: 0, count: vocabulary / 64 + 1)
        for test in tests where table.tests[Int(test)].kind == .words {
            for word in table.words(of: table.tests[Int(test)]) {
                words[Int(word >> 6)] |= 1 << UInt64(word & 63)
            }
        }
    }

    func mayBe(_ index: Int, of sentence: Sentence) -> Bool {
        isAny || mayBe(sentence.tokens[index].word) || classes.intersects(sentence.classes[index])
    }

    private func mayBe(_ word: UInt32) -> Bool {
        guard marks.contains(Requirement.mark(of: word)) else { return false }
        return words.isEmpty || words[Int(word >> 6)] & (1 << UInt64(word & 63)) != 0
    }
}
