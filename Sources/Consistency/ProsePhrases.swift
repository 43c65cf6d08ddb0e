import IncidentTime

/// Phrases that are looked for in prose, word by word. Each is written with blanks between its words and marks: `on - call`.
struct ProsePhrases: ExpressibleByArrayLiteral, Sendable {
    private let phrases: [[WordKey]]
    /// Most words begin none, and are passed over.
    private let beginnings: WordSet
    /// The longest word of each phrase, one of which stands wherever a phrase does.
    let markers: WordSet
    /// Words of the longest phrase.
    let longest: Int

    init(arrayLiteral entries: String...) {
        markers = WordSet(
            entries.compactMap { $0.split(separator: " ").max { $0.utf8.count < $1.utf8.count } }.map(
                String.init))
        phrases = entries.map { $0.split(separator: " ").map { WordKey($0) } }
        beginnings = WordSet(keys: phrases.compactMap(\.first))
        longest = phrases.map(\.count).max() ?? 0
    }

    func stand(in words: ArraySlice<ProseWord>) -> Bool { first(in: words) != nil }

    func stand(in words: [ProseWord]) -> Bool { first(in: words[...]) != nil }

    /// The words of the first that stands there.
    func first(in words: ArraySlice<ProseWord>) -> ArraySlice<ProseWord>? {
        for index in words.indices where beginnings.contains(words[index].key) {
            let rest = words[index...]
            if let phrase = phrases.first(where: { rest.starts(with: $0) { $0.key == $1 } }) {
                return rest.prefix(phrase.count)
            }
        }
        return nil
    }
}
