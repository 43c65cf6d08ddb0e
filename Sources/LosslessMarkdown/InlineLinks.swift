/// Links, asides in brackets, entities and bare addresses.
extension InlineReader {
    /// A link's text is prose, a placeholder or an aside in brackets is not.
    mutating func openBracket(into text: inout ProseText) {
        var end = at + 1
        let limit = min(bytes.count, at + Self.reach)
        while end < limit, bytes[end] != Byte.closingBracket, bytes[end] != Byte.openingBracket { end += 1 }
        guard end < limit, bytes[end] == Byte.closingBracket, end > at + 1 else {
            return skip(to: at + 1, into: &text)
        }
        let isNote = bytes[at + 1] == 0x5E
        let isLink =
            end + 1 < bytes.count
            && (bytes[end + 1] == Byte.openingParenthesis || bytes[end + 1] == Byte.openingBracket)
        if isNote { return skip(to: end + 1, into: &text) }
        if isLink { return skip(to: at + 1, into: &text) }
        skip(to: end + 1, leaving: ProseText.hole, into: &text)
    }

    mutating func closeBracket(into text: inout ProseText) {
        skip(to: linkTail() ?? at + 1, into: &text)
    }

    /// After `](address "title")` or `][label]`.
    private func linkTail() -> Int? {
        guard at + 1 < bytes.count else { return nil }
        let limit = min(bytes.count, at + Self.reach)
        var end = at + 2
        if bytes[at + 1] == Byte.openingBracket {
            while end < limit, bytes[end] != Byte.closingBracket { end += 1 }
            return end < limit ? end + 1 : nil
        }
        guard bytes[at + 1] == Byte.openingParenthesis else { return nil }
        var depth = 1
        while end < limit {
            if bytes[end] == Byte.backslash {
                end += 1
            } else if bytes[end] == Byte.openingParenthesis {
                depth += 1
                if depth > Self.maximumDepth { return nil }
            } else if bytes[end] == Byte.closingParenthesis {
                depth -= 1
                if depth == 0 { return end + 1 }
            }
            end += 1
        }
        return nil
    }

    /// The few entities that stand for characters of a word; any other is a hole.
    mutating func entity(into text: inout ProseText) {
        var end = at + 1
        while end < bytes.count, end - at < 32,
            Byte.isLetter(bytes[end]) || Byte.isDigit(bytes[end]) || bytes[end] == Byte.hash
        {
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x3B, end > at + 1 else {
            at += 1
            return
        }
        switch String(decoding: bytes[(at + 1)..<end], as: UTF8.self) {
        case "nbsp", "#160": skip(to: end + 1, leaving: Byte.blank, into: &text)
        case "apos", "rsquo", "#39", "#8217": skip(to: end + 1, leaving: Byte.apostrophe, into: &text)
        case "quot", "ldquo", "rdquo": skip(to: end + 1, leaving: Byte.quote, into: &text)
        default: skip(to: end + 1, leaving: ProseText.hole, into: &text)
        }
    }

    /// `https://…` without angle brackets.
    mutating func address(into text: inout ProseText) {
        guard at + 2 < bytes.count, bytes[at + 1] == Byte.slash, bytes[at + 2] == Byte.slash else {
            at += 1
            return
        }
        var scheme = at
        while scheme > start, at - scheme < 16, Byte.isLetter(bytes[scheme - 1]) { scheme -= 1 }
        guard scheme < at else {
            at += 1
            return
        }
        var end = at
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != Byte.less, bytes[end] != Byte.greater {
            end += 1
        }
        while end > at + 3, ".,;:!?'\"*_)".utf8.contains(bytes[end - 1]) { end -= 1 }
        at = scheme
        skip(to: end, leaving: ProseText.hole, into: &text)
    }

    /// `name@host.example`; a handle such as `@name` stays.
    mutating func mail(into text: inout ProseText) {
        var low = at
        while low > start, at - low < 64, Self.isWord(bytes[low - 1]) || ".+-_".utf8.contains(bytes[low - 1])
        { low -= 1 }
        var end = at + 1
        var hasDot = false
        while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == Byte.dot || bytes[end] == Byte.dash
        {
            if bytes[end] == Byte.dot { hasDot = true }
            end += 1
        }
        guard low < at, hasDot else {
            at += 1
            return
        }
        while bytes[end - 1] == Byte.dot { end -= 1 }
        at = low
        skip(to: end, leaving: ProseText.hole, into: &text)
    }
}
