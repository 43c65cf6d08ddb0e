import Diagnostics
import IncidentTime

/// An amount that a sentence works out itself: `€4,930 for 14,500 copies at €0.34`.
struct PricedCount {
    private let amount: AmountMention
    private let count: Double
    private let price: AmountMention
    private let range: Range<Int>

    static func findings(in document: CheckedDocument) -> [Finding] {
        document.sentences(kinds: kinds, holding: AmountMention.moneyWords).flatMap { _, sentence in
            guard sentence.has(at), sentence.holdsNumber else { return [Finding]() }
            let amounts = AmountMention.all(.money, in: sentence)
            guard amounts.count > 1 else { return [] }
            return zip(amounts, amounts.dropFirst()).compactMap { amount, price in
                PricedCount(amount, price, in: sentence).flatMap { $0.finding(document) }
            }
        }
    }

    private static let kinds: WordSet = ["impact", "summary"]
    private static let at: WordSet = ["at"]

    /// Nil where the second amount is no price of something that is counted between the two.
    private init?(_ amount: AmountMention, _ price: AmountMention, in sentence: ArraySlice<ProseWord>) {
        let between = sentence.filter {
            $0.range.lowerBound >= amount.range.upperBound && $0.range.upperBound <= price.range.lowerBound
        }
        guard AmountMention.isPrice(price, in: sentence), !AmountMention.isPrice(amount, in: sentence),
            between.count <= 14
        else { return nil }
        let numbers = between.indices.filter { between[$0].isNumber }
        guard let first = numbers.first, let count = WrittenNumber(at: first, of: between[...]),
            numbers.allSatisfy({ $0 < first + count.count }),
            between[..<first].contains(where: { ["(", "for", "=", ":"].contains($0.text) })
        else { return nil }
        (self.amount, self.count, self.price) = (amount, count.value, price)
        range = amount.range.lowerBound..<price.range.upperBound
    }

    private func finding(_ document: CheckedDocument) -> Finding? {
        let product = count * price.value
        let isRough = amount.isRough || price.isRough
        guard abs(product - amount.value) > max(1, amount.value * (isRough ? 0.1 : 0.01)) else { return nil }
        return CheckID.money.finding(
            at: range,
            "\(document.quoted(range)) does not work out: the count times the price is \(product.rounded() == product ? String(Int(product)) : String(product)).",
            ask: "Which of the three is right: the amount, the count or the price?",
            settle: [Suggestion("Correct the one that is off.")])
    }
}

extension AmountMention {
    /// Told of each piece: `at €5`, `€600 a minute`.
    static func isPrice(_ amount: AmountMention, in sentence: ArraySlice<ProseWord>) -> Bool {
        let before = sentence.filter { $0.range.upperBound <= amount.range.lowerBound }.suffix(2)
        let after = sentence.filter { $0.range.lowerBound >= amount.range.upperBound }.prefix(1)
        return before.has(["at"]) || after.has(["each", "apiece", "a", "an", "per"])
    }
}
