/// Words to look others up in; built once and asked for every word of every document.
public struct WordSet: ExpressibleByArrayLiteral, Sendable {
    /// A bit for the highest six bits of each key; most words that are in none of the sets end here.
    @usableFromInline let highBits: UInt64
    /// Keys by their lowest bits, each at the next free place; 0 is a free one.
    @usableFromInline let slots: [UInt64]

    package init(_ words: some Sequence<String>) { self.init(keys: words.map { WordKey($0) }) }

    public init(arrayLiteral words: String...) { self.init(words) }

    package init(keys: [WordKey]) {
        var size = 4
        while size < keys.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for key in keys {
            var slot = Int(truncatingIfNeeded: key.bits) & (size - 1)
            while slots[slot] != 0, slots[slot] != key.bits { slot = (slot + 1) & (size - 1) }
            slots[slot] = key.bits
        }
        self.slots = slots
        highBits = keys.reduce(0) { $0 | Self.highBit($1) }
    }

    @inlinable
    static func highBit(_ key: WordKey) -> UInt64 { 1 << (key.bits >> 58) }

    @inlinable
    public func contains(_ key: WordKey) -> Bool { highBits & Self.highBit(key) != 0 && isInSlots(key) }

    @usableFromInline
    func isInSlots(_ key: WordKey) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: key.bits) & mask
            while slots[slot] != 0 {
                if slots[slot] == key.bits { return true }
                slot = (slot + 1) & mask
            }
            return false
        }
    }

    package func contains(_ word: String) -> Bool { contains(WordKey(word)) }

    package func contains(_ word: Substring) -> Bool { contains(WordKey(word)) }

    package func union(_ other: WordSet) -> WordSet { WordSet(keys: keys + other.keys) }

    @inlinable
    public func forEach(_ body: (WordKey) -> Void) {
        for bits in slots where bits != 0 { body(WordKey(hash: bits)) }
    }

    private var keys: [WordKey] {
        var keys: [WordKey] = []
        forEach { keys.append($0) }
        return keys
    }
}
