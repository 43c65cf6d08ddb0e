/// Where `debrief:` stands in a text: a document without it needs no further look.
struct CommentSearch {
    static let word = Array("debrief:".utf8)
    private(set) var places: [Int32] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let word = Self.word
        guard bytes.count >= word.count else { return }
        let end = word.count - 1
        var at = end
        while at < bytes.count {
            let skip = Int(Self.skips[Int(bytes[at])])
            guard skip == 0 else {
                at += skip
                continue
            }
            if (0...end).allSatisfy({ bytes[at - end + $0] == word[$0] }) { places.append(Int32(at - end)) }
            at += 1
        }
    }

    /// How far the word's end lies ahead, at the nearest, of a byte that is met where its end could be.
    private static let skips: [UInt8] = {
        var skips = [UInt8](repeating: UInt8(word.count), count: 256)
        for (index, byte) in word.enumerated() { skips[Int(byte)] = UInt8(word.count - 1 - index) }
        return skips
    }()
}

/// Reads the program's comments in a leaf. Each byte is passed once; what did not close is not looked for again.
struct CommentReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    /// Inside HTML neither backticks nor backslashes mean anything.
    private let isHTML: Bool
    private var at: Int
    /// Bit n is set once no run of n backticks closes any more.
    private var unclosedTicks: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isHTML: Bool) {
        self.bytes = bytes
        self.isHTML = isHTML
        at = range.lowerBound
        end = range.upperBound
    }

    mutating func directives() -> [Directive] {
        var found: [Directive] = []
        while at < end {
            switch bytes[at] {
            case Byte.backslash where !isHTML: at += 2
            case Byte.backtick where !isHTML: skipCode()
            case Byte.less:
                guard let comment = comment() else {
                    at += 1
                    continue
                }
                if let directive = directive(in: comment) { found.append(directive) }
                at = comment.upperBound
            default: at += 1
            }
        }
        return found
    }

    private mutating func skipCode() {
        let length = tickCount(at)
        let bit: UInt64 = 1 << UInt64(min(length, 63))
        at += length
        guard unclosedTicks & bit == 0 else { return }
        var close = at
        while close < end {
            guard bytes[close] == Byte.backtick else {
                close += 1
                continue
            }
            let count = tickCount(close)
            if count == length {
                at = close + count
                return
            }
            close += count
        }
        unclosedTicks |= bit
    }

    private func tickCount(_ start: Int) -> Int {
        var tick = start
        while tick < end, bytes[tick] == Byte.backtick { tick += 1 }
        return tick - start
    }

    /// `<!--` to `-->` from here; one that does not close ends the reading, as nothing behind it can close either.
    private mutating func comment() -> Range<Int>? {
        guard at + 3 < end, bytes[at + 1] == 0x21, bytes[at + 2] == Byte.dash, bytes[at + 3] == Byte.dash
        else { return nil }
        var close = at + 4
        while close + 2 < end {
            if bytes[close] == Byte.dash, bytes[close + 1] == Byte.dash, bytes[close + 2] == Byte.greater {
                return at..<(close + 3)
            }
            close += 1
        }
        at = end
        return nil
    }

    private func directive(in comment: Range<Int>) -> Directive? {
        let inner = UnsafeBufferPointer(rebasing: bytes[(comment.lowerBound + 4)..<(comment.upperBound - 3)])
        let text = inner.drop { $0 <= 0x20 }
        guard text.starts(with: CommentSearch.word) else { return nil }
        let words = String(decoding: text.dropFirst(CommentSearch.word.count), as: UTF8.self)
        return Directive(words.split(whereSeparator: \.isWhitespace), comment)
    }
}
