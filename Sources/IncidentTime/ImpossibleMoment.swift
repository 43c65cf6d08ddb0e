/// A day or a time of the right shape that no calendar and no clock has: `31 Nov`, `2026-02-30`, `25:99`.
package enum ImpossibleMoment {
    /// The first in a text that is meant as a date or a time, as it is written.
    package static func first(in text: String) -> String? {
        // Most cells say `14:32` or `14:32 UTC`.
        if text.utf8.withContiguousStorageIfAvailable(isTime) == true { return nil }
        if text.utf8.count == 10, isRealDay(text) { return nil }
        if text.utf8.count == 5 { return isImpossibleTime(text) ? text : nil }
        let words = words(of: text)
        var index = 0
        while index < words.count {
            let word = words[index].text
            if isImpossibleTime(word) || isImpossibleDay(word) { return word }
            let rest = words[(index + 1)...].prefix(3).filter { $0.text.lowercased() != "of" }
            index += 1
            guard !words[index - 1].endsPart, let next = rest.first,
                let (day, month) = dayAndMonth(word, next.text)
            else { continue }
            if CalendarDate(year: year(rest.dropFirst().first?.text) ?? 2000, month: month, day: day) == nil {
                return "\(word) \(next.text)"
            }
            // A month belongs to one day: `28 Feb – 31 Mar`.
            index += 1
        }
        return nil
    }

    private struct Word {
        var text: String
        /// Whether a sign behind it parts it from the next word.
        var endsPart = false
    }

    /// Cut at blanks and signs, a range of times at its hyphen, a date from the time that a `T` joins to it.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        for run in text.split(whereSeparator: \.isWhitespace) {
            let parts = run.split(omittingEmptySubsequences: false) { ",;()–~".contains($0) }
            for (place, part) in parts.enumerated() {
                if part.isEmpty, place > 0, !words.isEmpty { words[words.count - 1].endsPart = true }
                let isLast = place == parts.count - 1
                words += pieces(part).map { Word(text: String($0), endsPart: !isLast) }
            }
        }
        return words
    }

    private static func pieces(_ word: Substring) -> [Substring] {
        let times = word.split(separator: "-", omittingEmptySubsequences: false)
        if times.count == 2, times.allSatisfy({ $0.contains(":") }) { return times }
        let parts = word.split(separator: "T", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].contains("-"), parts[1].contains(":") { return parts }
        return word.isEmpty ? [] : [word]
    }

    /// A time that a clock has, perhaps with capitals behind it.
    private static func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 5 || (7...9).contains(text.count) && text[5] == 0x20, text[2] == 0x3A,
            text.dropFirst(6).allSatisfy({ (0x41...0x5A).contains($0) })
        else { return false }
        let (hour, tens, ones) = (twoDigits(text[0], text[1]), text[3] &- 0x30, text[4] &- 0x30)
        return hour.map { $0 < 24 } ?? false && tens < 6 && ones < 10
    }

    /// `2026-03-02`
    private static func isRealDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    private static func twoDigits(_ tens: UInt8, _ ones: UInt8) -> UInt8? {
        tens &- 0x30 < 10 && ones &- 0x30 < 10 ? (tens - 0x30) * 10 + ones - 0x30 : nil
    }

    /// `25:99`, with seconds or letters behind it as in `25:10Z`; 24:00 is the end of a day.
    private static func isImpossibleTime(_ word: String) -> Bool {
        guard word.utf8.contains(0x3A) else { return false }
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count), let hour = Int(parts[0]),
            parts[1].count >= 2, let minute = Int(parts[1].prefix(2)),
            parts[1].dropFirst(2).allSatisfy(\.isLetter)
        else { return false }
        return minute > 59 || hour > 24 || hour == 24 && minute > 0
    }

    /// `2026-02-30`, `31.11.2026`, and `11/31/2026` in whichever order it is read.
    private static func isImpossibleDay(_ word: String) -> Bool {
        for sign in "-./" where word.contains(sign) {
            let parts = word.split(separator: sign, omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Int($0) }
            guard numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { continue }
            if sign == "-", parts.map(\.count) == [4, 2, 2] {
                return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) == nil
            }
            guard sign != "-", parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { continue }
            let isDay = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) != nil
            let isTurned =
                sign == "/" && CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1]) != nil
            return !isDay && !isTurned
        }
        return false
    }

    /// `31 Nov`, `Nov 31st`
    private static func dayAndMonth(_ first: String, _ second: String) -> (day: Int, month: Int)? {
        for (day, month) in [(first, second), (second, first)] {
            let digits = day.prefix(while: \.isNumber)
            guard (1...2).contains(digits.count), let number = Int(digits), number > 0,
                ["", "st", "nd", "rd", "th", "."].contains(day.dropFirst(digits.count).lowercased()),
                let month = CalendarDate.month(named: month)
            else { continue }
            return (number, month)
        }
        return nil
    }

    /// Without a year 29 February is a day.
    private static func year(_ word: String?) -> Int? { word.flatMap { $0.count == 4 ? Int($0) : nil } }
}
