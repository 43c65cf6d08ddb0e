import Diagnostics
import IncidentTime

/// The people of the impact section counted in parts, or as a share of more: `1,840 customers (80% of the 2,300), 1,130 of
/// them in the app and 710 by telephone`.
struct CountBreakdown {
    private let words: ArraySlice<ProseWord>
    private let whole: WrittenNumber
    /// Behind the whole.
    private let start: Int

    init?(_ words: ArraySlice<ProseWord>) {
        guard let index = words.firstIndex(where: \.isNumber),
            let whole = WrittenNumber(at: index, of: words),
            whole.value >= 10, !words[..<index].has(Self.rough)
        else { return nil }
        (self.words, self.whole, start) = (words, whole, index + whole.count)
    }

    func findings(_ document: CheckedDocument) -> [Finding] {
        [share, parts].compactMap { $0?.finding(document) }
    }

    private struct Disagreement {
        var range: Range<Int>
        var message: (String) -> String

        func finding(_ document: CheckedDocument) -> Finding {
            CheckID.usersAffected.finding(
                at: range, message(document.quoted(range)), ask: "How was each of these counted?",
                settle: [Suggestion("Correct the number that is off.")])
        }
    }

    /// `80% of the 2,300 who ordered`
    private var share: Disagreement? {
        guard let percent = words[start...].firstIndex(where: \.isPercent), percent > start,
            words[percent - 1].isNumber, let told = words[percent - 1].decimal,
            words[(percent + 1)...].first?.text == "of",
            let index = words[(percent + 2)...].prefix(5).firstIndex(where: \.isNumber),
            let all = WrittenNumber(at: index, of: words), all.value > whole.value,
            words[start..<(percent - 1)].allSatisfy({ !$0.isNumber }),
            words[start..<percent].contains(where: { $0.text == "(" || $0.text == "," })
        else { return nil }
        let real = whole.value / all.value * 100
        let isRough = words[start..<percent].has(Self.rough)
        guard abs(real - told) > (isRough ? 5 : 1) else { return nil }
        let last = words[index + all.count - 1].range.upperBound
        let right = (real * 10).rounded() / 10
        return Disagreement(range: words[percent - 1].range.lowerBound..<last) {
            "\"\($0)\" does not fit the number before it, which is \(right) % of them."
        }
    }

    /// `118,000 in the EU, 74,000 in Asia, 20,000 elsewhere`, or `1,130 of them in the app and 710 by telephone`
    private var parts: Disagreement? {
        guard !words.has(Self.open) else { return nil }
        let colon = words[start...].firstIndex { $0.text == ":" }
        let numbers = counts(from: colon ?? start)
        let told = colon == nil ? numbers.filter { isOfThem(behind: $0) }.isEmpty ? [] : numbers : numbers
        guard told.count > 1, told.allSatisfy({ $0.number.value < whole.value }),
            let first = told.first?.index, let last = told.last
        else { return nil }
        let sum = told.reduce(0) { $0 + $1.number.value }
        guard abs(sum - whole.value) > 0.5, words[first...].allSatisfy({ !Self.rough.contains($0.key) })
        else {
            return nil
        }
        let end = words[last.index + last.number.count - 1].range.upperBound
        return Disagreement(range: words[first].range.lowerBound..<end) {
            "\"\($0)\" adds up to \(Int(sum)), and the number before it is \(Int(whole.value))."
        }
    }

    /// The numbers that count people: none of a share, of a day or an hour, and none inside of brackets.
    private func counts(from start: Int) -> [(index: Int, number: WrittenNumber)] {
        var found: [(Int, WrittenNumber)] = []
        var depth = 0
        var index = start
        while index < words.endIndex {
            depth += words[index].text == "(" ? 1 : words[index].text == ")" ? -1 : 0
            guard depth == 0, words[index].isNumber, !words[index].text.holds(UInt8(ascii: ":")),
                let number = WrittenNumber(at: index, of: words)
            else { index += 1; continue }
            let next = index + number.count < words.endIndex ? words[index + number.count] : nil
            if next?.isPercent == true { return [] }
            found.append((index, number))
            index += number.count
        }
        return found
    }

    private func isOfThem(behind count: (index: Int, number: WrittenNumber)) -> Bool {
        let next = words[(count.index + count.number.count)...].prefix(2).map(\.text)
        return next == ["of", "them"] || next == ["of", "these"] || next == ["of", "those"]
    }

    private static let rough: WordSet = [
        "about", "around", "roughly", "approximately", "nearly", "almost", "over", "~",
    ]
    private static let open: WordSet = [
        "including", "among", "least", "mostly", "mainly", "rest", "others", "twice", "both", "also", "more",
        "further",
        "minutes", "hours", "late", "later",
    ]
}
