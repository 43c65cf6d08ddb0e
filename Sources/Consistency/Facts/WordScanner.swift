import IncidentTime

/// Cuts Markdown text into words with their places; emphasis, comments and the addresses of links are left out.
struct WordScanner {
    /// Stands for an address or a stretch of code, which are evidence and hold nothing to read.
    static let link: WordText = "<link>"
    static let code: WordText = "<code>"

    private let bytes: UnsafeBufferPointer<UInt8>
    private var words: [ProseWord] = []
    private var endOfLast = -1

    static func words(of bytes: [UInt8], in lines: [Range<Int>]) -> [ProseWord] {
        bytes.withUnsafeBufferPointer { bytes in
            var scanner = WordScanner(bytes)
            for line in lines {
                scanner.scan(line)
                scanner.endOfLast = -1
            }
            return scanner.words
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        words.reserveCapacity(32)
    }

    private mutating func scan(_ line: Range<Int>) {
        var at = line.lowerBound
        while at < line.upperBound {
            let byte = bytes[at]
            switch byte {
            case 0x20, 0x09, 0x5C: at += 1
            case 0x2A, 0x5F: at = mark(at)
            case 0x60: at = codeSpan(at, line.upperBound)
            case 0x3C: at = angle(at, line.upperBound)
            case 0x5D where at + 1 < line.upperBound && bytes[at + 1] == 0x28:
                at = linkTarget(at, line.upperBound)
            case 0x30...0x39: at = number(at, line.upperBound)
            case 0x41...0x5A, 0x61...0x7A: at = word(at, line.upperBound)
            case 0x80...: at = beyondASCII(at, line.upperBound)
            default: at = add(at..<(at + 1))
            }
        }
    }

    /// What stands for the bytes of a range.
    private mutating func add(_ range: Range<Int>, _ text: WordText) -> Int {
        add(range, text, key: WordKey(text))
    }

    /// The bytes of a range as they are.
    private mutating func add(_ range: Range<Int>) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: bytes[range])
        return add(range, WordText(bytes), key: WordKey(bytes))
    }

    @discardableResult
    private mutating func add(
        _ range: Range<Int>, _ text: WordText, key: WordKey, isUppercase: Bool = false
    ) -> Int {
        words.append(
            ProseWord(
                text, key: key, isUppercase: isUppercase, isJoined: range.lowerBound == endOfLast,
                range: range))
        endOfLast = range.upperBound
        return range.upperBound
    }

    /// Emphasis joins what stands around it.
    private mutating func mark(_ at: Int) -> Int {
        if endOfLast == at { endOfLast = at + 1 }
        return at + 1
    }

    private mutating func codeSpan(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end, bytes[at] == 0x60 { at += 1 }
        let ticks = at - start
        var run = 0
        while at < end {
            run = bytes[at] == 0x60 ? run + 1 : 0
            at += 1
            if run == ticks, at == end || bytes[at] != 0x60 { return add(start..<at, Self.code) }
        }
        return start + ticks
    }

    /// A comment or a tag is passed over; `<br>` ends a sentence; `<` before a number stays.
    private mutating func angle(_ start: Int, _ end: Int) -> Int {
        let rest = bytes[start..<end]
        if rest.starts(with: "<!--".utf8) {
            var at = start + 4
            while at + 2 < end {
                if bytes[at] == 0x2D, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x3E { return at + 3 }
                at += 1
            }
            return end
        }
        guard start + 1 < end, isLetter(bytes[start + 1]) || bytes[start + 1] == 0x2F,
            let close = rest.firstIndex(of: 0x3E)
        else { return add(start..<(start + 1), "<") }
        if rest.starts(with: "<br".utf8) { return add(start..<(close + 1), ";") }
        if rest.starts(with: "<http".utf8) { return add(start..<(close + 1), Self.link) }
        return close + 1
    }

    private mutating func linkTarget(_ start: Int, _ end: Int) -> Int {
        let close = bytes[start..<end].firstIndex(of: 0x29) ?? end - 1
        return add(start..<(close + 1), Self.link)
    }

    // MARK: numbers and words

    /// `14:30`, `10,000`, `99.9`, `2026-03-02`
    private mutating func number(_ start: Int, _ end: Int) -> Int {
        var at = digits(start, end)
        if at - start == 4, let date = date(start, end) { return add(start..<date) }
        while at + 1 < end, bytes[at] == 0x2E || bytes[at] == 0x2C || bytes[at] == 0x3A,
            isDigit(bytes[at + 1])
        {
            if bytes[at] == 0x2C, digits(at + 1, end) - at != 4 { break }
            at = digits(at + 1, end)
        }
        return add(start..<at)
    }

    private func date(_ start: Int, _ end: Int) -> Int? {
        let stop = start + 10
        guard stop <= end, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D,
            digits(start + 5, end) == start + 7,
            digits(start + 8, end) == stop
        else { return nil }
        return stop
    }

    private mutating func word(_ start: Int, _ end: Int) -> Int {
        if bytes[start] == 0x68, bytes[start..<end].starts(with: "http".utf8), let stop = address(start, end)
        {
            return add(start..<stop, Self.link)
        }
        var at = start
        while at < end {
            if isLetter(bytes[at]) || bytes[at] >= 0x80 && !isMark(at, end) {
                at += 1
            } else if isApostrophe(at, end) > 0, at + isApostrophe(at, end) < end,
                isLetter(bytes[at + isApostrophe(at, end)])
            {
                at += isApostrophe(at, end)
            } else if isDigit(bytes[at]), at > start {
                at = digits(at, end)
            } else {
                break
            }
        }
        at = halfOfDay(start, at, end)
        add(lettersIn: start..<at)
        joinPerCent()
        return at
    }

    /// `per cent` is one word.
    private mutating func joinPerCent() {
        guard words.count > 1, words[words.count - 1].key == Self.cent,
            words[words.count - 2].key == Self.per
        else { return }
        let range = words[words.count - 2].range.lowerBound..<words[words.count - 1].range.upperBound
        let isJoined = words[words.count - 2].isJoined
        words.removeLast(2)
        words.append(ProseWord("percent", isJoined: isJoined, range: range))
    }

    private static let per = WordKey("per")
    private static let cent = WordKey("cent")

    @discardableResult
    private mutating func add(lettersIn range: Range<Int>) -> Int {
        var (text, key) = (WordText(), WordKey())
        var hasSmall = false
        for byte in bytes[range] {
            guard byte < 0x80 else {
                let text = self.text(range).lowercased().replacing("’", with: "'")
                return add(range, WordText(text), key: WordKey(text))
            }
            key.append(small(byte))
            text.append(small(byte))
            hasSmall = hasSmall || !(isDigit(byte) || byte >= 0x41 && byte <= 0x5A)
        }
        return add(range, text, key: key, isUppercase: !hasSmall)
    }

    /// `a.m.` and `p.m.` are one word.
    private func halfOfDay(_ start: Int, _ at: Int, _ end: Int) -> Int {
        guard at == start + 1, bytes[start] | 0x20 == 0x61 || bytes[start] | 0x20 == 0x70, at + 2 < end,
            bytes[at] == 0x2E, bytes[at + 1] | 0x20 == 0x6D, bytes[at + 2] == 0x2E
        else { return at }
        return at + 3
    }

    private func address(_ start: Int, _ end: Int) -> Int? {
        let rest = bytes[start..<end]
        guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return nil }
        var at = start
        while at < end, !" )>|\"".utf8.contains(bytes[at]) { at += 1 }
        return at
    }

    // MARK: beyond ASCII

    /// Currency signs, dashes and quotation marks stand alone; letters make words.
    private mutating func beyondASCII(_ start: Int, _ end: Int) -> Int {
        let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
        let stop = min(end, start + length)
        switch Array(bytes[start..<stop]) {
        case [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]: return add(start..<stop, "–")
        case [0xE2, 0x88, 0x92]: return add(start..<stop, "-")
        case [0xC2, 0xA0], [0xE2, 0x80, 0xAF]: return stop
        default: break
        }
        if isMark(start, end) { return add(start..<stop) }
        return word(start, end)
    }

    /// Whether the character at a place is no letter: punctuation, currency, arrows, emoji.
    private func isMark(_ at: Int, _ end: Int) -> Bool {
        switch bytes[at] {
        case 0xC2: true
        case 0xC3: at + 1 < end && (bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7)
        case 0xE2, 0xEF, 0xF0...: true
        default: false
        }
    }

    private func isApostrophe(_ at: Int, _ end: Int) -> Int {
        if bytes[at] == 0x27 { return 1 }
        return at + 2 < end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 ? 3 : 0
    }

    // MARK: bytes

    private func digits(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end, isDigit(bytes[at]) { at += 1 }
        return at
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
