/// Every word that a rule or a lexicon knows, with a number each: one hash look-up tells a token's word.
struct Vocabulary: Sendable {
    /// 0 is the word that nobody knows.
    static let unknown: UInt32 = 0

    private(set) var classes: [ClassSet] = [ClassSet()]
    private(set) var forms: [WordForms] = [[]]
    private var letters: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Hash and word of each place; a word of 0 is a free one.
    private var slots: [UInt64]

    init(expecting count: Int = 8192) {
        var size = 1024
        while size < count * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        classes.reserveCapacity(count + 64)
        forms.reserveCapacity(count + 64)
        ends.reserveCapacity(count + 64)
        letters.reserveCapacity(count * 9)
    }

    var count: Int { classes.count }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }

    func text(_ word: UInt32) -> String {
        guard word > 0 else { return "" }
        return String(decoding: letters[Int(ends[Int(word) - 1])..<Int(ends[Int(word)])], as: UTF8.self)
    }

    /// The number of a word in small letters, new if need be.
    mutating func intern(_ word: some Collection<UInt8>) -> UInt32 {
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
                let found = UInt32(truncatingIfNeeded: slots[slot])
                if letters[Int(ends[Int(found) - 1])..<Int(ends[Int(found)])].elementsEqual(word) {
                    return found
                }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return append(word, hash, slot, ClassSet(), [])
    }

    /// Adds a word that is known not to be there yet.
    mutating func append(_ word: UnsafeBufferPointer<UInt8>, _ classSet: ClassSet, _ form: WordForms) {
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        append(word, hash, slot, classSet, form)
    }

    @discardableResult
    private mutating func append(
        _ word: some Collection<UInt8>, _ hash: UInt32, _ slot: Int, _ classSet: ClassSet, _ form: WordForms
    ) -> UInt32 {
        let number = UInt32(classes.count)
        letters.append(contentsOf: word)
        ends.append(UInt32(letters.count))
        classes.append(classSet)
        forms.append(form)
        slots[slot] = UInt64(hash) << 32 | UInt64(number)
        if classes.count * 2 > slots.count { grow() }
        return number
    }

    mutating func intern(_ word: String) -> UInt32 { intern(word.utf8) }

    mutating func add(_ classSet: ClassSet, _ form: WordForms, to word: UInt32) {
        classes[Int(word)].formUnion(classSet)
        forms[Int(word)].formUnion(form)
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// The tables as plain pointers, for the loop over a text.
    func withLookup<Result>(_ body: (WordLookup) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            letters.withUnsafeBufferPointer { letters in
                ends.withUnsafeBufferPointer { ends in
                    body(WordLookup(slots: slots, letters: letters, ends: ends, mask: slots.count - 1))
                }
            }
        }
    }
}

/// Looks words up without any retaining or checking.
struct WordLookup {
    fileprivate let slots: UnsafeBufferPointer<UInt64>
    fileprivate let letters: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<UInt32>
    fileprivate let mask: Int

    /// The word of some bytes whose hash, in small letters, is known.
    ///
    /// - Parameter isSmall: whether all of them are small letters.
    @inline(__always)
    func word(_ hash: UInt32, _ text: UnsafePointer<UInt8>, _ count: Int, isSmall: Bool = false) -> UInt32 {
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return Vocabulary.unknown }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                let found = Int(UInt32(truncatingIfNeeded: entry))
                if isSmall ? equals(found, text, count) : matches(found, text, count) {
                    return UInt32(found)
                }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Four bytes at a time, the last four again where they overlap.
    @inline(__always)
    private func equals(_ word: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = Int(ends[word - 1])
        guard Int(ends[word]) - start == count, let letters = letters.baseAddress else { return false }
        let known = UnsafeRawPointer(letters + start)
        let text = UnsafeRawPointer(text)
        guard count >= 4 else {
            for index in 0..<count
            where known.load(fromByteOffset: index, as: UInt8.self)
                != text.load(fromByteOffset: index, as: UInt8.self)
            {
                return false
            }
            return true
        }
        var at = 0
        while at < count {
            let place = min(at, count - 4)
            let isSame =
                known.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                == text.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            guard isSame else { return false }
            at += 4
        }
        return true
    }

    @inline(__always)
    private func matches(_ word: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = Int(ends[word - 1])
        guard Int(ends[word]) - start == count else { return false }
        for index in 0..<count where letters[start + index] != lowered(text[index]) { return false }
        return true
    }

    @inline(__always)
    func word(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for index in 0..<count { hash = (hash ^ UInt32(lowered(text[index]))) &* 16_777_619 }
        return word(hash, text, count)
    }
}

@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
