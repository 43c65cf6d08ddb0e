import LosslessMarkdown

/// Cuts the prose of a block into sentences and these into tokens, in one pass and with bounded sentences: what is
/// worked out within a sentence can never make a text take more than linear time.
struct SentenceReader {
    private var bytes: UnsafeBufferPointer<UInt8>
    private let lookup: WordLookup
    private let words: ReaderWords
    /// For each word, whether some rule begins at it.
    private let triggers: UnsafeBufferPointer<Bool>
    private let abbreviations: UnsafeBufferPointer<Bool>
    private var at = 0
    private var isInsideQuote = false
    private var isQuoteBalanced: Bool?

    private(set) var tokens: [Token] = []
    /// Whether any token of the sentence is one that a rule begins at.
    private(set) var hasTrigger = false

    /// Longer sentences are cut: 200 words are a list, not a sentence.
    static let maximumLength = 200

    init(
        lookup: WordLookup, words: ReaderWords, triggers: UnsafeBufferPointer<Bool>,
        abbreviations: UnsafeBufferPointer<Bool>, buffer: [Token] = []
    ) {
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        self.lookup = lookup
        self.words = words
        self.triggers = triggers
        self.abbreviations = abbreviations
        tokens = buffer
        tokens.reserveCapacity(Self.maximumLength + 8)
    }

    private init(_ other: SentenceReader, _ bytes: UnsafeBufferPointer<UInt8>) {
        self = other
        self.bytes = bytes
        at = 0
        isInsideQuote = false
        isQuoteBalanced = nil
    }

    /// The same reader at the start of another text.
    func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> SentenceReader { SentenceReader(self, bytes) }

    /// Reads the next sentence into `tokens`; false at the end of the text.
    mutating func next() -> Bool {
        tokens.removeAll(keepingCapacity: true)
        hasTrigger = false
        while at < bytes.count, tokens.count < Self.maximumLength {
            let byte = bytes[at]
            if isWordByte(byte), !isWideSign(byte) {
                word()
            } else if byte <= 0x20 {
                if blank(byte) { break }
            } else if sign(byte) {
                break
            }
        }
        return !tokens.isEmpty || at < bytes.count
    }

    // MARK: blanks

    /// True where the sentence ends here.
    private mutating func blank(_ byte: UInt8) -> Bool {
        if byte == ProseText.hole {
            add(at, at + 1, Vocabulary.unknown, 0, .hole)
        } else if byte == ProseText.lineBreak {
            at += 1
            return !tokens.isEmpty
        }
        at += 1
        return byte == 0x0A && !tokens.isEmpty && startsEntry(at)
    }

    /// A line that begins with a time or a date is an entry of its own, though Markdown joins it to the one above.
    private func startsEntry(_ start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x5B { end += 1 }
        let first = end
        while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
        guard end < bytes.count, end - first == 2 || end - first == 4 else { return false }
        return bytes[end] == 0x3A || (bytes[end] == 0x2D && end - first == 4)
    }

    // MARK: words

    private mutating func word() {
        let start = at
        var hash: UInt32 = 2_166_136_261
        var seen: UInt8 = 0
        var apostrophe = -1
        var hyphen = -1
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                guard isWordByte(byte) || continuesWord(byte) else { break }
                seen |= Self.traits[Int(byte)]
                if byte == 0x27 { apostrophe = at } else if byte == 0x2D { hyphen = at }
                hash = (hash ^ UInt32(lowered(byte))) &* 16_777_619
                at += 1
            } else if isWideSign(byte) {
                guard bytes[at + 1] == 0x80, bytes[at + 2] == 0x99, at + 3 < bytes.count, at > start,
                    bytes[at + 3] | 0x20 >= 0x61, bytes[at + 3] | 0x20 <= 0x7A
                else { break }
                apostrophe = at
                seen |= 8
                at += 3
            } else {
                seen |= Self.traits[0x61]
                hash = (hash ^ UInt32(byte)) &* 16_777_619
                at += 1
            }
        }
        if apostrophe >= 0 { return contraction(start, apostrophe) }
        var shape = Self.shape(bytes[start], start + 1 < bytes.count ? bytes[start + 1] : 0, seen, at - start)
        if Int(hash) == 0 { return add(start, at, Vocabulary.unknown, hash, shape) }
        guard let base = bytes.baseAddress else { return }
        var number = lookup.word(hash, base + start, at - start)
        if number == words.cannot {
            add(start, start + 3, words.can, 0, shape)
            return add(start + 3, at, words.not, 0, .suffix)
        }
        shape.formUnion(ending(of: start..<at))
        if number == Vocabulary.unknown, hyphen > start, !shape.contains(.identifier) {
            number = lookup.word(base + hyphen + 1, at - hyphen - 1)
        }
        add(start, at, number, hash, shape)
    }

    /// What the end of a word says of its form, for words that no lexicon knows as a verb.
    private func ending(of range: Range<Int>) -> Token.Shape {
        guard range.count > 4 else { return [] }
        if bytes[at - 1] == 0x64, bytes[at - 2] == 0x65 { return .pastEnding }
        return bytes[at - 1] == 0x67 && bytes[at - 2] == 0x6E && bytes[at - 3] == 0x69 ? .ingEnding : []
    }

    /// 1: a small letter. 2: a capital. 4: a digit or underscore. 8: a sign inside the word.
    private static let traits: [UInt8] = (0..<128).map { byte in
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
    private func continuesWord(_ byte: UInt8) -> Bool {
        guard at + 1 < bytes.count,
            byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x2C
        else { return false }
        let next = bytes[at + 1]
        let isNextDigit = next >= 0x30 && next <= 0x39
        switch byte {
        case 0x3A, 0x2C: return isNextDigit && at > 0 && bytes[at - 1] >= 0x30 && bytes[at - 1] <= 0x39
        case 0x2E: return isNextDigit || (next >= 0x61 && next <= 0x7A)
        case 0x27: return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
        default: return isWordByte(next) && !isWideSign(next, at + 1)
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

    private mutating func add(_ start: Int, _ end: Int, _ word: UInt32, _ hash: UInt32, _ shape: Token.Shape)
    {
        let quoted: Token.Shape = isInsideQuote ? .quoted : []
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), word: word, hash: hash, shape: shape.union(quoted)))
        if triggers[Int(word)] { hasTrigger = true }
    }

    // MARK: signs

    /// Whether the bytes here are a sign beyond ASCII: dashes, quotes, dots, blanks, and those of Chinese and Japanese.
    private func isWideSign(_ byte: UInt8) -> Bool { byte >= 0xC2 && isWideSign(byte, at) }

    private func isWideSign(_ byte: UInt8, _ at: Int) -> Bool {
        switch byte {
        case 0xC2: at + 1 < bytes.count && bytes[at + 1] < 0xAA
        case 0xE2: at + 2 < bytes.count && bytes[at + 1] == 0x80
        case 0xE3: at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] <= 0x91
        default: false
        }
    }

    /// True where the sentence ends behind the sign.
    private mutating func sign(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return wideSign(byte) }
        let start = at
        at += 1
        switch byte {
        case 0x2E, 0x21, 0x3F:
            add(start, at, words.signs[Int(byte)], 0, .punctuation)
            return endsSentence(byte)
        case 0x22:
            quotation(start, closes: nil)
        case 0x40:
            handle(start)
        case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x7C:
            add(start, at, words.signs[Int(byte)], 0, [.punctuation, .clauseBreak])
        case 0x2D where at < bytes.count && bytes[at] <= 0x2D && start > 0 && bytes[start - 1] <= 0x2D:
            add(start, at, words.signs[0x2D], 0, [.punctuation, .clauseBreak])
        default:
            add(start, at, words.signs[Int(byte)], 0, .punctuation)
        }
        return false
    }

    private mutating func wideSign(_ byte: UInt8) -> Bool {
        let start = at
        at += byte == 0xC2 ? 2 : 3
        guard byte == 0xE2 else {
            if byte == 0xE3, bytes[start + 2] == 0x82 {
                add(start, at, words.signs[0x2E], 0, .punctuation)
                return true
            }
            return false
        }
        switch bytes[start + 2] {
        case 0x90...0x91: add(start, at, words.signs[0x2D], 0, .punctuation)
        case 0x92...0x95: add(start, at, words.signs[0x2D], 0, [.punctuation, .clauseBreak])
        case 0x9C, 0x9E, 0x9F: quotation(start, closes: false)
        case 0x9D: quotation(start, closes: true)
        case 0x98, 0x99: add(start, at, words.signs[0x27], 0, .punctuation)
        case 0xA6: add(start, at, words.signs[0x2E], 0, .punctuation)
        default: break
        }
        return false
    }

    /// Opens or closes a quotation; straight marks take turns where the block has an even number of them.
    private mutating func quotation(_ start: Int, closes: Bool?) {
        let isClosing = closes ?? isInsideQuote
        let isBalanced = isQuoteBalanced ?? (bytes.count { $0 == 0x22 } % 2 == 0)
        isQuoteBalanced = isBalanced
        isInsideQuote = false
        add(start, at, words.signs[0x22], 0, [.punctuation, .quote])
        isInsideQuote = !isClosing && (closes != nil ? closingFollows() : isBalanced)
    }

    private func closingFollows() -> Bool {
        var end = at
        while end + 2 < bytes.count, end - at < 2000 {
            if bytes[end] == 0xE2, bytes[end + 1] == 0x80, bytes[end + 2] == 0x9D || bytes[end + 2] == 0x9C {
                return true
            }
            end += 1
        }
        return false
    }

    private mutating func handle(_ start: Int) {
        guard at < bytes.count, bytes[at] < 0x80, isWordByte(bytes[at]),
            start == 0 || !isWordByte(bytes[start - 1])
        else { return add(start, at, words.signs[0x40], 0, .punctuation) }
        while at < bytes.count,
            isWordByte(bytes[at]) || (bytes[at] == 0x2D || bytes[at] == 0x2E) && continuesWord(bytes[at])
        {
            at += 1
        }
        add(start, at, Vocabulary.unknown, 0, .handle)
    }

    /// Whether the sign just read ends a sentence, with the marks that close behind it.
    private mutating func endsSentence(_ mark: UInt8) -> Bool {
        while at < bytes.count, bytes[at] == mark || bytes[at] == 0x21 || bytes[at] == 0x3F {
            add(at, at + 1, words.signs[Int(bytes[at])], 0, .punctuation)
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x22, isInsideQuote { _ = sign(0x22) }
        if at < bytes.count, bytes[at] == 0x29 { _ = sign(0x29) }
        guard at < bytes.count else { return true }
        guard bytes[at] <= 0x20 || bytes[at] >= 0x80 else { return false }
        guard mark == 0x2E else { return true }
        return !isAbbreviated && !smallLetterFollows
    }

    private var isAbbreviated: Bool {
        guard tokens.count >= 2 else { return false }
        let before = tokens[tokens.count - 2]
        if before.end - before.start == 1, before.shape.contains(.capital) { return true }
        return abbreviations[Int(before.word)]
    }

    private var smallLetterFollows: Bool {
        var end = at
        while end < bytes.count, bytes[end] <= 0x20, bytes[end] != ProseText.hole { end += 1 }
        return end < bytes.count && bytes[end] >= 0x61 && bytes[end] <= 0x7A
    }
}
