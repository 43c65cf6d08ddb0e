/// A length of time in minutes, with what was said about how sure it is.
package struct TimeSpan: Equatable, Sendable, CustomStringConvertible {
    package enum Bound: String, CaseIterable, Sendable {
        case exact
        case about
        case atLeast
        case atMost
    }

    package var minutes: Int
    package var bound: Bound

    package init(minutes: Int, bound: Bound = .exact) {
        self.minutes = minutes
        self.bound = bound
    }

    /// `2 hours 15 minutes`, `45 minutes`, `1 day 3 hours`
    package var description: String {
        let parts = [(minutes / 1440, "day"), (minutes / 60 % 24, "hour"), (minutes % 60, "minute")].filter {
            $0.0 > 0
        }
        guard !parts.isEmpty else { return "0 minutes" }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
    }

    /// The same with `about` in front where it is a guess.
    package var spoken: String { (bound == .about ? "about " : "") + description }

    /// From one written time to another, across midnight where the end is earlier and no dates are given; from or to a
    /// guess such as `~14:05` it is one too.
    ///
    /// - Parameter day: that of a time without a date beside one that has it; nil says nothing of such a pair.
    package static func between(_ start: String, _ end: String, on day: CalendarDate? = nil) -> TimeSpan? {
        let guesses = (IncidentMoment.guessed(start), IncidentMoment.guessed(end))
        guard let first = ClockTime.parse(guesses.0 ?? start), let last = ClockTime.parse(guesses.1 ?? end),
            first.zone == nil || last.zone == nil || first.zone == last.zone
        else { return nil }
        var minutes = last.minutes - first.minutes
        if first.date != nil || last.date != nil {
            guard let from = first.date ?? day, let to = last.date ?? day else { return nil }
            minutes += 1440 * (to.dayNumber - from.dayNumber)
        } else if minutes < 0 {
            minutes += 1440
        }
        let bound = guesses.0 == nil && guesses.1 == nil ? Bound.exact : .about
        return minutes >= 0 ? TimeSpan(minutes: minutes, bound: bound) : nil
    }

    /// Reads `2 hours 15 minutes`, `2h15m`, `2:15`, `135 min`, `about an hour`, `half an hour`, `2+ hours`,
    /// `under 5 minutes`, `1.5 hours`. Nil for anything else.
    package init?(_ text: String) {
        var words = Self.words(text)
        var bound = Bound.exact
        while let first = words.first, let said = Self.bounds[first] {
            bound = said
            words.removeFirst()
            if ["than", "to", "most", "least"].contains(words.first) {
                if words[0] == "most" { bound = .atMost }
                if words[0] == "least" { bound = .atLeast }
                words.removeFirst()
            }
        }
        if words == ["half", "an", "hour"] {
            self.init(minutes: 30, bound: bound)
            return
        }
        guard let total = Self.total(&words, &bound), words.isEmpty else { return nil }
        self.init(minutes: total, bound: bound)
    }

    private static let bounds: [String: Bound] = [
        "about": .about, "around": .about, "roughly": .about, "approximately": .about, "~": .about,
        "nearly": .about,
        "almost": .about, "under": .atMost, "within": .atMost, "less": .atMost, "over": .atLeast,
        "more": .atLeast, "at": .atLeast,
        "up": .atMost, "<": .atMost, ">": .atLeast,
    ]

    /// Words, with numbers cut from the letters behind them.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var kind = 0
        for character in text.lowercased() where !",;".contains(character) {
            let now =
                character.isNumber || character == "." || character == ":"
                ? 1 : character.isLetter ? 2 : character == " " ? 0 : 3
            if now == 0 { kind = 0; continue }
            if now == kind, now != 3 {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
            kind = now
        }
        return words.filter { $0 != "and" }
    }

    private static func total(_ words: inout [String], _ bound: inout Bound) -> Int? {
        if words.count == 1, let clock = clock(words[0]) {
            words = []
            return clock
        }
        var total = 0.0
        var count = 0
        while let number = words.first.flatMap({ ["a", "an", "one"].contains($0) ? 1 : Double($0) }) {
            words.removeFirst()
            if words.first == "+" {
                bound = .atLeast
                words.removeFirst()
            }
            guard let unit = words.first.flatMap({ unit($0) }) else { return nil }
            words.removeFirst()
            total += number * unit
            count += 1
        }
        return count > 0 && (0..<longest).contains(total) ? Int(total.rounded()) : nil
    }

    /// A thousand years, in minutes.
    private static let longest = 525_960_000.0

    private static func clock(_ word: String) -> Int? {
        let parts = word.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 && word.filter({ $0 == ":" }).count == 1 && parts[1] < 60
            && Double(parts[0]) < longest / 60 ? parts[0] * 60 + parts[1] : nil
    }

    private static func unit(_ word: String) -> Double? {
        switch word {
        case "s", "sec", "secs", "second", "seconds": 1.0 / 60
        case "m", "min", "mins", "minute", "minutes": 1
        case "h", "hr", "hrs", "hour", "hours": 60
        case "d", "day", "days": 1440
        case "w", "week", "weeks": 10_080
        default: nil
        }
    }
}
