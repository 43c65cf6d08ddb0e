/// A time of day in the middle of a sentence: `15:30 UTC`, `3.30 pm`, `1530Z`, `half past three`, `around noon`.
package struct SpokenClock: Equatable, Sendable {
    /// Minutes since midnight; two where the words leave open which half of the day is meant.
    package var candidates: [Int]
    package var zone: String?
    package var date: CalendarDate?
    /// Said to be a guess.
    package var isAbout = false
    /// How many words it takes.
    package var count: Int

    /// Reads the time that begins with the first word, nil where none does. `before` is the word in front, which
    /// decides about readings such as `3.30` that could be a plain number.
    package init?(_ words: ArraySlice<ProseWord>, before: ProseWord? = nil) {
        if let nearby = Self.nearby(words) {
            self = nearby
            return
        }
        guard let first = words.first, Self.mayBegin(with: first),
            var read = Self.read(first, words, before)
        else { return nil }
        Self.takeHalf(&read, words)
        Self.takeZone(&read, words)
        guard read.isSure else { return nil }
        candidates = read.candidates
        zone = read.zone
        date = read.date
        count = read.count
        isAbout = before.map { Self.guesses.contains($0.key) } ?? false
    }

    /// A spelled hour alone, as in `between noon and two`; the words around have to show that an hour is meant.
    package init?(hourIn words: ArraySlice<ProseWord>) {
        guard let hour = NumberWords.read(words), (1...12).contains(hour.value),
            !Self.isMeasure(words.dropFirst(hour.count).first)
        else { return nil }
        (candidates, zone, date) = ([hour.value % 12 * 60, hour.value % 12 * 60 + 720], nil, nil)
        (isAbout, count) = (true, hour.count)
    }

    /// `shortly before seven`, `just after 11:15`
    private static func nearby(_ words: ArraySlice<ProseWord>) -> SpokenClock? {
        guard let first = words.first, vague.contains(first.key),
            let side = words.dropFirst().first, side.text == "before" || side.text == "after"
        else { return nil }
        let rest = words.dropFirst(2)
        guard var clock = SpokenClock(rest, before: side) ?? SpokenClock(hourIn: rest) else { return nil }
        let shift = side.text == "before" ? -nearness : nearness
        clock.candidates = clock.candidates.map { ($0 + shift + 1440) % 1440 }
        clock.isAbout = true
        clock.count += 2
        return clock
    }

    /// Minutes, half of what people mean by it at most.
    private static let nearness = 8

    private static let vague: WordSet = ["shortly", "just", "soon"]

    /// Whether a word can be the first of a time.
    package static func mayBegin(with word: ProseWord) -> Bool { word.isNumber || openers.contains(word.key) }

    private struct Read {
        var candidates: [Int]
        var count: Int
        var zone: String?
        var date: CalendarDate?
        /// Whether the digits alone show that a time is meant; else a half of the day or a zone has to follow.
        var isSure: Bool
        /// Whether `am` or `pm` can follow.
        var takesHalf = true
    }

    private static let guesses: WordSet = [
        "~", "≈", "about", "around", "approximately", "approx", "roughly", "circa", "ca", "nearly", "almost",
        "towards",
    ]
    /// One of these is in every time without digits.
    package static let words = NumberWords.words.union(["noon", "midnight", "half", "quarter"])
    /// All that a time can begin with, apart from digits.
    private static let openers = words.union(vague).union(["a"])
    private static let places: WordSet = [
        "at", "by", "until", "till", "from", "since", "before", "after", "around", "about", "to", "and",
        "between", "towards",
    ]

    private static func read(_ first: ProseWord, _ words: ArraySlice<ProseWord>, _ before: ProseWord?)
        -> Read?
    {
        if first.isNumber { return digits(first, words, before) }
        switch first.text {
        case "noon" where before.map({ places.contains($0.key) }) ?? false:
            return Read(candidates: [720], count: 1, isSure: true, takesHalf: false)
        case "midnight" where before.map({ places.contains($0.key) }) ?? false:
            return Read(candidates: [0], count: 1, isSure: true, takesHalf: false)
        case "half", "quarter", "a": return past(words)
        default: return past(words) ?? oClock(words)
        }
    }

    // MARK: digits

    private static func digits(_ first: ProseWord, _ words: ArraySlice<ProseWord>, _ before: ProseWord?)
        -> Read?
    {
        if let read = isoDate(first, words) { return read }
        if first.text.holds(UInt8(ascii: ":")) { return colon(first.text) }
        if let read = frenchHour(words) ?? past(words) ?? oClock(words) { return read }
        if first.text.holds(UInt8(ascii: ".")) {
            return first.text.withBytes { clockMinutes($0, mark: UInt8(ascii: ".")) }.map {
                Read(candidates: [$0], count: 1, isSure: false)
            }
        }
        guard let number = first.whole else { return nil }
        if first.text.count == 4, let time = minutes(number / 100, number % 100) {
            return Read(candidates: [time], count: 1, isSure: false, takesHalf: false)
        }
        guard (1...12).contains(number) else { return nil }
        return Read(candidates: [number * 60], count: 1, isSure: false)
    }

    /// `14:30`, `14:30:05`; `14:30:05.123` is a log line's.
    private static func colon(_ text: WordText) -> Read? {
        text.withBytes { clockMinutes($0, mark: UInt8(ascii: ":")) }.map {
            Read(candidates: [$0], count: 1, isSure: true)
        }
    }

    /// Of one or two digits, a mark and two digits, behind which a colon and seconds may stand.
    private static func clockMinutes(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Int? {
        guard let place = text.firstIndex(of: mark), (1...2).contains(place), text.count >= place + 3 else {
            return nil
        }
        let rest = text[(place + 3)...]
        let hasSeconds = mark == UInt8(ascii: ":") && rest.first == mark && !rest.dropFirst().contains(mark)
        guard rest.isEmpty || hasSeconds, let hour = number(text[..<place]),
            let minute = number(text[(place + 1)...(place + 2)])
        else { return nil }
        return minutes(hour, minute)
    }

    /// Of digits alone.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = 10 * number + Int(digit - 0x30)
        }
        return number
    }

    /// `2026-03-02 14:30`, `2026-03-02T14:30`
    private static func isoDate(_ first: ProseWord, _ words: ArraySlice<ProseWord>) -> Read? {
        guard first.text.count == 10, let date = CalendarDate.parse(first.text.description, today: nil) else {
            return nil
        }
        var rest = words.dropFirst()
        var count = 1
        for filler in ["t", ",", "at"] as [WordText] where rest.first?.text == filler {
            (rest, count) = (rest.dropFirst(), count + 1)
        }
        guard let clock = rest.first, clock.text.holds(UInt8(ascii: ":")), var read = colon(clock.text) else {
            return nil
        }
        read.count += count
        read.date = date
        return read
    }

    /// `14h05`
    private static func frenchHour(_ words: ArraySlice<ProseWord>) -> Read? {
        let words = Array(words.prefix(3))
        guard words.count == 3, words[1].text == "h", words[1].isJoined, words[2].isJoined,
            words[2].text.count == 2, let time = minutes(words[0].whole, words[2].whole)
        else { return nil }
        return Read(candidates: [time], count: 3, isSure: true, takesHalf: false)
    }

    // MARK: words

    /// `half past three`, `a quarter to four`, `ten past two`, `twenty minutes to five`
    private static func past(_ words: ArraySlice<ProseWord>) -> Read? {
        var rest = words
        var count = 0
        if rest.first?.text == "a" { (rest, count) = (rest.dropFirst(), 1) }
        let shift: Int
        switch rest.first?.text {
        case "half": (shift, rest, count) = (30, rest.dropFirst(), count + 1)
        case "quarter": (shift, rest, count) = (15, rest.dropFirst(), count + 1)
        default:
            guard count == 0, let number = number(rest), [5, 10, 20, 25].contains(number.value) else {
                return nil
            }
            (shift, rest, count) = (number.value, rest.dropFirst(number.count), number.count)
            if rest.first?.text == "minutes" { (rest, count) = (rest.dropFirst(), count + 1) }
        }
        guard let word = rest.first?.text, word == "past" || word == "to", !(shift == 30 && word == "to"),
            let hour = number(rest.dropFirst()), (1...12).contains(hour.value),
            !isMeasure(rest.dropFirst(1 + hour.count).first)
        else { return nil }
        let base = hour.value % 12 * 60 + (word == "past" ? shift : -shift)
        return Read(
            candidates: [(base + 1440) % 1440, (base + 720) % 1440], count: count + 1 + hour.count,
            isSure: true)
    }

    /// `3 o'clock`, `three o'clock`
    private static func oClock(_ words: ArraySlice<ProseWord>) -> Read? {
        guard let hour = number(words), (1...12).contains(hour.value),
            ["o'clock", "o’clock", "oclock"].contains(words.dropFirst(hour.count).first?.text)
        else { return nil }
        let base = hour.value % 12 * 60
        return Read(candidates: [base, base + 720], count: hour.count + 1, isSure: true)
    }

    private static func number(_ words: ArraySlice<ProseWord>) -> (value: Int, count: Int)? {
        if let first = words.first, first.isNumber { return first.whole.map { ($0, 1) } }
        return NumberWords.read(words)
    }

    /// `five to ten minutes` is a length of time, and `ten to twelve users` no time at all.
    private static func isMeasure(_ word: ProseWord?) -> Bool {
        guard let word else { return false }
        if ["in", "on", "that", "the", "and", "until", "when", "after", "utc", "am", "pm", "a.m.", "p.m."]
            .contains(word.text)
        {
            return false
        }
        return word.beginsWithLetter || word.text == "%" || word.text == "-"
    }

    // MARK: what follows

    private static func takeHalf(_ read: inout Read, _ words: ArraySlice<ProseWord>) {
        guard read.takesHalf, let word = words.dropFirst(read.count).first else { return }
        let half: Int
        switch word.text {
        case "am", "a.m.": half = 0
        case "pm", "p.m.": half = 720
        default: return
        }
        let twelve = read.candidates.map { $0 % 720 + half }
        guard read.candidates[0] < 780 else { return }
        read.candidates = [twelve[0]]
        read.count += 1
        read.isSure = true
    }

    private static func takeZone(_ read: inout Read, _ words: ArraySlice<ProseWord>) {
        var rest = words.dropFirst(read.count)
        var count = 0
        if rest.first?.text == "(" { (rest, count) = (rest.dropFirst(), 1) }
        guard let word = rest.first else { return }
        if word.text == "z", word.isJoined || count == 1 {
            read.zone = "UTC"
        } else if word.isUppercase, ZoneNames.isKnown(word.text.description) {
            read.zone = word.text.description.uppercased()
        } else {
            return
        }
        read.count += count + 1
        if count == 1, rest.dropFirst().first?.text == ")" { read.count += 1 }
        if read.candidates[0] % 60 != 0 || words.first?.text.count == 4 { read.isSure = true }
    }

    private static func minutes(_ hour: Int?, _ minute: Int?) -> Int? {
        guard let hour, let minute, (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        return hour * 60 + minute
    }
}
