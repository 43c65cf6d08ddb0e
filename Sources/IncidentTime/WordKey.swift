/// A word as a number: the hash of its bytes (FNV-1a, 64 bits). Words are taken for the same where their keys are, which
/// two different ones are once in some 10^19 pairs; comparing keys costs a fraction of comparing texts.
package struct WordKey: Hashable, Comparable, Sendable {
    package private(set) var bits: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of no bytes yet; those of a word's beginnings are passed on the way to its own.
    package init() {}

    package init(_ word: String) {
        var word = word
        word.withUTF8 { for byte in $0 { append(byte) } }
    }

    package init(_ word: Substring) {
        var word = word
        word.withUTF8 { for byte in $0 { append(byte) } }
    }

    @inline(__always)
    package mutating func append(_ byte: UInt8) { bits = (bits ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    package static func < (left: WordKey, right: WordKey) -> Bool { left.bits < right.bits }
}

/// Words to look others up in; built once and asked for every word of every document.
package struct WordSet: ExpressibleByArrayLiteral, Sendable {
    /// Keys by their lowest bits, each at the next free place; 0 is a free one.
    private let slots: [UInt64]

    package init(_ words: some Sequence<String>) { self.init(keys: words.map { WordKey($0) }) }

    package init(arrayLiteral words: String...) { self.init(words) }

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
    }

    package func contains(_ key: WordKey) -> Bool {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.bits) & mask
        while slots[slot] != 0 {
            if slots[slot] == key.bits { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    package func contains(_ word: String) -> Bool { contains(WordKey(word)) }

    package func contains(_ word: Substring) -> Bool { contains(WordKey(word)) }

    package func union(_ other: WordSet) -> WordSet { WordSet(keys: keys + other.keys) }

    package func forEach(_ body: (WordKey) -> Void) {
        for bits in slots where bits != 0 { body(WordKey(bits: bits)) }
    }

    private var keys: [WordKey] {
        var keys: [WordKey] = []
        forEach { keys.append($0) }
        return keys
    }
}

extension WordKey {
    fileprivate init(bits: UInt64) { self.bits = bits }
}
