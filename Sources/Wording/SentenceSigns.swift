import LosslessMarkdown

/// Punctuation, quotations and handles, and where they end a sentence.
extension SentenceReader {
    /// Whether the bytes here are a sign beyond ASCII: dashes, quotes, dots, blanks, and those of Chinese and Japanese.
    static func isWideSign(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch byte {
        case 0xC2: at + 1 < bytes.count && bytes[at + 1] < 0xAA
        case 0xE2: at + 2 < bytes.count && bytes[at + 1] == 0x80
        case 0xE3: at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] <= 0x91
        default: false
        }
    }

    /// True where the sentence ends behind the sign.
    mutating func sign(_ byte: UInt8) -> Bool {
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
            isWordByte(bytes[at])
                || (bytes[at] == 0x2D || bytes[at] == 0x2E) && Self.continuesWord(bytes[at], bytes, at)
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
