/// A word as a number: the hash of its bytes (FNV-1a, 64 bits). Words are taken for the same where their keys are, which
/// two different ones are once in some 10^19 pairs; comparing keys costs a fraction of comparing texts.
///
/// Public, as this and `WordSet` are asked for every word, and only what is public becomes part of its callers.
public struct WordKey: Hashable, Comparable, Sendable {
    @usableFromInline var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of no bytes yet; those of a word's beginnings are passed on the way to its own.
    @inlinable
    public init() {}

    @inlinable
    init(hash: UInt64) { self.hash = hash }

    package init(_ word: String) {
        var word = word
        word.withUTF8 { for byte in $0 { append(byte) } }
    }

    package init(_ word: Substring) {
        var word = word
        word.withUTF8 { for byte in $0 { append(byte) } }
    }

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { append(byte) }
    }

    /// Of the text as it is held; a longer word's own key is another one.
    package init(_ text: WordText) {
        for index in 0..<text.count { append(text[index]) }
    }

    @inlinable
    public var bits: UInt64 { hash }

    @inlinable
    public mutating func append(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Of the word with more letters behind it.
    package func appending(_ letters: StaticString) -> WordKey {
        var longer = self
        for index in 0..<letters.utf8CodeUnitCount { longer.append(letters.utf8Start[index]) }
        return longer
    }

    @inlinable
    public static func == (left: WordKey, right: WordKey) -> Bool { left.hash == right.hash }

    @inlinable
    public static func < (left: WordKey, right: WordKey) -> Bool { left.hash < right.hash }
}
