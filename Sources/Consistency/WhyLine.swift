import IncidentTime

/// A line of a chain and what it is about.
final class WhyLine {
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
        matter = SubjectWords(said.filter { !Self.asking.contains($0.key) }.map(Self.plain))
        isEmpty =
            matter.isEmpty && said.count > 2 && said.allSatisfy { $0.beginsWithLetter || $0.text == "." }
    }

    /// The same words, give or take one in four.
    func saysTheSame(as other: WhyLine) -> Bool {
        if other.isQuestion, isEmpty || isTaken(from: other) || Self.isSame(matter, other.matter) {
            return true
        }
        return Self.isSame(words, other.words)
    }

    /// One word alone, and that from the question.
    private func isTaken(from other: WhyLine) -> Bool {
        matter.count == 1 && other.matter.count < 4 && matter.shared(with: other.matter) == 1
    }

    private static func isSame(_ words: SubjectWords, _ other: SubjectWords) -> Bool {
        guard words.count >= 2 else { return false }
        let shared = words.shared(with: other)
        let larger = max(words.count, other.count)
        let smaller = min(words.count, other.count)
        let saysNothingNew = words.count >= 3 && shared == words.count
        return saysNothingNew || smaller >= 2 && 4 * shared >= 3 * larger
    }

    /// `known` as `know`
    private static func plain(_ word: ProseWord) -> ProseWord {
        guard irregular.contains(word.key), let verb = verbs[word.text.description] else { return word }
        return ProseWord(verb, range: word.range)
    }

    private static let irregular = WordSet(verbs.keys)
    private static let verbs = [
        "known": "know", "knew": "know", "seen": "see", "saw": "see", "written": "write", "wrote": "write",
        "broken": "break", "broke": "break", "taken": "take", "given": "give", "gave": "give", "sent": "send",
        "built": "build", "found": "find", "held": "hold", "lost": "lose", "kept": "keep", "told": "tell",
        "ran": "run", "grew": "grow", "grown": "grow", "fell": "fall", "fallen": "fall", "began": "begin",
        "begun": "begin", "bought": "buy", "drew": "draw", "drawn": "draw", "heard": "hear", "left": "leave",
        "stood": "stand", "stuck": "stick",
    ]
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
