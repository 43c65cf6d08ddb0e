/// What a timeline cell may hold: a time, a stretch of time, `~14:30`, `before 14:00`, `14:30 +1d`, `Next Day`. Text that
/// is none of these is kept as it is and has no place in an order.
package struct IncidentMoment: Equatable, Sendable {
    package let text: String
    /// Minutes from midnight of the incident's day, or of day 0 where a date is written.
    package let earliest: Int?
    package let latest: Int?

    package init(_ text: String) {
        self.text = text
        let bounds = Self.bounds(of: text)
        (earliest, latest) = (bounds?.0, bounds?.1)
    }

    /// By which rows are put in order.
    package var sortKey: Int? { earliest ?? latest }

    package var isUncertain: Bool { earliest != latest }

    private static func bounds(of text: String) -> (Int?, Int?)? {
        let bare = text.lowercased().split(separator: " ").joined(separator: " ")
        if bare == "next day" { return (1440, 2879) }
        for (word, isUpper) in [("before ", true), ("by ", true), ("after ", false), ("from ", false)]
        where bare.hasPrefix(word) {
            guard let minutes = minutes(String(text.split(separator: " ").dropFirst().joined(separator: " ")))
            else { return nil }
            return isUpper ? (nil, minutes) : (minutes, nil)
        }
        if let range = range(text) { return range }
        let about = bare.hasPrefix("~") || bare.hasPrefix("about ") || bare.hasPrefix("around ")
        let rest =
            bare.hasPrefix("~")
            ? String(text.drop { $0 == "~" || $0 == " " })
            : about ? String(text.drop { $0 != " " }.dropFirst()) : text
        guard let minutes = minutes(rest) else { return nil }
        return about ? (minutes - 5, minutes + 5) : (minutes, minutes)
    }

    /// `14:20–14:35`, `14:20 to 14:35`
    private static func range(_ text: String) -> (Int?, Int?)? {
        for separator in ["–", "—", " to ", "-"] {
            let parts = text.ranges(of: separator)
            guard parts.count == 1, let place = parts.first else { continue }
            guard let low = minutes(String(text[..<place.lowerBound])),
                let high = minutes(String(text[place.upperBound...]))
            else { continue }
            return (low, high < low ? high + 1440 : high)
        }
        return nil
    }

    /// A single time, with days added by `+1d` and counted from day 0 where a date is written.
    private static func minutes(_ text: String) -> Int? {
        var words = text.split(separator: " ").map(String.init)
        var days = 0
        if let last = words.last?.lowercased(), last.hasPrefix("+"), last.hasSuffix("d"),
            let count = Int(last.dropFirst().dropLast()), count < 10_000
        {
            days = count
            words.removeLast()
        }
        guard let time = ClockTime.parse(words.joined(separator: " ")) else { return nil }
        return time.minutes + 1440 * (days + (time.date?.dayNumber ?? 0))
    }
}
