import IncidentTime

/// An amount with its parts in one sentence: `€18,400: €11,250 for overtime and €7,150 for hire`, `$4,120 plus $2,750,
/// $6,870 in all`.
struct Breakdown {
    let whole: AmountMention
    let parts: [AmountMention]
    /// Whether there may be parts that are not named: `of which`.
    private let isOpen: Bool

    init?(_ sentence: ArraySlice<ProseWord>, _ told: [AmountMention]) {
        let amounts = told.filter { !AmountMention.isPrice($0, in: sentence) }
        guard amounts.count > 2, !sentence.has(Self.rates) else { return nil }
        let signs = amounts.map { AmountMention.currency(of: $0, in: sentence) }
        guard signs.allSatisfy({ $0 == signs[0] }) else { return nil }
        let gap = Self.words(of: sentence, between: amounts[0], and: amounts[1])
        let isOpen = Self.open.stand(in: gap) || sentence.has(Self.rests)
        if gap.count <= 7,
            gap.first.map({ Self.marks.contains($0.key) }) ?? false
                || Self.closed.stand(in: gap) || Self.open.stand(in: gap)
        {
            (whole, parts, self.isOpen) = (amounts[0], Array(amounts.dropFirst()), isOpen)
        } else if Self.isTotal(amounts[amounts.count - 1], in: sentence) {
            (whole, parts, self.isOpen) = (amounts[amounts.count - 1], amounts.dropLast(), isOpen)
        } else {
            return nil
        }
    }

    /// Whether the parts make up the whole, as far as both are rounded.
    var fits: Bool {
        let difference = sum - whole.value
        if abs(difference) <= slack { return true }
        guard isOpen, difference < 0 else { return false }
        return !parts.contains { part in
            var right = part
            right.value = part.value - difference
            return part.isSlip(of: right)
        }
    }

    var sum: Double { parts.reduce(0) { $0 + $1.value } }

    private var slack: Double {
        let all = parts + [whole]
        if all.contains(where: { $0.isRough || $0.bound != nil }) { return whole.value * 0.1 }
        let step = all.map { Self.step($0.value) }.max() ?? 1
        return max(1, min(step / 2 * Double(parts.count), whole.value * 0.05))
    }

    /// What a number was most likely rounded to.
    private static func step(_ value: Double) -> Double {
        var step = 1.0
        while step < value, (value / (step * 10)).rounded() * step * 10 == value { step *= 10 }
        return step
    }

    private static func words(
        of sentence: ArraySlice<ProseWord>, between first: AmountMention, and second: AmountMention
    ) -> ArraySlice<ProseWord> {
        let start = sentence.firstIndex { $0.range.lowerBound >= first.range.upperBound } ?? sentence.endIndex
        let end = sentence.firstIndex { $0.range.lowerBound >= second.range.lowerBound } ?? sentence.endIndex
        return sentence[start..<max(start, end)]
    }

    /// `€41,300 in all`, `a total of €41,300`
    private static func isTotal(_ amount: AmountMention, in sentence: ArraySlice<ProseWord>) -> Bool {
        let index =
            sentence.firstIndex { $0.range.lowerBound >= amount.range.lowerBound } ?? sentence.endIndex
        let before = sentence[max(sentence.startIndex, index - 4)..<index]
        let after = sentence[index...].prefix(5)
        return inAll.stand(in: after) || sums.stand(in: before)
    }

    private static let marks: WordSet = [":", "(", "=", "–"]
    private static let closed: ProsePhrases = [
        "made up of", "consisting of", "composed of", "split into", "broken down into", "comprising",
        "namely",
        "that is", "which is", "being", "the sum of", "from",
    ]
    private static let open: ProsePhrases = ["of which", "of that", "of it", "including", "among them"]
    private static let inAll: ProsePhrases = ["in all", "in total", "altogether", "together", "all told"]
    private static let sums: ProsePhrases = [
        "total of", "totalling", "totaling", "sum of", "adding up to", "makes", "making", "=", "altogether",
        "together", "in all",
    ]
    private static let rests: WordSet = ["rest", "remainder", "balance", "mainly", "mostly", "chiefly"]
    /// What is counted by the piece, or set against each other.
    private static let rates: WordSet = [
        "per", "each", "would", "could", "instead", "than", "or", "minus", "×", "times", "before", "against",
        "apiece", "saved", "planned", "estimated",
    ]
}
