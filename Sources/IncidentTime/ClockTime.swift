/// A time of day to the minute, with the date and the zone that were written beside it.
package struct ClockTime: Hashable, Sendable, CustomStringConvertible {
    /// Since midnight.
    package let minutes: Int
    package var date: CalendarDate?
    /// As it was written: `UTC`, `CET`, `+05:45`.
    package var zone: String?

    package init?(hour: Int, minute: Int, date: CalendarDate? = nil, zone: String? = nil) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
        self.date = date
        self.zone = zone
    }

    /// `14:05`, `14:05 UTC`, `2026-03-02 14:05 UTC`
    package var description: String {
        (date.map { "\($0) " } ?? "") + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
            + (zone.map { " \($0)" } ?? "")
    }

    /// A later or earlier time, past midnight too; the date moves along where there is one.
    package func adding(minutes: Int) -> ClockTime {
        let total = self.minutes + minutes
        let day = Int((Double(total) / 1440).rounded(.down))
        let rest = total - day * 1440
        guard
            let time = ClockTime(
                hour: rest / 60, minute: rest % 60, date: date?.adding(days: day), zone: zone)
        else {
            preconditionFailure("\(rest) minutes are a time of day")
        }
        return time
    }

    /// Reads a time as people write it: `14:05`, `1405`, `9:05`, `14.05`, `14h05`, `2:05 pm`, `2pm`, `14:05:30`, with a zone
    /// behind it or a date before it; `now`; and `+5m` or `-5m`, counted from the time before, else from now.
    package static func parse(_ text: String, now: ClockTime, previous: ClockTime?) -> ClockTime? {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        if words.count == 1, first.lowercased() == "now" { return now }
        if let shift = minutes(of: text) { return (previous ?? now).adding(minutes: shift) }
        return absolute(words)
    }

    /// `+5m`, `-5m` or `+1h30m`, in minutes; nil for any other text.
    package static func minutes(of text: String) -> Int? {
        let words = text.split(separator: " ").map(String.init)
        return words.count == 1 ? shift(words[0]) : nil
    }

    /// Reads a time that needs no other to be understood.
    package static func parse(_ text: String) -> ClockTime? {
        absolute(text.split(separator: " ").map(String.init))
    }

    private static func absolute(_ words: [String]) -> ClockTime? {
        var rest = words[...]
        let date = rest.first.flatMap { CalendarDate.parse($0, today: nil) }
        if date != nil { rest = rest.dropFirst() }
        guard let clock = rest.popFirst() else { return nil }
        var afternoon: Bool?
        if let half = rest.first.flatMap({ half($0) }) {
            afternoon = half
            rest = rest.dropFirst()
        }
        let zone = rest.popFirst()
        guard rest.isEmpty, zone.map(isZone) ?? true else { return nil }
        return time(clock, afternoon, date, zone)
    }

    private static func time(_ word: String, _ afternoon: Bool?, _ date: CalendarDate?, _ zone: String?)
        -> ClockTime?
    {
        var text = word.lowercased()
        var (afternoon, zone) = (afternoon, zone)
        for (suffix, isAfternoon) in [("pm", true), ("am", false)] where text.hasSuffix(suffix) {
            text.removeLast(2)
            afternoon = isAfternoon
        }
        if text.hasSuffix("z") {
            text.removeLast()
            zone = zone ?? "UTC"
        }
        let wholeHour = afternoon == nil || text.count > 2 ? nil : Int(text).map { ($0, 0) }
        guard let (hour, minute) = wholeHour ?? hourAndMinute(text) else { return nil }
        guard let afternoon else { return ClockTime(hour: hour, minute: minute, date: date, zone: zone) }
        guard (1...12).contains(hour) else { return nil }
        return ClockTime(hour: hour % 12 + (afternoon ? 12 : 0), minute: minute, date: date, zone: zone)
    }

    private static func hourAndMinute(_ text: String) -> (Int, Int)? {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || ":.h".contains($0)) }) else { return nil }
        if text.count == 4, let number = Int(text) { return (number / 100, number % 100) }
        let parts = text.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]),
            parts.count == 2 || (parts[2].count == 2 && Int(parts[2]) != nil)
        else { return nil }
        return (hour, minute)
    }

    private static func half(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "am", "a.m.": false
        case "pm", "p.m.": true
        default: nil
        }
    }

    private static func isZone(_ word: String) -> Bool {
        if word.first == "+" || word.first == "-" {
            // `-17` behind a time is a number of its own.
            let digits = word.dropFirst()
            return digits.allSatisfy { $0.isNumber || $0 == ":" }
                && (digits.contains(":") || digits.count == 4 || word.first == "+" && digits.count == 2)
        }
        if word.contains("/") {
            return word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "/_".contains($0) }
        }
        let digits = word.hasPrefix("UTC") || word.hasPrefix("GMT") ? word.dropFirst(3) : ""
        if digits.first == "+" || digits.first == "-" {
            return isZone(String(digits)) || Int(digits.dropFirst()) != nil
        }
        return (2...5).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    /// `+5m`, `-1h`, `+1h30m`, `+90`.
    private static func shift(_ word: String) -> Int? {
        guard let sign = word.first, sign == "+" || sign == "-", !word.contains(":") else { return nil }
        let body = word.dropFirst()
        let digits = body.prefix(while: \.isNumber)
        guard let count = Int(digits), count <= 100_000 else { return nil }
        guard let total = minutes(count, body.dropFirst(digits.count)) else { return nil }
        return sign == "-" ? -total : total
    }

    private static func minutes(_ count: Int, _ unit: Substring) -> Int? {
        switch unit {
        case "m", "min", "": return count
        case "h": return 60 * count
        default: break
        }
        let rest = unit.dropFirst().prefix(while: \.isNumber)
        guard unit.first == "h", let more = Int(rest), more < 60 else { return nil }
        return ["", "m", "min"].contains(unit.dropFirst(1 + rest.count)) ? 60 * count + more : nil
    }
}
