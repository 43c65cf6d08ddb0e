import LosslessMarkdown

/// Cuts the prose of a block into sentences and these into tokens, in one pass and with bounded sentences: what is
/// worked out within a sentence can never make a text take more than linear time.
struct SentenceReader {
    var bytes: UnsafeBufferPointer<UInt8>
    let lookup: WordLookup
    let words: ReaderWords
    let index: RuleIndex.Tables
    let abbreviations: UnsafeBufferPointer<Bool>
    var at = 0
    var isInsideQuote = false
    var isQuoteBalanced: Bool?

    private(set) var tokens: [Token] = []
    /// Whether any token of the sentence is one that a rule is looked for at.
    private(set) var hasTrigger = false

    /// Longer sentences are cut: 200 words are a list, not a sentence.
    static let maximumLength = 200

    init(_ tables: ReadingTables, _ words: ReaderWords) {
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        lookup = tables.lookup
        index = tables.index
        abbreviations = tables.abbreviations
        self.words = words
        tokens.reserveCapacity(Self.maximumLength + 8)
    }

    /// Goes to the start of another text.
    mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        at = 0
        isInsideQuote = false
        isQuoteBalanced = nil
    }

    /// Reads the next sentence into `tokens`; false at the end of the text.
    mutating func next() -> Bool {
        tokens.removeAll(keepingCapacity: true)
        hasTrigger = false
        while at < bytes.count, tokens.count < Self.maximumLength {
            let byte = bytes[at]
            if isWordByte(byte), !Self.isWideSign(byte, bytes, at) {
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

    mutating func add(_ start: Int, _ end: Int, _ word: UInt32, _ hash: UInt32, _ shape: Token.Shape) {
        let quoted: Token.Shape = isInsideQuote ? .quoted : []
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), word: word, hash: hash, shape: shape.union(quoted)))
        if index.isTrigger(word) { hasTrigger = true }
    }
}
