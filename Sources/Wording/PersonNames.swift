import Diagnostics

/// Names of people: those that a document lists, and where names may stand in any case.
enum PersonNames {
    /// Words of names as the sentence reader hashes them.
    static func hashes(_ people: [String]) -> Set<UInt32> {
        var hashes: Set<UInt32> = []
        for person in people {
            for word in person.words(with: "-'\u{2019}")
            where word.utf8.count > 1 && word.first?.isUppercase == true {
                hashes.insert(Vocabulary.hash(word.utf8.map(lowered)))
            }
        }
        return hashes
    }

    /// Sections in which people sign, own and attend.
    private static let namingSections: Set<String> = [
        "actions", "people", "meeting", "prevention", "communication",
    ]

    /// Stretches of names in a sentence; nil where names are welcome.
    ///
    /// - Parameter colon: the sign, as a word of the vocabulary.
    static func spans(in sentence: Sentence, kind: String?, colon: UInt32) -> [Range<Int>]? {
        if let kind, namingSections.contains(kind) { return nil }
        var spans: [Range<Int>] = []
        for index in sentence.tokens.indices where isName(index, sentence) {
            if let last = spans.last, last.upperBound == index {
                spans[spans.count - 1] = last.lowerBound..<(index + 1)
            } else {
                spans.append(index..<(index + 1))
            }
        }
        return spans.filter { !isOfField($0, sentence, colon) }
    }

    /// `Incident Commander: Ana Ruiz`: who it was is what the field asks for.
    private static func isOfField(_ span: Range<Int>, _ sentence: Sentence, _ colon: UInt32) -> Bool {
        let before = span.lowerBound - 1
        return before > 0 && sentence.tokens[before].word == colon && sentence.has(.person, before - 1)
    }

    private static func isName(_ index: Int, _ sentence: Sentence) -> Bool {
        let shape = sentence.shape(index)
        guard !shape.contains(.quoted) else { return false }
        if shape.contains(.handle) || sentence.has(.givenName, index) { return true }
        return shape.contains(.capital) && sentence.tokens[index].word == Vocabulary.unknown
            && sentence.has(.person, index)
    }
}
