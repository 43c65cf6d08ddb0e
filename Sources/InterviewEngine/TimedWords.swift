import IncidentTime

/// A line that begins with its time and goes on with what happened then: `14:32 error rate at 15 %`.
struct TimedWords: Equatable {
    let time: String
    let words: String

    /// `14:32 UTC: error rate`, `2026-03-02 14:32 error rate`, `now …`, `+5m …`; the longest time counts. Nil where a line
    /// begins with none.
    ///
    /// A chat has the time in brackets and with its seconds: `[20:41:05] tom: crews are there`.
    init?(_ line: String) {
        let line = Self.withPlainTime(line)
        guard !line.hasPrefix("("), !line.hasPrefix("[") else { return nil }
        let all = line.split(separator: " ").map(String.init)
        for count in (1...4).reversed() where count <= all.count {
            var time = all[..<count].joined(separator: " ")
            while let mark = time.last, ":,".contains(mark) { time.removeLast() }
            guard Self.isTime(time), count == 1 || !Self.endsWithName(time) else { continue }
            // `14:32 - error rate`
            let rest = all[count...].drop { ["-", "–", "—"].contains($0) }
            (self.time, words) = (time, rest.joined(separator: " "))
            return
        }
        return nil
    }

    private static func withPlainTime(_ line: String) -> String {
        if let match = line.firstMatch(of: /^[\[(]([^\[\]()]+)[\])](?!\()/) {
            let time = withoutSeconds(match.1)
            let last = time.split(separator: " ").last.map(String.init) ?? ""
            let isTime = isTime(time) && (last.contains(":") || ZoneNames.isKnown(last))
            return isTime ? "\(time) \(line[match.range.upperBound...])" : line
        }
        return line.prefix(30).count { $0 == ":" } > 1 ? withoutSeconds(line[...]) : line
    }

    /// `01.03.2026, 20:41:05` as `2026-03-01 20:41`.
    private static func withoutSeconds(_ text: Substring) -> String {
        text.replacing(/^([^ ]+, |[^ ]+ )?([0-9]{1,2}:[0-5][0-9])(:[0-5][0-9])?\b/) { match in
            let day = match.1.map { $0.filter { !", ".contains($0) } }
            let date = day.map { CalendarDate.parse($0, today: nil)?.description ?? $0 }
            return (date.map { "\($0) " } ?? "") + match.2
        }.description
    }

    /// `14:05 DB`, which is followed by what the database did: capitals are a zone only where one is called so.
    private static func endsWithName(_ time: String) -> Bool {
        guard let last = time.split(separator: " ").last, last.allSatisfy({ $0.isLetter && $0.isUppercase })
        else { return false }
        return !["AM", "PM"].contains(last) && !ZoneNames.isKnown(String(last))
    }

    /// `14:32` or `~14:32`, which is hardly anything else.
    var isClockTime: Bool { time.contains(/[0-9]:[0-5][0-9]/) }

    /// Whether a cell holds a time, spelt out or in shorthand.
    static func isTime(_ cell: String) -> Bool {
        cell.lowercased() == "now" || ClockTime.minutes(of: cell) != nil
            || IncidentMoment(cell).sortKey != nil
    }
}
