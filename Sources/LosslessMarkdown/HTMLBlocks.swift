/// The seven kinds of HTML blocks that CommonMark knows by how they begin and end.
extension BlockScanner {
    /// 1 to 7, or 0 where no block begins. The seventh kind does not interrupt a paragraph.
    func htmlBlockType(_ at: Int, inParagraph: Bool) -> Int {
        if starts(with: "<!--", at) { return 2 }
        if starts(with: "<?", at) { return 3 }
        if starts(with: "<![cdata[", at) { return 5 }
        if at + 2 < lineEnd, source[at + 1] == 0x21, (0x41...0x5A).contains(source[at + 2]) { return 4 }
        if beginsRawElement(at) { return 1 }
        if beginsBlockElement(at) { return 6 }
        guard !inParagraph, let end = htmlTagEnd(in: source, at, limit: lineEnd) else { return 0 }
        return isBlankFrom(end) ? 7 : 0
    }

    /// Whether the present line ends a block of the kinds 1 to 5.
    func htmlEnds(_ type: Int) -> Bool {
        switch type {
        case 1: contains("</script>") || contains("</pre>") || contains("</style>")
        case 2: contains("-->")
        case 3: contains("?>")
        case 4: contains(">")
        default: contains("]]>")
        }
    }

    private func beginsRawElement(_ at: Int) -> Bool {
        for tag in ["<script", "<pre", "<style"] as [StaticString] where starts(with: tag, at) {
            let end = at + tag.utf8CodeUnitCount
            if end == lineEnd || Byte.isBlank(source[end]) || source[end] == Byte.greater { return true }
        }
        return false
    }

    private func beginsBlockElement(_ at: Int) -> Bool {
        let start = at + (at + 1 < lineEnd && source[at + 1] == Byte.slash ? 2 : 1)
        var end = start
        while end < lineEnd, end - start <= 10,
            Byte.isLetter(source[end]) || (end > start && Byte.isDigit(source[end]))
        { end += 1 }
        guard end > start, end - start <= 10 else { return false }
        let name = String(decoding: source[start..<end], as: UTF8.self).lowercased()
        guard Self.blockElements.contains(name) else { return false }
        return end == lineEnd || Byte.isBlank(source[end]) || source[end] == Byte.greater
            || starts(with: "/>", end)
    }

    /// Compares without case; the pattern is in small letters.
    private func starts(with pattern: StaticString, _ at: Int) -> Bool {
        let length = pattern.utf8CodeUnitCount
        guard at + length <= lineEnd else { return false }
        for index in 0..<length {
            let byte = source[at + index]
            let wanted = pattern.utf8Start[index]
            guard byte == wanted || (Byte.isLetter(byte) && (byte | 0x20) == wanted) else { return false }
        }
        return true
    }

    private func contains(_ pattern: StaticString) -> Bool {
        var at = offset
        while at + pattern.utf8CodeUnitCount <= lineEnd {
            if starts(with: pattern, at) { return true }
            at += 1
        }
        return false
    }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
        "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
        "iframe", "legend",
        "li", "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}

/// After the `>` of an opening or closing tag that begins at `start`; nil where it is none.
func htmlTagEnd(in source: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> Int? {
    var scanner = TagScanner(source: source, position: start + 1, limit: limit)
    return scanner.end()
}

private struct TagScanner {
    let source: UnsafeBufferPointer<UInt8>
    var position: Int
    let limit: Int

    mutating func end() -> Int? {
        let isClosing = take(Byte.slash)
        guard position < limit, Byte.isLetter(source[position]) else { return nil }
        skip { Byte.isLetter($0) || Byte.isDigit($0) || $0 == Byte.dash }
        if isClosing {
            skipBlanks()
            return take(Byte.greater) ? position : nil
        }
        while true {
            let before = position
            skipBlanks()
            if take(Byte.greater) { return position }
            if take(Byte.slash) { return take(Byte.greater) ? position : nil }
            guard position > before, attribute() else { return nil }
        }
    }

    private mutating func attribute() -> Bool {
        guard position < limit,
            Byte.isLetter(source[position]) || source[position] == Byte.underscore
                || source[position] == Byte.colon
        else { return false }
        skip {
            Byte.isLetter($0) || Byte.isDigit($0)
                || [Byte.underscore, Byte.colon, Byte.dot, Byte.dash].contains($0)
        }
        let end = position
        skipBlanks()
        guard take(Byte.equals) else {
            position = end
            return true
        }
        skipBlanks()
        return value()
    }

    private mutating func value() -> Bool {
        guard position < limit else { return false }
        let quote = source[position]
        if quote == Byte.quote || quote == Byte.apostrophe {
            position += 1
            skip { $0 != quote }
            return take(quote)
        }
        let start = position
        skip { !Self.endsUnquoted($0) }
        return position > start
    }

    private static func endsUnquoted(_ byte: UInt8) -> Bool {
        Byte.isBlank(byte) || Byte.isLineEnd(byte)
            || [Byte.quote, Byte.apostrophe, Byte.equals, Byte.less, Byte.greater, Byte.backtick].contains(
                byte)
    }

    private mutating func skipBlanks() { skip { Byte.isBlank($0) || Byte.isLineEnd($0) } }

    private mutating func skip(_ condition: (UInt8) -> Bool) {
        while position < limit, condition(source[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < limit, source[position] == byte else { return false }
        position += 1
        return true
    }
}
