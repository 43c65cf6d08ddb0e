/// Words of several classes, so that one look tells all that a word is in.
package struct WordClasses<Classes: OptionSet & Sendable>: Sendable where Classes.RawValue: Sendable {
    /// Keys by their lowest bits, each at the next free place; 0 is a free one.
    private let keys: [UInt64]
    private let classes: [Classes]

    /// - Parameter lists: the words of each class; a word may be in many.
    package init(_ lists: [(Classes, [String])]) {
        var size = 4
        while size < lists.reduce(0, { $0 + $1.1.count }) * 4 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var classes = [Classes](repeating: [], count: size)
        for (own, words) in lists {
            for word in words {
                let key = WordKey(word).bits
                var slot = Int(truncatingIfNeeded: key) & (size - 1)
                while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
                keys[slot] = key
                classes[slot].formUnion(own)
            }
        }
        (self.keys, self.classes) = (keys, classes)
    }

    /// Empty for a word of none.
    package subscript(key: WordKey) -> Classes {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key.bits) & mask
        while keys[slot] != 0 {
            if keys[slot] == key.bits { return classes[slot] }
            slot = (slot + 1) & mask
        }
        return []
    }
}
