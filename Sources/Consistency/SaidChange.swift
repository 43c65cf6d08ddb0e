import IncidentTime

extension ChangeCheck {
    /// What the cell claims.
    struct Said {
        enum Kind { case percent, points, factor, amount }

        var kind: Kind
        var value: Double
        /// Half of the last digit that is written.
        var precision: Double
        var isRough: Bool
        var isSigned: Bool

        init?(_ text: String) {
            let lower = text.lowercased()
            isSigned = lower.holds("+")
            isRough = lower.holds("~") || lower.holds("about") || lower.holds("≈")
            let bare = lower.filter { !"~≈×".contains($0) }.drop { !$0.isNumber && !"+-−$€£.".contains($0) }
            guard let quantity = Quantity(String(bare)) else { return nil }
            var value = quantity.value
            if lower.holds("down") || lower.holds("drop") || lower.holds("fewer")
                || lower.holds("less") || lower.holds("decrease") || lower.holds("↓")
                || lower.holds("lower")
            {
                value = -abs(value)
            }
            self.value = value
            let digits = bare.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0 == "," }
            let decimals =
                digits.firstIndex(of: ".").map {
                    digits[digits.index(after: $0)...].prefix(while: \.isNumber).count
                } ?? 0
            precision = 0.5 * (0..<decimals).reduce(1.0) { sum, _ in sum / 10 }
            if lower.holds("pp") || lower.holds("point") {
                kind = .points
            } else if ["x", "fold", "times"].contains(quantity.unit) || lower.hasPrefix("x")
                || ["×", "-fold", "factor"].contains(where: { lower.holds($0) })
            {
                kind = .factor
            } else {
                kind = quantity.unit == "%" ? .percent : .amount
            }
        }

        /// Whether a number would be written as this one.
        func isExactly(_ real: Double?) -> Bool {
            guard let real else { return false }
            return abs(abs(real) - abs(value)) <= precision * 1.02
        }

        /// An unsigned claim may mean either direction.
        func agrees(with real: Double?, _ said: Double) -> Bool {
            guard let real else { return false }
            let slack = max(precision * 1.02, isRough ? abs(real) * 0.1 : abs(real) * 0.005)
            return abs(real - said) <= slack
                || said > 0 && !isSigned && abs(-real - said) <= slack && kind != .factor
        }
    }
}
