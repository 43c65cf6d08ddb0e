import IncidentTime

/// In which sentences each word of a document stands, so that a check goes to those that concern it and reads no others.
struct WordIndex: Sendable {
    /// A sentence with the passage it stands in.
    typealias Place = (passage: Passage, sentence: ArraySlice<ProseWord>)

    private let places: [Place]
    /// The last entry of each chain, by the lowest bits of its keys; -1 for none.
    private let chains: [Int32]
    private let entries: [Entry]

    private struct Entry: Sendable {
        var key: WordKey
        /// The index of the sentence.
        var place: Int32
        /// The entry before it in its chain; -1 for none.
        var next: Int32
    }

    init(_ passages: [Passage]) {
        var places: [Place] = []
        var entries: [Entry] = []
        entries.reserveCapacity(passages.reduce(0) { $0 + $1.words.count })
        var size = 64
        while size < entries.capacity { size *= 2 }
        var chains = [Int32](repeating: -1, count: size)
        for passage in passages {
            for sentence in passage.sentences {
                let place = Int32(truncatingIfNeeded: places.count)
                places.append((passage, sentence))
                for index in sentence.indices {
                    let key = sentence[index].key
                    let chain = Int(truncatingIfNeeded: key.bits) & (size - 1)
                    entries.append(Entry(key: key, place: place, next: chains[chain]))
                    chains[chain] = Int32(truncatingIfNeeded: entries.count - 1)
                }
            }
        }
        (self.places, self.chains, self.entries) = (places, chains, entries)
    }

    /// The sentences with one of the words, in document order.
    func sentences(holding words: WordSet) -> [Place] {
        var found: [Int32] = []
        words.forEach { key in
            var at = chains[Int(truncatingIfNeeded: key.bits) & (chains.count - 1)]
            while at >= 0 {
                let entry = entries[Int(at)]
                if entry.key == key, found.last != entry.place { found.append(entry.place) }
                at = entry.next
            }
        }
        guard found.count > 1 else { return found.map { places[Int($0)] } }
        found.sort()
        var last: Int32 = -1
        return found.compactMap { place in
            defer { last = place }
            return place == last ? nil : places[Int(place)]
        }
    }
}
