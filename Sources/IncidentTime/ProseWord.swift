/// A word, a number or a mark of a sentence, as the readers of spelled-out times take it.
package struct ProseWord: Equatable, Sendable {
    /// In lower case; a number keeps its points and colons, as in `14:30`.
    package var text: String {
        didSet {
            key = WordKey(text)
            isNumber = Self.beginsWithDigit(text)
        }
    }
    /// The same as a number, for looking it up.
    package private(set) var key: WordKey
    /// Begins with a digit.
    package private(set) var isNumber: Bool
    /// Written in capitals alone, as zones and acronyms are.
    package var isUppercase: Bool
    /// No blank stands between this word and the one before it.
    package var isJoined: Bool
    /// Bytes of the text it was read from.
    package var range: Range<Int>

    package init(_ text: String, isUppercase: Bool = false, isJoined: Bool = false, range: Range<Int> = 0..<0)
    {
        self.init(text, key: WordKey(text), isUppercase: isUppercase, isJoined: isJoined, range: range)
    }

    /// - Parameter key: of the text.
    package init(_ text: String, key: WordKey, isUppercase: Bool, isJoined: Bool, range: Range<Int>) {
        self.text = text
        self.key = key
        isNumber = Self.beginsWithDigit(text)
        self.isUppercase = isUppercase
        self.isJoined = isJoined
        self.range = range
    }

    private static func beginsWithDigit(_ text: String) -> Bool {
        text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    package var beginsWithLetter: Bool {
        guard let byte = text.utf8.first else { return false }
        return byte < 0x80 ? (0x61...0x7A).contains(byte | 0x20) : text.first?.isLetter ?? false
    }
}

/// Numbers that people spell out.
package enum NumberWords {
    /// Nil for any other word.
    package static func value(_ word: ProseWord) -> Int? {
        words.contains(word.key) ? values[word.text] : nil
    }

    /// `two`, `fifteen`, `ninety`
    package static let words = WordSet(values.keys)

    private static let values: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// A spelled number of one or two words at a place, `twenty-five` among them, and how many words it takes.
    package static func read(_ words: ArraySlice<ProseWord>) -> (value: Int, count: Int)? {
        guard let first = words.first, let value = value(first) else { return nil }
        guard value >= 20 else { return (value, 1) }
        var rest = words.dropFirst()
        var count = 1
        if rest.first?.text == "-" { (rest, count) = (rest.dropFirst(), 2) }
        if let unit = rest.first.flatMap({ Self.value($0) }), unit < 10 {
            return (value + unit, count + 1)
        }
        return (value, 1)
    }
}
