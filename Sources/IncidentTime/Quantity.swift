/// A number as people write it, with its unit: `10,000`, `99.9 %`, `12k`, `$1.5M`, `200 ms`, `500/min`, `~300`; `per cent` is `%`.
package struct Quantity: Equatable, Sendable {
    package var value: Double
    /// What stands around the number: `%`, `ms`, `$`, `/min`; empty for a plain count.
    package var unit: String

    package init(value: Double, unit: String) {
        self.value = value
        self.unit = unit
    }

    /// The first number of a text and the unit at it; nil where there is no number.
    package init?(_ text: String) {
        guard text.utf8.contains(where: Self.isDigit) else { return nil }
        let bare = text.drop { "~<>≈ ".contains($0) }
        let currency = bare.prefix { "$€£¥".contains($0) }
        var rest = bare.dropFirst(currency.count).drop { $0 == " " }
        let sign = rest.first == "-" || rest.first == "−" ? -1.0 : 1.0
        if rest.first == "+" || sign < 0 { rest.removeFirst() }
        let digits = rest[
            ..<(rest.utf8.firstIndex { !Self.isDigit($0) && !", .".utf8.contains($0) } ?? rest.endIndex)]
        guard let number = Self.number(digits) else { return nil }
        let tail = rest.dropFirst(digits.count)
        let (factor, unit) = Self.unit(tail)
        self.init(value: sign * number * factor, unit: String(currency) + unit)
    }

    /// A comma or a blank before three digits groups them; a single dot is a decimal point.
    private static func number(_ digits: Substring) -> Double? {
        var text = String(digits)
        while let last = text.utf8.last, !isDigit(last) { text.removeLast() }
        guard text.utf8.first.map(isDigit) == true else { return nil }
        // Most numbers have no signs between their digits.
        if text.utf8.allSatisfy(isDigit) { return Double(text) }
        if text.filter({ $0 == "." }).count > 1 { text.removeAll { $0 == "." } }
        for separator in [",", " "] where text.utf8.contains(separator.utf8.first!) {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count > 1 else { continue }
            let grouped = parts.dropFirst().allSatisfy { $0.prefix(while: \.isNumber).count == 3 }
            guard grouped else { return separator == " " ? Double(parts[0]) : nil }
            text = parts.joined()
        }
        return Double(text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func unit(_ tail: Substring) -> (Double, String) {
        var rest = tail
        var factor = 1.0
        if let scale = rest.first.flatMap(scale), rest.dropFirst().first.map({ !$0.isLetter }) ?? true {
            factor = scale
            rest.removeFirst()
        }
        let unit = rest.drop { $0 == " " }.prefix { "%/°".contains($0) || $0.isLetter }.lowercased()
        let isPercent = unit == "percent" || unit == "per" && rest.lowercased().contains("per cent")
        return (factor, isPercent ? "%" : unit)
    }

    private static func scale(_ letter: Character) -> Double? {
        switch letter {
        case "k", "K": 1e3
        case "M": 1e6
        case "B": 1e9
        default: nil
        }
    }
}
