/// Takes markup off the text of a leaf. Every look ahead is bounded or remembered, so that no text takes more than
/// linear time.
struct ProseFlattener {
    private let source: UnsafeBufferPointer<UInt8>
    var text = ProseText()
    /// Lines of a leaf joined by line feeds, and where each stands in the source.
    private var joined: [UInt8] = []
    private var joints: [ProseRun] = []

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    mutating func flatten(_ lines: ArraySlice<Segment>) {
        text.bytes.removeAll(keepingCapacity: true)
        text.runs.removeAll(keepingCapacity: true)
        joints.removeAll(keepingCapacity: true)
        guard let first = lines.first else { return }
        joints.append(ProseRun(flat: 0, source: first.low))
        guard lines.count > 1 else {
            var reader = InlineReader(UnsafeBufferPointer(rebasing: source[first.range]), joints)
            return reader.run(into: &text)
        }
        joined.removeAll(keepingCapacity: true)
        for (index, line) in lines.enumerated() {
            if index > 0 {
                joints.append(
                    ProseRun(flat: Int32(joined.count), source: lines[lines.startIndex + index - 1].high))
                joined.append(Byte.lineFeed)
                joints.append(ProseRun(flat: Int32(joined.count), source: line.low))
            }
            joined.append(contentsOf: UnsafeBufferPointer(rebasing: source[line.range]))
        }
        joined.withUnsafeBufferPointer { buffer in
            var reader = InlineReader(buffer, joints)
            reader.run(into: &text)
        }
    }
}

/// One pass over a leaf's bytes: what is plain is copied in runs, what is markup is stepped over.
private struct InlineReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let joints: [ProseRun]
    private var joint = 0
    private var at = 0
    /// Where the run that is not yet copied begins.
    private var start = 0
    /// Bit n is set once no run of n backticks closes any more; likewise for comments.
    private var unclosedTicks: UInt64 = 0
    private var hasUnclosedComment = false

    /// A tag, a link's tail and a bracketed aside are at most this long; what is longer is text.
    private static let reach = 1024

    /// Parentheses in an address nest no deeper.
    private static let maximumDepth = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ joints: [ProseRun]) {
        self.bytes = bytes
        self.joints = joints
    }

    mutating func run(into text: inout ProseText) {
        while at < bytes.count {
            let byte = bytes[at]
            if Self.isPlain[Int(byte)] { at += 1 } else { read(byte, into: &text) }
        }
        copy(to: bytes.count, into: &text)
    }

    private mutating func read(_ byte: UInt8, into text: inout ProseText) {
        switch byte {
        case Byte.backslash: escape(into: &text)
        case Byte.backtick: code(into: &text)
        case Byte.less: angle(into: &text)
        case Byte.openingBracket: openBracket(into: &text)
        case Byte.closingBracket: closeBracket(into: &text)
        case Byte.star, Byte.tilde: emphasis(byte, into: &text)
        case Byte.underscore: underscore(into: &text)
        case 0x26: entity(into: &text)
        case Byte.colon: address(into: &text)
        case 0x40: mail(into: &text)
        default: at += 1
        }
    }

    private static let isPlain: [Bool] = {
        var plain = [Bool](repeating: true, count: 256)
        for byte in "\\`<[]*_~&:@".utf8 { plain[Int(byte)] = false }
        return plain
    }()

    // MARK: output

    private mutating func sourceOffset(_ offset: Int) -> Int {
        while joint + 1 < joints.count, Int(joints[joint + 1].flat) <= offset { joint += 1 }
        while joint > 0, Int(joints[joint].flat) > offset { joint -= 1 }
        return Int(joints[joint].source) + offset - Int(joints[joint].flat)
    }

    /// Copies what is pending up to an offset; a run ends at each joint of lines.
    private mutating func copy(to end: Int, into text: inout ProseText) {
        guard end > start else { return }
        let first = sourceOffset(start)
        text.runs.append(ProseRun(flat: Int32(text.bytes.count), source: Int32(first)))
        while joint + 1 < joints.count, Int(joints[joint + 1].flat) < end {
            joint += 1
            let next = joints[joint]
            guard Int(next.flat) > start else { continue }
            text.runs.append(
                ProseRun(flat: Int32(text.bytes.count + Int(next.flat) - start), source: next.source))
        }
        text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
    }

    /// Steps over what stands between here and an offset, leaving a byte for it where one is given.
    private mutating func skip(to end: Int, leaving byte: UInt8? = nil, into text: inout ProseText) {
        copy(to: at, into: &text)
        if let byte {
            text.runs.append(ProseRun(flat: Int32(text.bytes.count), source: Int32(sourceOffset(at))))
            text.bytes.append(byte)
        }
        at = end
        start = end
    }

    // MARK: markup

    private mutating func escape(into text: inout ProseText) {
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

    private mutating func code(into text: inout ProseText) {
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

    private mutating func angle(into text: inout ProseText) {
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

    private mutating func emphasis(_ mark: UInt8, into text: inout ProseText) {
        var end = at
        while end < bytes.count, bytes[end] == mark { end += 1 }
        let isOpenBefore = at > 0 && bytes[at - 1] > 0x20
        let isOpenAfter = end < bytes.count && bytes[end] > 0x20
        let isMarkup = mark == Byte.tilde ? end - at == 2 : isOpenBefore || isOpenAfter
        if isMarkup { skip(to: end, into: &text) } else { at = end }
    }

    /// Emphasis, except inside a word.
    private mutating func underscore(into text: inout ProseText) {
        var end = at
        while end < bytes.count, bytes[end] == Byte.underscore { end += 1 }
        let isInside = at > 0 && end < bytes.count && Self.isWord(bytes[at - 1]) && Self.isWord(bytes[end])
        if isInside { at = end } else { skip(to: end, into: &text) }
    }

    static func isWord(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) || byte >= 0x80 }

    static func isPunctuation(_ byte: UInt8) -> Bool {
        (byte > 0x20 && byte < 0x7F) && !Byte.isLetter(byte) && !Byte.isDigit(byte)
    }

    // MARK: links and addresses

    /// A link's text is prose, a placeholder or an aside in brackets is not.
    private mutating func openBracket(into text: inout ProseText) {
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

    private mutating func closeBracket(into text: inout ProseText) {
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
    private mutating func entity(into text: inout ProseText) {
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
    private mutating func address(into text: inout ProseText) {
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
    private mutating func mail(into text: inout ProseText) {
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
