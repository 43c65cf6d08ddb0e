/// A length of time in the middle of a sentence: `about an hour`, `2+ hours`, `an hour and a half`, `15-minute`,
/// `ninety minutes`, `10 to 15 minutes`.
package struct SpokenDuration: Equatable, Sendable {
    /// In minutes; both ends alike where one length is named.
    package var shortest: Double
    package var longest: Double
    package var bound: TimeSpan.Bound
    /// How many words it takes, from the first word of its bound.
    package var count: Int

    /// Reads the length that begins with the first word, with words such as `about` and `less than`; nil where none
    /// does, and for what is no number: `a few minutes`, `several hours`.
    package init?(_ words: ArraySlice<ProseWord>) {
        guard let first = words.first, Self.mayBegin(with: first) else { return nil }
        var rest = words
        var bound = TimeSpan.Bound.exact
        var taken = 0
        var (shortening, lengthening) = (1.0, 1.0)
        while let (said, count) = Self.bound(rest) {
            bound = said
            if Self.below.contains(rest.prefix(count).map(\.text)) { (bound, shortening) = (.exact, 0.75) }
            if Self.above.contains(rest.prefix(count).map(\.text)) { (bound, lengthening) = (.exact, 1.3) }
            (rest, taken) = (rest.dropFirst(count), taken + count)
        }
        guard let read = Self.length(rest, &bound) else { return nil }
        (shortest, longest) = (read.shortest * shortening, read.longest * lengthening)
        count = taken + read.count
        self.bound = bound
    }

    /// A little less than it says, by a quarter at most, and a little more, by less than a third.
    private static let below: Set<[WordText]> = [
        ["just", "under"], ["slightly", "under"], ["a", "little", "under"], ["a", "little", "less", "than"],
        ["close", "to"], ["nearly"], ["almost"],
    ]
    private static let above: Set<[WordText]> = [
        ["just", "over"], ["slightly", "over"], ["slightly", "more", "than"], ["a", "little", "over"],
        ["a", "little", "more", "than"], ["a", "good"],
    ]

    /// Whether a word can be the first of a length.
    package static func mayBegin(with word: ProseWord) -> Bool { word.isNumber || openers.contains(word.key) }

    package init(minutes: Double, bound: TimeSpan.Bound) {
        (shortest, longest, self.bound, count) = (minutes, minutes, bound, 0)
    }

    /// As a person would say it.
    package var description: String {
        let text = TimeSpan(minutes: Int(longest.rounded())).description
        switch bound {
        case .exact: return shortest == longest ? text : "\(Int(shortest)) to \(text)"
        case .about: return "about \(text)"
        case .atLeast: return "at least \(text)"
        case .atMost: return "at most \(text)"
        }
    }

    // MARK: bounds

    private static let phrases: [(words: [WordText], bound: TimeSpan.Bound)] = [
        (["no", "more", "than"], .atMost), (["not", "more", "than"], .atMost),
        (["no", "less", "than"], .atLeast),
        (["no", "later", "than"], .atMost), (["at", "most"], .atMost), (["at", "least"], .atLeast),
        (["up", "to"], .atMost), (["more", "than"], .atLeast), (["less", "than"], .atMost),
        (["longer", "than"], .atLeast), (["fewer", "than"], .atMost), (["just", "over"], .about),
        (["just", "under"], .about), (["a", "little", "over"], .about), (["a", "little", "under"], .about),
        (["slightly", "over"], .about), (["slightly", "under"], .about),
        (["slightly", "more", "than"], .about),
        (["a", "little", "more", "than"], .about), (["a", "little", "less", "than"], .about),
        (["a", "good"], .about), (["a", "full"], .exact),
        (["close", "to"], .about), (["within"], .atMost), (["under"], .atMost), (["inside"], .atMost),
        (["over"], .atLeast), (["about"], .about), (["around"], .about), (["roughly"], .about),
        (["approximately"], .about), (["approx", "."], .about), (["approx"], .about), (["circa"], .about),
        (["ca", "."], .about), (["some"], .about), (["nearly"], .about), (["almost"], .about),
        (["barely"], .about), (["~"], .about), (["≈"], .about), (["<"], .atMost), ([">"], .atLeast),
        (["≤"], .atMost), (["≥"], .atLeast),
    ]
    private static let starts = WordSet(phrases.map { $0.words[0].description })
    /// Words of which one is in every length.
    package static let units: WordSet = [
        "second", "seconds", "sec", "secs", "s", "minute", "minutes", "min", "mins", "m", "hour", "hours",
        "hr", "hrs", "h", "day", "days",
    ]
    /// All that a length can begin with, apart from digits.
    private static let openers = starts.union(fixedStarts).union(NumberWords.words).union(["a", "an"])

    private static func bound(_ words: ArraySlice<ProseWord>) -> (TimeSpan.Bound, Int)? {
        guard let first = words.first, starts.contains(first.key) else { return nil }
        for phrase in phrases where words.begin(with: phrase.words) {
            return (phrase.bound, phrase.words.count)
        }
        return nil
    }

    // MARK: lengths

    private struct Length {
        var shortest: Double
        var longest: Double
        var count: Int
    }

    private static func length(_ words: ArraySlice<ProseWord>, _ bound: inout TimeSpan.Bound) -> Length? {
        if let fixed = fixed(words) { return fixed }
        guard var length = part(words, &bound) else { return nil }
        var rest = words.dropFirst(length.count)
        if rest.begin(with: ["and", "a", "half"]) {
            let half = unit(of: words.dropFirst(0).prefix(length.count)) / 2
            return Length(
                shortest: length.shortest + half, longest: length.longest + half, count: length.count + 3)
        }
        while true {
            let skip = rest.first.map { ["and", ","].contains($0.text) ? 1 : 0 } ?? 0
            if length.shortest == length.longest, let minutes = bareMinutes(rest, behind: length) {
                length.shortest += minutes
                length.longest += minutes
                length.count += 1
                return length
            }
            var inner = TimeSpan.Bound.exact
            guard length.shortest == length.longest, let more = part(rest.dropFirst(skip), &inner),
                more.longest < length.longest, more.longest < 60 || length.longest >= 1440
            else { return length }
            length.shortest += more.shortest
            length.longest += more.longest
            length.count += skip + more.count
            rest = rest.dropFirst(skip + more.count)
        }
    }

    /// `1 hour 55`, where nothing is counted by the number.
    private static func bareMinutes(_ rest: ArraySlice<ProseWord>, behind length: Length) -> Double? {
        guard length.longest >= 60, length.longest.truncatingRemainder(dividingBy: 60) == 0,
            let word = rest.first, word.isNumber, !word.isJoined, let minutes = word.whole,
            (1..<60).contains(minutes)
        else { return nil }
        let next = rest.dropFirst().first
        return next == nil
            || next.map { [",", ")", "(", "–", "and", "after", "to"].contains($0.text) } == true
            ? Double(minutes) : nil
    }

    /// `half an hour`, `a quarter of an hour`, `three quarters of an hour`, `half-hour`
    private static func fixed(_ words: ArraySlice<ProseWord>) -> Length? {
        guard let first = words.first, fixedStarts.contains(first.key) else { return nil }
        for (form, minutes) in forms where words.begin(with: form) {
            return Length(shortest: minutes, longest: minutes, count: form.count)
        }
        return nil
    }

    private static let forms: [(words: [WordText], minutes: Double)] = [
        (["half", "an", "hour"], 30), (["half", "a", "minute"], 0.5), (["half", "a", "day"], 720),
        (["half", "-", "hour"], 30), (["a", "half", "hour"], 30), (["half", "hour"], 30),
        (["a", "quarter", "of", "an", "hour"], 15), (["quarter", "of", "an", "hour"], 15),
        (["quarter", "hour"], 15), (["quarter", "-", "hour"], 15), (["a", "quarter", "hour"], 15),
        (["three", "quarters", "of", "an", "hour"], 45), (["hour", "-", "long"], 60),
    ]
    private static let fixedStarts = WordSet(forms.map { $0.words[0].description })

    private static let parts: [(words: [WordText], part: Double)] = [
        (["and", "a", "half"], 0.5), (["and", "a", "quarter"], 0.25), (["and", "three", "quarters"], 0.75),
        (["and", "a", "third"], 1 / 3.0),
    ]

    /// A number and its unit.
    private static func part(_ words: ArraySlice<ProseWord>, _ bound: inout TimeSpan.Bound) -> Length? {
        guard let number = number(words) else { return nil }
        var rest = words.dropFirst(number.count)
        var count = number.count
        var (low, high) = (number.value, number.value)
        if let dash = rest.first, ["-", "–", "to"].contains(dash.text),
            let upper = self.number(rest.dropFirst()),
            upper.value > low
        {
            high = upper.value
            (rest, count) = (rest.dropFirst(1 + upper.count), count + 1 + upper.count)
        }
        for (words, part) in parts where rest.begin(with: words) {
            (low, high) = (low + part, high + part)
            (rest, count) = (rest.dropFirst(words.count), count + words.count)
            break
        }
        if rest.first?.text == "+" {
            bound = .atLeast
            (rest, count) = (rest.dropFirst(), count + 1)
        }
        if rest.first?.text == "-" { (rest, count) = (rest.dropFirst(), count + 1) }
        guard let word = rest.first, let unit = unit(word) else { return nil }
        return Length(shortest: low * unit, longest: high * unit, count: count + 1)
    }

    private static func number(_ words: ArraySlice<ProseWord>) -> (value: Double, count: Int)? {
        guard let first = words.first else { return nil }
        if first.isNumber { return first.decimal.map { ($0, 1) } }
        if first.text == "a" || first.text == "an" { return (1, 1) }
        return NumberWords.read(words).map { (Double($0.value), $0.count) }
    }

    private static func unit(of words: ArraySlice<ProseWord>) -> Double {
        words.reversed().lazy.compactMap { unit($0) }.first ?? 0
    }

    private static func unit(_ word: ProseWord) -> Double? {
        switch word.text {
        case "second", "seconds", "sec", "secs": 1.0 / 60
        case "s" where word.isJoined: 1.0 / 60
        case "minute", "minutes", "min", "mins": 1
        case "m" where word.isJoined: 1
        case "hour", "hours", "hr", "hrs": 60
        case "h" where !word.isUppercase: 60
        case "day", "days": 1440
        default: nil
        }
    }
}

extension ArraySlice<ProseWord> {
    /// Whether these words stand first.
    package func begin(with texts: [WordText]) -> Bool {
        count >= texts.count && texts.indices.allSatisfy { self[startIndex + $0].text == texts[$0] }
    }
}
