/// Words, contractions, and what holds the parts of a word together.
extension SentenceReader {
    mutating func word() {
        let start = at
        var hash: UInt32 = 2_166_136_261
        var seen: UInt8 = 0
        var apostrophe = -1
        var hyphen = -1
        while at < bytes.count {
            smallLetters(&hash, &seen)
            guard at < bytes.count else { break }
            let byte = bytes[at]
            if byte < 0x80 {
                guard byte > 0x20, isWordByte(byte) || Self.continuesWord(byte, bytes, at) else { break }
                seen |= Self.trait(of: byte)
                if byte == 0x27 { apostrophe = at } else if byte == 0x2D { hyphen = at }
                hash = (hash ^ UInt32(lowered(byte))) &* 16_777_619
                at += 1
            } else if Self.isWideSign(byte, bytes, at) {
                guard bytes[at + 1] == 0x80, bytes[at + 2] == 0x99, at + 3 < bytes.count, at > start,
                    bytes[at + 3] | 0x20 >= 0x61, bytes[at + 3] | 0x20 <= 0x7A
                else { break }
                apostrophe = at
                seen |= 8
                at += 3
            } else {
                seen |= Self.trait(of: 0x61)
                hash = (hash ^ UInt32(byte)) &* 16_777_619
                at += 1
            }
        }
        if apostrophe >= 0 { return contraction(start, apostrophe) }
        var shape: Token.Shape =
            seen == 1 && bytes[start] < 0x80
            ? [] : Self.shape(bytes[start], start + 1 < bytes.count ? bytes[start + 1] : 0, seen, at - start)
        if Int(hash) == 0 { return add(start, at, Vocabulary.unknown, hash, shape) }
        guard let base = bytes.baseAddress else { return }
        var number = lookup.word(hash, base + start, at - start, isSmall: seen == 1)
        if number == words.cannot {
            add(start, start + 3, words.can, 0, shape)
            return add(start + 3, at, words.not, 0, .suffix)
        }
        shape.formUnion(ending(of: start..<at))
        if number == Vocabulary.unknown, hyphen > start, !shape.contains(.identifier) {
            number = lookup.word(base + hyphen + 1, at - hyphen - 1)
        }
        if number == Vocabulary.unknown {
            if PersonEnding.ends(bytes[start..<at]) { shape.insert(.personEnding) }
            if shape.contains(.capital), AbstractEnding.ends(bytes[start..<at]) {
                shape.insert(.abstractEnding)
            }
        }
        add(start, at, number, hash, shape)
    }

    /// What the end of a word says of its form, for words that no lexicon knows as a verb.
    private func ending(of range: Range<Int>) -> Token.Shape {
        guard range.count > 4 else { return [] }
        if bytes[at - 1] == 0x64, bytes[at - 2] == 0x65 { return .pastEnding }
        if bytes[at - 1] == 0x79, bytes[at - 2] == 0x6C { return .lyEnding }
        return bytes[at - 1] == 0x67 && bytes[at - 2] == 0x6E && bytes[at - 3] == 0x69 ? .ingEnding : []
    }

    /// Most of what is read.
    @inline(__always)
    private mutating func smallLetters(_ hash: inout UInt32, _ seen: inout UInt8) {
        let start = at
        var end = at
        while end < bytes.count, bytes[end] >= 0x61, bytes[end] <= 0x7A {
            hash = (hash ^ UInt32(bytes[end])) &* 16_777_619
            end += 1
        }
        if end > start { seen |= Self.trait(of: 0x61) }
        at = end
    }

    /// 1: a small letter. 2: a capital. 4: a digit or underscore. 8: a sign inside the word.
    private static func trait(of byte: UInt8) -> UInt8 {
        switch byte {
        case 0x61...0x7A: 1
        case 0x41...0x5A: 2
        case 0x30...0x39, 0x5F: 4
        default: 8
        }
    }

    private static func shape(_ first: UInt8, _ second: UInt8, _ seen: UInt8, _ count: Int) -> Token.Shape {
        if first >= 0x30 && first <= 0x39 { return .number }
        var shape: Token.Shape = []
        let isWideCapital =
            (first == 0xC3 && second >= 0x80 && second <= 0x9E)
            || ((first == 0xC4 || first == 0xC5) && second & 1 == 0)
        if (first >= 0x41 && first <= 0x5A) || isWideCapital { shape.insert(.capital) }
        if seen & 3 == 2, count > 1 { shape.insert(.allCapitals) }
        if seen & 4 != 0 { shape.insert(.identifier) }
        return shape
    }

    /// Signs that hold a word together while letters or digits stand on both sides.
    static func continuesWord(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 1 < bytes.count,
            byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x2C
        else { return false }
        let next = bytes[at + 1]
        let isNextDigit = next >= 0x30 && next <= 0x39
        switch byte {
        case 0x3A, 0x2C: return isNextDigit && at > 0 && bytes[at - 1] >= 0x30 && bytes[at - 1] <= 0x39
        case 0x2E: return isNextDigit || (next >= 0x61 && next <= 0x7A)
        case 0x27: return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
        default: return isWordByte(next) && !isWideSign(next, bytes, at + 1)
        }
    }

    /// `didn't`, `should've`, `Ana's` are two tokens each.
    private mutating func contraction(_ start: Int, _ apostrophe: Int) {
        guard let base = bytes.baseAddress else { return }
        let width = bytes[apostrophe] == 0x27 ? 1 : 3
        let rest = apostrophe + width
        let letters = at - rest
        var shape = Self.shape(bytes[start], start + 1 < bytes.count ? bytes[start + 1] : 0, 0, 1)
        if letters == 1, bytes[rest] | 0x20 == 0x74, apostrophe - start >= 3,
            bytes[apostrophe - 1] | 0x20 == 0x6E
        {
            let stem = apostrophe - 1
            var number = lookup.word(base + start, stem - start)
            if stem - start == 2 {
                if bytes[start] | 0x20 == 0x63 { number = words.can }
                if bytes[start] | 0x20 == 0x77 { number = words.will }
            }
            add(start, stem, number, 0, shape)
            return add(stem, at, words.not, 0, .suffix)
        }
        for suffix in words.suffixes where suffix.letters.count == letters {
            guard (0..<letters).allSatisfy({ lowered(bytes[rest + $0]) == suffix.letters[$0] }) else {
                continue
            }
            let hash = Vocabulary.hash(bytes[start..<apostrophe].map(lowered))
            add(start, apostrophe, lookup.word(base + start, apostrophe - start), hash, shape)
            return add(apostrophe, at, suffix.word, 0, .suffix)
        }
        shape.formUnion(Self.shape(bytes[start], 0, 0, 1))
        add(start, at, lookup.word(base + start, at - start), 0, shape)
    }
}
