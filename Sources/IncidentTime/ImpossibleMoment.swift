/// A day or a time of the right shape that no calendar and no clock has: `31 Nov`, `2026-02-30`, `25:99`.
package enum ImpossibleMoment {
    /// The first in a text that is meant as a date or a time, as it is written.
    package static func first(in text: String) -> String? {
        // Most cells say `14:32`.
        if text.utf8.count == 5 { return isImpossibleTime(text) ? text : nil }
        let words = text.split { $0.isWhitespace || ",;()–~".contains($0) }.map(String.init)
        for (index, word) in words.enumerated() {
            if isImpossibleTime(word) || isImpossibleDay(word) { return word }
            let rest = words[(index + 1)...].prefix(3).filter { $0.lowercased() != "of" }
            for (day, month) in [(word, rest.first ?? ""), (rest.first ?? "", word)]
            where isImpossible(day: day, month: month, year: rest.dropFirst().first) {
                return [word, rest.first ?? ""].joined(separator: " ")
            }
        }
        return nil
    }

    /// `25:99`, with seconds or letters behind it as in `25:10Z`; 24:00 is the end of a day.
    private static func isImpossibleTime(_ word: String) -> Bool {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count), let hour = Int(parts[0]),
            parts[1].count >= 2, let minute = Int(parts[1].prefix(2)),
            parts[1].dropFirst(2).allSatisfy(\.isLetter)
        else { return false }
        return minute > 59 || hour > 24 || hour == 24 && minute > 0
    }

    /// `2026-02-30`
    private static func isImpossibleDay(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == 3
            && CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) == nil
    }

    /// `31 Nov`, `Nov 31st`; without a year 29 February is a day.
    private static func isImpossible(day: String, month: String, year: String?) -> Bool {
        let digits = day.prefix(while: \.isNumber)
        guard (1...2).contains(digits.count), let number = Int(digits), number > 0,
            ["", "st", "nd", "rd", "th", "."].contains(day.dropFirst(digits.count).lowercased()),
            let month = CalendarDate.month(named: month)
        else { return false }
        let year = year.flatMap { $0.count == 4 ? Int($0) : nil } ?? 2000
        return CalendarDate(year: year, month: month, day: number) == nil
    }
}
