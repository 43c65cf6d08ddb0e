/// A sentence with what is known of each token, ready for patterns. Its lists lie in a `SentenceBuffer`: they are good
/// as long as that is, and until the next sentence is put there.
struct Sentence {
    fileprivate(set) var tokens = UnsafeMutableBufferPointer<Token>(start: nil, count: 0)
    fileprivate(set) var classes = UnsafeMutableBufferPointer<ClassSet>(start: nil, count: 0)
    fileprivate(set) var forms = UnsafeMutableBufferPointer<WordForms>(start: nil, count: 0)
    /// The first token that is no time, number or sign in front.
    var start = 0
    /// The classes that any of its tokens has.
    var allClasses = ClassSet()
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

    /// Whether a token can be part of a noun phrase.
    func isNominal(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), !tokens[index].isPunctuation else { return false }
        let blocks: [KnownClass] = [
            .determiner, .possessive, .preposition, .auxiliary, .modal, .negation, .conjunction,
            .subordinator, .relative,
            .own, .you, .pronoun, .thing, .everyone,
        ]
        if has(.auxiliary, index), shape(index).contains(.suffix) { return true }
        return !blocks.contains { has($0, index) }
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

/// Room for one sentence at a time.
final class SentenceBuffer {
    private var tokens = UnsafeMutableBufferPointer<Token>.allocate(capacity: 0)
    private var classes = UnsafeMutableBufferPointer<ClassSet>.allocate(capacity: 0)
    private var forms = UnsafeMutableBufferPointer<WordForms>.allocate(capacity: 0)

    init(capacity: Int = SentenceReader.maximumLength + 8) { allocate(capacity) }

    deinit { deallocate() }

    /// Puts the tokens of a sentence in place of the last one's, with the classes and forms that their words have.
    func hold(_ read: [Token], _ vocabulary: Vocabulary) -> Sentence {
        if read.count > tokens.count {
            deallocate()
            allocate(read.count * 2)
        }
        var sentence = Sentence()
        sentence.tokens = .init(rebasing: tokens[..<read.count])
        sentence.classes = .init(rebasing: classes[..<read.count])
        sentence.forms = .init(rebasing: forms[..<read.count])
        for (index, token) in read.enumerated() {
            sentence.tokens[index] = token
            sentence.classes[index] = vocabulary.classes[Int(token.word)]
            sentence.forms[index] = vocabulary.forms[Int(token.word)]
        }
        return sentence
    }

    private func allocate(_ capacity: Int) {
        tokens = .allocate(capacity: capacity)
        classes = .allocate(capacity: capacity)
        forms = .allocate(capacity: capacity)
    }

    private func deallocate() {
        tokens.deallocate()
        classes.deallocate()
        forms.deallocate()
    }
}
