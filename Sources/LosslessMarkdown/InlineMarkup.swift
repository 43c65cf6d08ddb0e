/// Escapes, code, tags and emphasis.
extension InlineReader {
    mutating func escape(into text: inout ProseText) {
        guard at + 1 < bytes.count else {
            at += 1
            return
        }
        let next = bytes[at + 1]
        if Self.isPunctuation(next) {
            skip(to: at + 1, into: &text)
            at += 1
        } else if next == Byte.lineFeed {
            skip(to: at + 1, into: &text)
        } else {
            at += 1
        }
    }

    mutating func code(into text: inout ProseText) {
        var open = at
        while open < bytes.count, bytes[open] == Byte.backtick { open += 1 }
        let length = min(open - at, 63)
        guard unclosedTicks & (1 << UInt64(length)) == 0, let end = closingTicks(open - at, from: open) else {
            unclosedTicks |= 1 << UInt64(length)
            at = open
            return
        }
        skip(to: end, leaving: ProseText.hole, into: &text)
    }

    private func closingTicks(_ length: Int, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            guard bytes[at] == Byte.backtick else {
                at += 1
                continue
            }
            var end = at
            while end < bytes.count, bytes[end] == Byte.backtick { end += 1 }
            if end - at == length { return end }
            at = end
        }
        return nil
    }

    mutating func angle(into text: inout ProseText) {
        if let end = comment() { return skip(to: end, into: &text) }
        if let end = autolink() { return skip(to: end, leaving: ProseText.hole, into: &text) }
        guard let end = htmlTagEnd(in: bytes, at, limit: min(bytes.count, at + Self.reach)) else {
            at += 1
            return
        }
        let isBreak =
            end - at >= 4 && bytes[at + 1] | 0x20 == 0x62 && bytes[at + 2] | 0x20 == 0x72
            && !Byte.isLetter(bytes[at + 3])
        skip(to: end, leaving: isBreak ? ProseText.lineBreak : nil, into: &text)
    }

    private mutating func comment() -> Int? {
        guard !hasUnclosedComment, at + 3 < bytes.count, bytes[at + 1] == 0x21, bytes[at + 2] == Byte.dash,
            bytes[at + 3] == Byte.dash
        else { return nil }
        var end = at + 4
        while end + 2 < bytes.count {
            if bytes[end] == Byte.dash, bytes[end + 1] == Byte.dash, bytes[end + 2] == Byte.greater {
                return end + 3
            }
            end += 1
        }
        hasUnclosedComment = true
        return nil
    }

    /// `<https://…>` or `<name@host>`.
    private func autolink() -> Int? {
        var end = at + 1
        var isAddress = false
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != Byte.less, bytes[end] != Byte.greater {
            if bytes[end] == Byte.colon || bytes[end] == 0x40 { isAddress = true }
            end += 1
        }
        return isAddress && end < bytes.count && bytes[end] == Byte.greater ? end + 1 : nil
    }

    mutating func emphasis(_ mark: UInt8, into text: inout ProseText) {
        var end = at
        while end < bytes.count, bytes[end] == mark { end += 1 }
        let isOpenBefore = at > 0 && bytes[at - 1] > 0x20
        let isOpenAfter = end < bytes.count && bytes[end] > 0x20
        let isMarkup = mark == Byte.tilde ? end - at == 2 : isOpenBefore || isOpenAfter
        if isMarkup { skip(to: end, into: &text) } else { at = end }
    }

    /// Emphasis, except inside a word.
    mutating func underscore(into text: inout ProseText) {
        var end = at
        while end < bytes.count, bytes[end] == Byte.underscore { end += 1 }
        let isInside = at > 0 && end < bytes.count && Self.isWord(bytes[at - 1]) && Self.isWord(bytes[end])
        if isInside { at = end } else { skip(to: end, into: &text) }
    }

    static func isWord(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) || byte >= 0x80 }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (byte > 0x20 && byte < 0x7F) && !Byte.isLetter(byte) && !Byte.isDigit(byte)
    }
}
