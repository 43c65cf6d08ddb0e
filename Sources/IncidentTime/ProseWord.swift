/// A word, a number or a mark of a sentence, as the readers of spelled-out times take it.
public struct ProseWord: Equatable, Sendable {
    /// In lower case; a number keeps its points and colons, as in `14:30`.
    public let text: WordText
    /// Of the whole word, also where its text is cut.
    public let key: WordKey
    /// Written in capitals alone, as zones and acronyms are.
    public let isUppercase: Bool
    /// No blank stands between this word and the one before it.
    public let isJoined: Bool
    /// Bytes of the text it was read from.
    public let range: Range<Int>

    package init(_ text: String, isUppercase: Bool = false, isJoined: Bool = false, range: Range<Int> = 0..<0)
    {
        self.init(
            WordText(text), key: WordKey(text), isUppercase: isUppercase, isJoined: isJoined, range: range)
    }

    /// - Parameter key: of the whole word.
    @inlinable
    public init(_ text: WordText, key: WordKey, isUppercase: Bool, isJoined: Bool, range: Range<Int>) {
        self.text = text
        self.key = key
        self.isUppercase = isUppercase
        self.isJoined = isJoined
        self.range = range
    }

    /// Begins with a digit.
    @inlinable
    public var isNumber: Bool { text.firstByte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    /// Of digits alone.
    package var whole: Int? { isNumber ? Int(text.description) : nil }

    /// Of digits with a point among them at most.
    package var decimal: Double? { isNumber ? Double(text.description) : nil }

    /// Of digits with commas between their groups, or a point.
    package var grouped: Double? { isNumber ? Double(text.description.filter { $0 != "," }) : nil }

    package var beginsWithLetter: Bool {
        guard let byte = text.firstByte else { return false }
        return byte < 0x80
            ? (0x61...0x7A).contains(byte | 0x20) : text.description.first?.isLetter ?? false
    }
}

/// Numbers that people spell out.
package enum NumberWords {
    /// Nil for any other word.
    package static func value(_ word: ProseWord) -> Int? {
        words.contains(word.key) ? values[word.text.description] : nil
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
