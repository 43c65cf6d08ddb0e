/// Endings by which a word that no lexicon knows is one for a person: `tollkeeper`, `draughtswoman`, `podiatrist`.
enum PersonEnding {
    private static let endings: [StaticString] = [
        "keeper", "keepers", "woman", "women", "sman", "smen", "person", "persons", "monger", "mongers",
        "smith", "smiths",
        "wright", "wrights", "ician", "icians", "ologist", "ologists", "iatrist", "iatrists", "ographer",
        "ographers",
        "master", "masters", "steward", "stewards", "warden", "wardens",
    ]

    /// How many letters stand before the ending at least, so that the ending is not all of a short word.
    private static let stem = 3

    static func ends(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.count >= 7, let last = word.last, "nrthsd".utf8.contains(last) else { return false }
        return endings.contains { ending in
            let count = ending.utf8CodeUnitCount
            guard word.count >= count + stem else { return false }
            return word.suffix(count).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: count))
        }
    }
}
