/// A sentence with what is known of each token, ready for patterns.
struct Sentence {
    var tokens: [Token] = []
    var classes: [ClassSet] = []
    var forms: [WordForms] = []
    /// The first token that is no time, number or sign in front.
    var start = 0
    /// The classes that any of its tokens has.
    var allClasses = ClassSet()
    /// The marks of its words.
    var wordMarks = ClassSet()
    var equalsSign = Vocabulary.unknown

    func has(_ known: KnownClass, _ index: Int) -> Bool {
        tokens.indices.contains(index) && classes[index].contains(known)
    }

    func shape(_ index: Int) -> Token.Shape {
        tokens.indices.contains(index) ? tokens[index].shape : .punctuation
    }

    func isEqualsSign(_ index: Int) -> Bool {
        tokens[index].word == equalsSign && equalsSign != Vocabulary.unknown
    }

    /// Whether a clause begins at a token: at the start, behind a sign that ends one, or behind a word that joins two.
    func startsClause(_ index: Int) -> Bool {
        guard index > start else { return index == start }
        let before = index - 1
        if tokens[before].shape.contains(.clauseBreak) || tokens[before].shape.contains(.quote) {
            return true
        }
        return has(.conjunction, before) || has(.subordinator, before)
    }

    /// Whether a clause ends between two tokens.
    func hasBreak(_ range: Range<Int>) -> Bool {
        range.contains { index in
            tokens[index].shape.contains(.clauseBreak) || has(.conjunction, index)
                || has(.subordinator, index)
                || has(.relative, index)
        }
    }
}
