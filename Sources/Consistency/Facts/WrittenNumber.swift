import IncidentTime

/// A number of any size as prose writes it: `10,000`, `10 000`, `10'000`, `12k`, `1.5 million`, `twelve thousand`. What is
/// told in thousands and more is rounded.
struct WrittenNumber {
    var value: Double
    /// How many words it takes.
    var count: Int
    var isRounded = false

    /// Of a number that begins at a place.
    init?(at index: Int, of words: ArraySlice<ProseWord>) {
        if !words[index].isNumber {
            self.init(spelledAt: index, of: words)
        } else if !Self.isGroupTail(words, index) {
            self.init(digitsAt: index, of: words)
        } else {
            return nil
        }
    }

    private init(value: Double, count: Int, isRounded: Bool = false) {
        (self.value, self.count, self.isRounded) = (value, count, isRounded)
    }

    private init?(digitsAt index: Int, of words: ArraySlice<ProseWord>) {
        let word = words[index]
        guard !word.text.holds(UInt8(ascii: ":")), !word.text.holds(UInt8(ascii: "-")),
            let value = word.grouped
        else { return nil }
        if let grouped = Self.grouped(words, index) { self = grouped; return }
        guard let next = words[(index + 1)...].first else { self.init(value: value, count: 1); return }
        switch next.text {
        case "k" where next.isJoined: self.init(value: value * 1000, count: 2, isRounded: true)
        case "m" where next.isJoined, "million":
            self.init(value: value * 1_000_000, count: 2, isRounded: true)
        case "thousand": self.init(value: value * 1000, count: 2, isRounded: true)
        case "bn", "billion": self.init(value: value * 1_000_000_000, count: 2, isRounded: true)
        default: self.init(value: value, count: 1)
        }
    }

    /// `three hundred`, `eighteen thousand`; smaller ones and those that go on are left alone.
    private init?(spelledAt index: Int, of words: ArraySlice<ProseWord>) {
        guard NumberWords.words.contains(words[index].key), let read = NumberWords.read(words[index...])
        else {
            return nil
        }
        var (value, end) = (Double(read.value), index + read.count)
        while end < words.endIndex, let scale = Self.scale(words[end]) {
            value *= scale
            end += 1
        }
        guard end > index + read.count, end == words.endIndex || !Self.goesOn(words[end]),
            index == words.startIndex || !Self.goesOn(words[index - 1])
        else { return nil }
        self.init(value: value, count: end - index, isRounded: true)
    }

    private static func scale(_ word: ProseWord) -> Double? {
        word.key == hundred ? 100 : word.key == thousand ? 1000 : word.key == million ? 1_000_000 : nil
    }

    private static let (hundred, thousand, million) = (
        WordKey("hundred"), WordKey("thousand"), WordKey("million")
    )

    static func isScale(_ word: ProseWord) -> Bool {
        word.key == thousand || word.key == hundred || word.key == million
    }

    private static func goesOn(_ word: ProseWord) -> Bool {
        NumberWords.words.contains(word.key) || isScale(word)
    }

    // MARK: groups of three digits

    /// Three digits behind one to three others, with a blank or an apostrophe between them, or behind a dot.
    private static func grouped(_ words: ArraySlice<ProseWord>, _ index: Int) -> WrittenNumber? {
        let dotted =
            words[index].text.holds(UInt8(ascii: "."))
            ? words[index].text.description.split(separator: ".") : []
        if dotted.count > 1, (1...3).contains(dotted[0].count), dotted[0] != "0",
            dotted.dropFirst().allSatisfy({ $0.count == 3 })
        {
            // `99.995 %` is a share.
            let isShare = words[(index + 1)...].first?.isPercent ?? false
            return isShare ? nil : Double(dotted.joined()).map { WrittenNumber(value: $0, count: 1) }
        }
        guard isDigits(words[index].text) else { return nil }
        var text = words[index].text.description
        var at = index + 1
        while at < words.endIndex {
            let isMarked = ["'", "’"].contains(words[at].text) && at + 1 < words.endIndex
            let group = isMarked ? at + 1 : at
            guard isDigits(words[group].text), words[group].text.count == 3 else { break }
            text += words[group].text.description
            at = group + 1
        }
        return at > index + 1 ? Double(text).map { WrittenNumber(value: $0, count: at - index) } : nil
    }

    /// Whether a number is the end of a grouped one.
    private static func isGroupTail(_ words: ArraySlice<ProseWord>, _ index: Int) -> Bool {
        guard words[index].text.count == 3, isDigits(words[index].text), index > words.startIndex else {
            return false
        }
        var before = index - 1
        if ["'", "’"].contains(words[before].text), before > words.startIndex { before -= 1 }
        return isDigits(words[before].text)
    }

    /// One to three of them.
    private static func isDigits(_ text: WordText) -> Bool {
        (1...3).contains(text.count) && (0..<text.count).allSatisfy { (0x30...0x39).contains(text[$0]) }
    }
}
