extension CalendarDate {
    /// Reads a date as people write it: `2026-03-02`, `2 March 2026`, `March 2, 2026`, `2.3.2026`, and, where today is
    /// known, `today`, `tomorrow`, `yesterday`, `+3d`, `2w`, `Friday`, `next Friday`, `last Friday`, `in two weeks`,
    /// `end of week`, `EOM` and `2 March`. Nil for anything else.
    package static func parse(_ text: String, today: CalendarDate?) -> CalendarDate? {
        let words = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
        switch words.count {
        case 1: return iso(words[0]) ?? dotted(words[0]) ?? today.flatMap { relative(words[0], to: $0) }
        case 2 where words[0] == "this": return today.flatMap { weekday(words[1], after: $0) }
        case 2 where words[0] == "next": return today.flatMap { weekday(words[1], inWeekAfter: $0) }
        case 2 where words[0] == "last":
            return today.flatMap { weekday(words[1], after: $0.adding(days: -8)) }
        case 2: return today.flatMap { nearest(words, to: $0) }
        case 3 where words.starts(with: ["end", "of"]): return today.flatMap { end(of: words[2], from: $0) }
        case 4 where words.starts(with: ["end", "of", "the"]):
            return today.flatMap { end(of: words[3], from: $0) }
        case 3 where words[0] == "in": return today.flatMap { ahead(words[1], words[2], of: $0) }
        case 3:
            return named(day: words[0], month: words[1], year: words[2])
                ?? named(day: words[1], month: words[0], year: words[2])
        default: return nil
        }
    }

    private static func iso(_ word: String) -> CalendarDate? {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `2.3.2026`, with the day first as everywhere where dots are written.
    private static func dotted(_ word: String) -> CalendarDate? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `2 March` of the year that brings it nearest to today.
    private static func nearest(_ words: [String], to today: CalendarDate) -> CalendarDate? {
        let dates = (today.year - 1...today.year + 1).compactMap { year in
            named(day: words[0], month: words[1], year: String(year))
                ?? named(day: words[1], month: words[0], year: String(year))
        }
        return dates.min { abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber) }
    }

    private static func named(day: String, month: String, year: String) -> CalendarDate? {
        let digits = day.prefix(while: \.isNumber)
        guard ["", "st", "nd", "rd", "th"].contains(day.dropFirst(digits.count)), let day = Int(digits),
            let year = Int(year), year > 999, let month = Self.month(named: month)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// 1 for `January` and `jan.`; nil for anything else.
    static func month(named name: String) -> Int? {
        let bare = (name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased()
        guard bare.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.hasPrefix(bare) }.map { $0 + 1 }
    }

    /// `in two weeks`, `in 10 days`, `in a month`
    private static func ahead(_ number: String, _ unit: String, of today: CalendarDate) -> CalendarDate? {
        let spelled = ProseWord(number)
        let count = ["a", "an"].contains(number) ? 1 : Int(number) ?? NumberWords.value(spelled)
        guard let count, (0...furthest).contains(count) else { return nil }
        switch unit {
        case "day", "days": return today.adding(days: count)
        case "week", "weeks": return today.adding(days: 7 * count)
        case "month", "months": return today.adding(months: count)
        default: return nil
        }
    }

    private static func relative(_ word: String, to today: CalendarDate) -> CalendarDate? {
        switch word {
        case "today": return today
        case "tomorrow": return today.adding(days: 1)
        case "yesterday": return today.adding(days: -1)
        case "eow": return end(of: "week", from: today)
        case "eom": return end(of: "month", from: today)
        default: break
        }
        let digits = word.hasPrefix("+") ? word.dropFirst() : word[...]
        if let count = Int(digits.dropLast()), digits.first?.isNumber == true {
            guard (0...furthest).contains(count) else { return nil }
            switch word.last {
            case "d": return today.adding(days: count)
            case "w": return today.adding(days: 7 * count)
            case "m": return today.adding(months: count)
            default: return nil
            }
        }
        return weekday(word, after: today)
    }

    /// The last working day of this week, or of the next one on a weekend, and the last day of this month.
    private static func end(of unit: String, from today: CalendarDate) -> CalendarDate? {
        switch unit {
        case "week": today.adding(days: (11 - today.weekday) % 7)
        case "month":
            CalendarDate(year: today.year, month: today.month, day: 1)?.adding(months: 1).adding(days: -1)
        default: nil
        }
    }

    /// That day of the week that begins on the next Monday, which is what `next Friday` means to most on any day but a
    /// Friday.
    private static func weekday(_ word: String, inWeekAfter today: CalendarDate) -> CalendarDate? {
        let monday = today.adding(days: 7 - today.weekday)
        return weekday(word, after: monday.adding(days: -1))
    }

    /// The next such day of the week, a week on where it is today's.
    private static func weekday(_ word: String, after today: CalendarDate) -> CalendarDate? {
        guard word.count >= 3, let index = weekdays.firstIndex(where: { $0.hasPrefix(word) }) else {
            return nil
        }
        let ahead = (index - today.weekday + 6) % 7 + 1
        return today.adding(days: ahead)
    }

    /// Days, weeks or months ahead; further dates than these are slips of the hand.
    private static let furthest = 10_000

    /// In English and in small letters, January first.
    package static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
