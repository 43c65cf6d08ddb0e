/// The rule at the end of a TZif file for the years after its last change: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixRule {
    private let standard: Int
    private let summer: Int
    private let start: Day
    private let end: Day

    /// A day of each year, as a month, a week of it (5 is the last) and a day of the week (0 is Sunday), at a time.
    private struct Day {
        var month: Int
        var week: Int
        var weekday: Int
        var minutes: Int

        init?(_ text: Substring) {
            let parts = text.split(separator: "/")
            guard let day = parts.first, day.first == "M" else { return nil }
            let numbers = day.dropFirst().split(separator: ".").compactMap { Int($0) }
            guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]) else {
                return nil
            }
            (month, week, weekday) = (numbers[0], numbers[1], numbers[2])
            let time = parts.count > 1 ? parts[1].split(separator: ":").compactMap { Int($0) } : [2]
            minutes = (time.first ?? 2) * 60 + (time.count > 1 ? time[1] : 0)
        }

        func minute(in year: Int) -> Int? {
            guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
            let ahead = (weekday + 6 - first.weekday) % 7
            var day = first.adding(days: ahead + 7 * (week - 1))
            if day.month != month { day = day.adding(days: -7) }
            return (day.dayNumber - CalendarDate.epoch) * 1440 + minutes
        }
    }

    /// Nil for a rule without a summer time, and for the rarer forms of a day.
    init?(_ text: String) {
        let parts = text.split(separator: ",")
        guard parts.count == 3, let start = Day(parts[1]), let end = Day(parts[2]) else { return nil }
        var names = parts[0]
        guard Self.takeName(&names), let standard = Self.takeOffset(&names), Self.takeName(&names) else {
            return nil
        }
        self.standard = standard
        summer = Self.takeOffset(&names) ?? standard + 60
        (self.start, self.end) = (start, end)
    }

    /// The changes of a hundred years, in minutes since 1970 and in order, those after a moment.
    func changes(after moment: Int?) -> [(at: Int, offset: Int)] {
        let all = (1970...2099).flatMap { year -> [(at: Int, offset: Int)] in
            guard let on = start.minute(in: year), let off = end.minute(in: year) else { return [] }
            return [(on - standard, summer), (off - summer, standard)]
        }
        return all.filter { $0.at > moment ?? Int.min }.sorted { $0.at < $1.at }
    }

    private static func takeName(_ text: inout Substring) -> Bool {
        let before = text.count
        if text.first == "<", let close = text.firstIndex(of: ">") {
            text = text[text.index(after: close)...]
        } else {
            text = text.drop(while: \.isLetter)
        }
        return text.count < before
    }

    /// POSIX counts west of Greenwich.
    private static func takeOffset(_ text: inout Substring) -> Int? {
        let body = text.prefix { $0.isNumber || "+-:".contains($0) }
        guard !body.isEmpty else { return nil }
        text = text.dropFirst(body.count)
        let parts = body.drop { "+-".contains($0) }.split(separator: ":").compactMap { Int($0) }
        guard let hours = parts.first else { return nil }
        let minutes = hours * 60 + (parts.count > 1 ? parts[1] : 0)
        return body.first == "-" ? minutes : -minutes
    }
}
