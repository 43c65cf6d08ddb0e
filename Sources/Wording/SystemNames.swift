/// Names that a team declares to be systems: they may fail and forget, whatever else the words are.
struct SystemNames: Sendable {
    /// The words before the last one, the nearest first, by the last; all as the sentence reader hashes them.
    private var names: [UInt32: [[UInt32]]] = [:]

    init(_ names: [String]) {
        for name in names {
            let words = name.split(whereSeparator: \.isWhitespace).map {
                Vocabulary.hash($0.utf8.map(lowered))
            }
            guard let last = words.last else { continue }
            self.names[last, default: []].append(words.dropLast().reversed())
        }
    }

    /// Makes machines of the words that name a system. Of a name with several words the last one counts, as it does in a
    /// sentence, but a word for people is one only with the words before it: an `Order Desk` leaves the help desk alone.
    func mark(_ sentence: inout Sentence) {
        guard !names.isEmpty else { return }
        for index in sentence.tokens.indices {
            guard let names = names[sentence.tokens[index].hash] else { continue }
            let isWhole = names.contains { stands($0, before: index, sentence) }
            guard isWhole || !Self.people.contains(where: { sentence.has($0, index) }) else { continue }
            for known in Self.people { sentence.classes[index].remove(known.index) }
            sentence.tokens[index].shape.remove(.nameLike)
            sentence.classes[index].insert(KnownClass.machine.index)
        }
    }

    private func stands(_ words: [UInt32], before index: Int, _ sentence: Sentence) -> Bool {
        guard index - words.count >= 0 else { return false }
        return words.enumerated().allSatisfy { sentence.tokens[index - 1 - $0.offset].hash == $0.element }
    }

    /// What a word is that makes a person, a team or a firm of it.
    private static let people: [KnownClass] = [
        .person, .givenName, .nameLike, .firm, .firmWord, .collective, .everyone, .ambiguousRole,
        .servingRole,
    ]
}
