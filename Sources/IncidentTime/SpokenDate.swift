/// A day in the middle of a sentence: `15 January 2026`, `January 15, 2026`, `2026-01-15`.
package struct SpokenDate: Equatable, Sendable {
    package var date: CalendarDate
    package var count: Int

    package init?(_ words: ArraySlice<ProseWord>) {
        guard let first = words.first else { return nil }
        if first.text.count == 10, let date = CalendarDate.parse(first.text.description, today: nil) {
            (self.date, count) = (date, 1)
            return
        }
        guard words.prefix(6).contains(where: \.isYear) else { return nil }
        let texts = words.prefix(6).filter { !Self.fillers.contains($0.key) }.map(\.text.description)
        guard texts.count >= 3 else { return nil }
        for length in [3, 4] where texts.count >= length {
            var parts = Array(texts.prefix(length))
            if length == 4 {
                guard let ordinal = parts.firstIndex(where: { ["st", "nd", "rd", "th"].contains($0) }) else {
                    continue
                }
                parts.remove(at: ordinal)
            }
            guard parts.contains(where: { $0.utf8.count == 4 && Int($0) != nil }),
                let date = CalendarDate.parse(parts.joined(separator: " "), today: nil)
            else { continue }
            self.date = date
            count = Self.consumed(words, length)
            return
        }
        return nil
    }

    /// Whether a year or a day in digits is among some words, one of which is in every date.
    package static func mayStand(in words: [ProseWord]) -> Bool {
        words.contains { $0.isYear || $0.isNumber && $0.text.count == 10 }
    }

    private static let fillers: WordSet = [",", "of"]

    private static func consumed(_ words: ArraySlice<ProseWord>, _ wanted: Int) -> Int {
        var count = 0
        var seen = 0
        for word in words where seen < wanted {
            count += 1
            if !fillers.contains(word.key) { seen += 1 }
        }
        return count
    }
}

extension ProseWord {
    /// Four digits, with a sign before them at most.
    fileprivate var isYear: Bool {
        text.count == 4 && text.lastByte.map { (0x30...0x39).contains($0) } ?? false
    }
}
