import Diagnostics
import IncidentTime
import LosslessMarkdown

/// The column of changes, worked out again from the two before it.
enum ChangeCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        rows(in: document) + ChangeInProse.findings(in: document)
            + PointsInProse.findings(in: document)
    }

    private static func rows(in document: CheckedDocument) -> [Finding] {
        document.metrics.compactMap { row in
            guard let change = row.change, let text = Self.text(change), let numbers = Numbers(row) else {
                return nil
            }
            return judge(text, change, numbers, row, document)
        }
    }

    private static func text(_ cell: TableCell) -> String? {
        let text = cell.value.filter { !"*`".contains($0) }
        return text.contains(where: \.isNumber) && placeholder(in: text) == nil ? text : nil
    }

    private static func judge(
        _ text: String, _ cell: TableCell, _ numbers: Numbers, _ row: MetricRow, _ document: CheckedDocument
    ) -> Finding? {
        guard let said = Said(text) else { return nil }
        switch said.kind {
        case .percent:
            if numbers.isPercent {
                let isPoints = said.isExactly(numbers.difference) && !said.isExactly(numbers.relative)
                if !isPoints, said.agrees(with: numbers.relative, said.value) { return nil }
                if said.agrees(with: numbers.difference, said.value) {
                    return points(said, cell, numbers, document)
                }
            } else if said.agrees(with: numbers.relative, said.value) {
                return nil
            }
        case .points:
            if numbers.isPercent, said.agrees(with: numbers.difference, said.value) { return nil }
            if !numbers.isPercent { return points(said, cell, numbers, document) }
        case .factor:
            if said.agrees(with: numbers.factor, said.value) { return nil }
        case .amount:
            if said.agrees(with: numbers.difference, said.value)
                || said.agrees(with: numbers.rawDifference, said.value)
            {
                return nil
            }
        }
        guard let expected = expected(said, numbers) else { return nil }
        return CheckID.change.finding(
            at: cell.content,
            "\"\(text.trimmedBlanks)\" is not the change from \(row.normal.value) to \(row.during.value): that is \(expected).",
            ask: "Which of the three numbers is another one?", settle: [Suggestion("Write \(expected).")])
    }

    private static func points(
        _ said: Said, _ cell: TableCell, _ numbers: Numbers, _ document: CheckedDocument
    ) -> Finding? {
        let text = cell.value.trimmedBlanks
        if !numbers.isPercent {
            return CheckID.percentagePoints.finding(
                at: cell.content,
                "\"\(text)\" speaks of percentage points, and these numbers are no percentages.",
                ask: "By how many per cent did it change?",
                settle: numbers.relativeText.map { [Suggestion("Write \($0).")] } ?? [])
        }
        let right = numbers.pointsText
        return CheckID.percentagePoints.finding(
            at: cell.content,
            "\"\(text)\" is a difference of two percentages, which is counted in percentage points; \"%\" would mean the relative change\(numbers.relativeText.map { ", \($0)" } ?? "").",
            ask: "Is the difference meant, or the relative change?", settle: [Suggestion("Write \(right).")])
    }

    private static func expected(_ said: Said, _ numbers: Numbers) -> String? {
        switch said.kind {
        case .factor: return numbers.factorText
        case .amount where !numbers.isPercent: return numbers.differenceText
        case .percent, .points, .amount: return numbers.isPercent ? numbers.pointsText : numbers.relativeText
        }
    }

    // MARK: the row

    /// The two numbers of a row in one unit.
    private struct Numbers {
        var before: Double
        var after: Double
        var isPercent: Bool
        var rawDifference: Double

        init?(_ row: MetricRow) {
            guard let first = Quantity(Self.tidy(row.normal.value)),
                let second = Quantity(Self.tidy(row.during.value)),
                Self.isSingle(row.normal.value), Self.isSingle(row.during.value)
            else { return nil }
            let (small, large) = (Self.inSmallUnit(first), Self.inSmallUnit(second))
            guard small.unit == large.unit || small.unit.isEmpty || large.unit.isEmpty else { return nil }
            (before, after) = (small.value, large.value)
            isPercent = small.unit == "%" && large.unit == "%"
            rawDifference = second.value - first.value
            if small.unit.isEmpty != large.unit.isEmpty, small.unit + large.unit == "%" { return nil }
        }

        var difference: Double { after - before }
        var relative: Double? { before == 0 ? nil : (after - before) / abs(before) * 100 }
        var factor: Double? { before == 0 ? nil : after / before }

        var pointsText: String { Self.signed(difference) + " pp" }
        var relativeText: String? {
            relative.map { Self.signed(abs($0) >= 10 ? $0.rounded() : ($0 * 10).rounded() / 10) + "%" }
        }

        var differenceText: String { Self.signed(rawDifference) }
        var factorText: String? { factor.map { "\(Self.plain($0)) times" } }

        private static func signed(_ value: Double) -> String {
            (value * 100).rounded() > 0 ? "+" + plain(value) : plain(value)
        }

        private static func plain(_ value: Double) -> String {
            let rounded = (value * 100).rounded() / 100
            return rounded == rounded.rounded() && rounded.magnitude < 1e15
                ? String(Int(rounded)) : String(rounded)
        }

        private static func tidy(_ text: String) -> String { text.filter { !"*`".contains($0) } }

        /// A range or a second number leaves open which one is meant.
        private static func isSingle(_ text: String) -> Bool {
            let bare = tidy(text)
            return !bare.holds("–") && !bare.holds(" to ") && !bare.holds("…")
                && bare.split(separator: "-").count { $0.contains(where: \.isNumber) } == 1
        }

        private static func inSmallUnit(_ quantity: Quantity) -> Quantity {
            switch quantity.unit {
            case "s", "sec", "second", "seconds": Quantity(value: quantity.value * 1000, unit: "ms")
            case "min", "minute", "minutes": Quantity(value: quantity.value * 60_000, unit: "ms")
            case "h", "hour", "hours": Quantity(value: quantity.value * 3_600_000, unit: "ms")
            default: quantity
            }
        }
    }
}

extension String {
    fileprivate var trimmedBlanks: String { split(separator: " ").joined(separator: " ") }
}
