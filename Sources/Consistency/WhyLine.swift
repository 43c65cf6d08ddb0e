import IncidentTime

/// A line of a chain and what it is about.
struct WhyLine {
    let text: String
    private let words: SubjectWords
    /// Without the words that only ask, or say that something was so.
    private let matter: SubjectWords
    private let isQuestion: Bool
    /// Nothing but that something was so.
    private let isEmpty: Bool

    init(_ text: String, isQuestion: Bool = false) {
        (self.text, self.isQuestion) = (text, isQuestion)
        words = SubjectWords(text)
        let said = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
        matter = SubjectWords(said.filter { !Self.asking.contains($0.key) })
        isEmpty =
            matter.isEmpty && said.count > 2 && said.allSatisfy { $0.beginsWithLetter || $0.text == "." }
    }

    /// The same words, give or take one in four.
    func saysTheSame(as other: WhyLine) -> Bool {
        if other.isQuestion, isEmpty || Self.isSame(matter, other.matter) { return true }
        return Self.isSame(words, other.words)
    }

    private static func isSame(_ words: SubjectWords, _ other: SubjectWords) -> Bool {
        guard words.count >= 2 else { return false }
        let shared = words.shared(with: other)
        let larger = max(words.count, other.count)
        let smaller = min(words.count, other.count)
        let saysNothingNew = words.count >= 3 && shared == words.count
        return saysNothingNew || smaller >= 2 && 4 * shared >= 3 * larger
    }

    private static let asking: WordSet = [
        "why", "how", "what", "come", "came", "did", "does", "do", "done", "didn't", "doesn't", "don't",
        "wasn't",
        "weren't", "isn't", "aren't", "hadn't", "hasn't", "couldn't", "can't", "cannot", "wouldn't",
        "possible",
        "impossible", "able", "unable", "happen", "happened", "occur", "occurred", "exist", "existed",
        "place",
        "took", "take", "become", "became", "went", "go", "just", "simply", "so", "there", "anymore", "any",
        "more", "longer", "gone", "absent", "missing", "way", "case", "again", "still", "already", "because",
        "always", "been", "never",
    ]
}
