/// What a timeline cell may hold: a time, a stretch of time, `~14:30`, `before 14:00`, `14:30 +1d`, `Next Day`, each with
/// a date before it or a zone behind it, or a date alone. Text that is none of these is kept as it is and has no place in an order.
package struct IncidentMoment: Equatable, Sendable {
    package let text: String
    /// Minutes from midnight of the incident's day, or of day 0 where a date is written.
    package let earliest: Int?
    package let latest: Int?
    /// As it was written behind the time.
    package let zone: String?
    package let date: CalendarDate?
    /// Days that were counted on: 1 for `+1d` and `Next Day`; nil where nothing says which day is meant.
    package let dayShift: Int?
    /// Some minutes to either side of the time that is named.
    private let isGuess: Bool

    package init(_ text: String) {
        self.text = text
        let read = Reader.plain(text) ?? Reader(text).read ?? Reader.beforeBracket(text)
        (earliest, latest) = (read?.earliest, read?.latest)
        (zone, date, dayShift) = (read?.zone, read?.date, read?.dayShift)
        isGuess = read?.isGuess ?? false
    }

    /// By which rows are put in order.
    package var sortKey: Int? { earliest ?? latest }

    /// As `sortKey`; a guess stands where it says, and a day without an hour at its end, behind all that is told of it.
    var orderKey: Int? {
        guard let earliest, let latest else { return sortKey }
        if latest - earliest >= 1439 { return latest }
        return isGuess ? (earliest + latest) / 2 : earliest
    }

    /// The time some minutes after this one, as it is written; nil where no hour is said.
    package func adding(minutes: Int) -> String? {
        guard let early = earliest ?? latest, let late = latest ?? earliest, late - early < 1439 else {
            return nil
        }
        let isAround = text.first.map { "~≈".contains($0) || $0.isLetter } ?? false
        let total = (isAround ? (early + late) / 2 : late) + minutes
        let day = Int((Double(total) / 1440).rounded(.down))
        let clock = total - day * 1440
        let date = date.map { _ in CalendarDate(dayNumber: day) }
        guard let time = ClockTime(hour: clock / 60, minute: clock % 60, date: date, zone: zone) else {
            return nil
        }
        return time.description + (dayShift == nil ? "" : " +\(day)d")
    }

    /// The same moment by a clock that shows so many minutes more, which needs no zone any more. A time without a day
    /// stays one.
    func moved(by minutes: Int) -> IncidentMoment {
        guard let key = sortKey else { return self }
        let wrap = namesDay ? 0 : (key + minutes + 1440) % 1440 - (key + minutes)
        return IncidentMoment(
            copying: self, earliest: earliest.map { $0 + minutes + wrap },
            latest: latest.map { $0 + minutes + wrap })
    }

    private init(copying other: IncidentMoment, earliest: Int?, latest: Int?) {
        (text, isGuess, dayShift, zone) = (other.text, other.isGuess, other.dayShift, nil)
        (self.earliest, self.latest) = (earliest, latest)
        date = other.date.flatMap { _ in
            (earliest ?? latest).map { CalendarDate(dayNumber: Int((Double($0) / 1440).rounded(.down))) }
        }
    }

    /// What stands behind `~`, `about` and the like; nil where nothing says that it is a guess.
    static func guessed(_ text: String) -> String? {
        let lower = text.lowercased()
        return guesses.first { lower.hasPrefix($0) }.map { String(text.dropFirst($0.count)) }
    }

    private static let guesses = [
        "~", "≈", "about ", "around ", "approx. ", "approximately ", "ca. ", "c. ", "circa ",
    ]

    package var isUncertain: Bool { earliest != latest }

    /// Whether an hour is said, and not a day alone.
    package var namesHour: Bool {
        guard let earliest, let latest else { return sortKey != nil }
        return latest - earliest < 1439
    }

    /// Whether the day is said, by a date or by counting on.
    package var namesDay: Bool { date != nil || dayShift != nil }
}

/// Takes a cell apart.
private struct Reader {
    struct Read {
        var earliest: Int?
        var latest: Int?
        var zone: String?
        var date: CalendarDate?
        var dayShift: Int?
        var isGuess = false
    }

    let text: String

    init(_ text: String) {
        let tidy = text.filter { !"()*`".contains($0) }.split(whereSeparator: \.isWhitespace)
        self.text = tidy.joined(separator: " ")
    }

    /// `14:30` and `14:30 UTC`, which most cells hold; `AM` and `PM` are no zones.
    static func plain(_ text: String) -> Read? {
        let bytes = text.utf8
        guard bytes.count == 5 || (8...11).contains(bytes.count), bytes.first.map(isDigit) == true else {
            return nil
        }
        let all = Array(bytes)
        guard all[2] == UInt8(ascii: ":"), [0, 1, 3, 4].allSatisfy({ isDigit(all[$0]) }) else { return nil }
        let zone = all.dropFirst(5)
        let isZone =
            zone.first == UInt8(ascii: " ") && zone.dropFirst().allSatisfy { (0x41...0x5A).contains($0) }
        guard zone.isEmpty || isZone && zone.last != UInt8(ascii: "M") else { return nil }
        let (hour, minute) = (number(all[0], all[1]), number(all[3], all[4]))
        guard hour < 24, minute < 60 else { return nil }
        let minutes = hour * 60 + minute
        return Read(
            earliest: minutes, latest: minutes,
            zone: zone.isEmpty ? nil : String(decoding: zone.dropFirst(), as: UTF8.self))
    }

    /// `14:30 CET (13:30 UTC)`, which says it twice.
    static func beforeBracket(_ text: String) -> Read? {
        guard let bracket = text.firstIndex(of: "("), bracket > text.startIndex, text.last == ")" else {
            return nil
        }
        let inside = Reader(String(text[bracket...].dropFirst().dropLast())).read
        return inside?.zone == nil ? nil : Reader(String(text[..<bracket])).read
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int {
        Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }

    var read: Read? {
        let lower = text.lowercased()
        if ["next day", "the next day", "following day", "the following day", "day after", "the day after"]
            .contains(lower)
        {
            return Read(earliest: 1440, latest: 2879, dayShift: 1)
        }
        for (word, isUpper) in Self.bounds where lower.hasPrefix(word) {
            guard let point = point(String(text.dropFirst(word.count))) else { return nil }
            return isUpper
                ? with(point, earliest: nil, latest: point.minutes)
                : with(point, earliest: point.minutes, latest: nil)
        }
        if let date = CalendarDate.parse(text, today: nil) {
            let midnight = date.dayNumber * 1440
            return Read(earliest: midnight, latest: midnight + 1439, date: date)
        }
        return range ?? about ?? point(text).map { with($0, earliest: $0.minutes, latest: $0.minutes) }
    }

    private static let bounds = [
        ("before ", true), ("by ", true), ("until ", true), ("no later than ", true), ("after ", false),
        ("from ", false), ("since ", false),
    ]
    /// Five minutes to either side of a time that is said to be a guess.
    private var about: Read? {
        IncidentMoment.guessed(text).flatMap { point($0) }.map {
            var read = with($0, earliest: $0.minutes - 5, latest: $0.minutes + 5)
            read.isGuess = true
            return read
        }
    }

    /// `14:20–14:35`, `14:20 to 14:35`, `between 14:20 and 14:35`
    private var range: Read? {
        let bare = text.lowercased().hasPrefix("between ") ? String(text.dropFirst(8)) : text
        for separator in ["–", "—", " to ", " and ", "-"] {
            let parts = bare.ranges(of: separator)
            guard parts.count == 1, let place = parts.first,
                let low = point(String(bare[..<place.lowerBound])),
                var high = point(String(bare[place.upperBound...]))
            else { continue }
            if high.date == nil, let date = low.date { high.minutes += 1440 * date.dayNumber }
            if high.minutes < low.minutes { high.minutes += 1440 }
            return Read(
                earliest: low.minutes, latest: high.minutes, zone: low.zone ?? high.zone, date: low.date,
                dayShift: low.dayShift)
        }
        return nil
    }

    private struct Point {
        var minutes: Int
        var zone: String?
        var date: CalendarDate?
        var dayShift: Int?
    }

    private func with(_ point: Point, earliest: Int?, latest: Int?) -> Read {
        Read(earliest: earliest, latest: latest, zone: point.zone, date: point.date, dayShift: point.dayShift)
    }

    /// A single time, with days added by `+1d` or `Next Day` and counted from day 0 where a date is written.
    private func point(_ text: String) -> Point? {
        var words = text.split(separator: " ").map(String.init)
        while words.last == "," { words.removeLast() }
        var days: Int?
        if words.count > 2, words[0].lowercased() == "next", words[1].lowercased().hasPrefix("day") {
            days = 1
            words.removeFirst(2)
        } else if let last = words.last?.lowercased(), last.hasPrefix("+"), last.hasSuffix("d"),
            let count = Int(last.dropFirst().dropLast()), count < 10_000
        {
            days = count
            words.removeLast()
        }
        guard !words.isEmpty, let time = clock(words) else { return nil }
        return Point(
            minutes: time.minutes + 1440 * ((days ?? 0) + (time.date?.dayNumber ?? 0)), zone: time.zone,
            date: time.date, dayShift: days)
    }

    /// `14:30`, `2026-03-02 14:30 UTC`, `2 March 2026 14:30`, `2026-03-02T14:30Z`, `14:30 UTC (2026-03-02)`
    private func clock(_ words: [String]) -> ClockTime? {
        if let time = ClockTime.parse(words.joined(separator: " ")) { return time }
        if let time = clockBeforeDay(words) { return time }
        if words[0].count > 11, let mark = words[0].firstIndex(of: "T") {
            let parts = [String(words[0][..<mark]), String(words[0][words[0].index(after: mark)...])]
            return ClockTime.parse((parts + words.dropFirst()).joined(separator: " "))
        }
        guard words.count >= 4, let date = CalendarDate.parse(words[..<3].joined(separator: " "), today: nil),
            var time = ClockTime.parse(words.dropFirst(3).joined(separator: " "))
        else { return nil }
        time.date = date
        return time
    }

    /// The day behind the clock; one without its year, as in `00:07 (19 Nov)`, is left to the rows around it.
    private func clockBeforeDay(_ words: [String]) -> ClockTime? {
        guard words.count > 1, words[0].contains(":") else { return nil }
        for length in 1...3 where words.count > length {
            let day = words.suffix(length).joined(separator: " ")
            let date = CalendarDate.parse(day, today: nil)
            guard date != nil || length == 2 && Self.isDayOfMonth(words.suffix(2)) else { continue }
            var rest = words.dropLast(length)
            if rest.last == "on" { rest.removeLast() }
            let clock = rest.joined(separator: " ")
            guard var time = ClockTime.parse(clock.last == "," ? String(clock.dropLast()) : clock) else {
                continue
            }
            time.date = date
            return time
        }
        return nil
    }

    /// `19 Nov`, `November 19`
    private static func isDayOfMonth(_ words: ArraySlice<String>) -> Bool {
        words.contains { CalendarDate.month(named: $0) != nil }
            && words.contains { $0.first?.isNumber == true }
    }
}
