/// Endings by which a word that no lexicon knows is one for a thing in general: `Corrosion`, `Leakage`, `Humidity`. A
/// capital at the start of a sentence makes no name of it.
enum AbstractEnding {
    private static let endings: [StaticString] = [
        "tion", "sion", "xion", "ment", "ness", "ity", "age", "ture", "sure", "ism", "osis", "itis", "logy",
        "ance",
        "ence",
    ]

    /// How many letters stand before the ending at least: a `Savage` is a family.
    private static let stem = 4

    static func ends(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.count >= 7, let last = word.last, "ntseymy".utf8.contains(last) else { return false }
        return endings.contains { ending in
            let count = ending.utf8CodeUnitCount
            guard word.count >= count + stem else { return false }
            return word.suffix(count).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: count))
        }
    }
}
