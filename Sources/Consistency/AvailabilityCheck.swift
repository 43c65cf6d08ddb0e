import Diagnostics
import IncidentTime
import LosslessMarkdown

/// A number in the summary or the impact section that the metrics table gives otherwise, and a *complete outage* beside a
/// service that still answered.
enum AvailabilityCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        values(in: document) + completeness(in: document) + (MonthAvailability(document)?.findings ?? [])
            + TargetClaim.findings(in: document)
    }

    // MARK: values

    private static let extremes: WordSet = [
        "to", "at", "reached", "peaked", "peaking", "peak", "as", "of", "was", "by", "~", "about", "around",
        "nearly",
    ]

    private static let goals: WordSet = [
        "target", "sla", "slo", "promised", "allows", "should", "normally", "usually", "usual",
    ]

    private static func values(in document: CheckedDocument) -> [Finding] {
        let rows = document.metrics.compactMap { row -> (MetricRow, SubjectWords)? in
            let words = WordScanner.words(of: document.document.bytes, in: [row.name.content])
            let name = SubjectWords(words.prefix { $0.text != "(" })
            return name.isEmpty ? nil : (row, name)
        }
        return document.passages(kinds: ["summary", "impact"]).filter {
            $0.holdsNumber && $0.block.kind != .tableCell
        }.flatMap { passage in
            passage.sentences.flatMap { Passage.clauses(of: $0) }.flatMap { clause in
                guard clause.contains(where: \.isNumber) else { return [Finding]() }
                let said = SubjectWords(clause)
                return rows.compactMap { row, name in
                    name.isPart(of: said) ? finding(row, clause, document) : nil
                }
            }
        }
    }

    /// A clause that has all words of a metric's name and one number in its unit, told as an extreme.
    private static func finding(
        _ row: MetricRow, _ clause: ArraySlice<ProseWord>, _ document: CheckedDocument
    ) -> Finding? {
        guard let worst = Quantity(row.during.value), let normal = Quantity(row.normal.value),
            !clause.has(goals)
        else { return nil }
        let numbers = clause.indices.filter { isNumber(clause, $0, unit: worst.unit) }
        guard numbers.count == 1, let index = numbers.first,
            let value = clause[index].grouped,
            index > clause.startIndex, extremes.contains(clause[index - 1].key)
        else { return nil }
        let known = [worst.value, normal.value] + changes(row)
        guard !known.contains(where: { abs($0 - value) <= max(abs($0), 1) * 0.02 }),
            !isRounded(value, worst.value)
        else { return nil }
        return CheckID.availability.finding(
            at: clause[index].range,
            "\(document.quoted(clause[index].range))\(worst.unit == "%" ? "%" : " \(worst.unit)") here, and the metrics have \(row.during.value) for \(row.name.value) (line \(document.line(row.during.content))).",
            ask: "Which of the two was measured?",
            settle: [Suggestion("Give the same number in both places.")])
    }

    private static func changes(_ row: MetricRow) -> [Double] {
        row.change.flatMap { Quantity($0.value) }.map { [$0.value, abs($0.value)] } ?? []
    }

    private static func isRounded(_ value: Double, _ real: Double) -> Bool { value == real.rounded() }

    private static func isNumber(_ clause: ArraySlice<ProseWord>, _ index: Int, unit: String) -> Bool {
        guard clause[index].isNumber, !clause[index].text.holds(UInt8(ascii: ":")) else { return false }
        guard let next = clause[(index + 1)...].first else { return false }
        return unit == "%" ? next.isPercent : next.key == WordKey(unit)
    }

    // MARK: a complete outage

    private static let whole: ProsePhrases = [
        "complete outage", "total outage", "full outage", "completely unavailable", "entirely unavailable",
        "completely down", "fully unavailable", "complete loss of service", "fully down",
    ]

    private static func completeness(in document: CheckedDocument) -> [Finding] {
        guard let row = document.metrics.first(where: { isShareThatWorked($0) }),
            let share = Quantity(row.during.value), share.unit == "%", share.value >= 5
        else { return [] }
        return document.passages(kinds: ["summary"]).flatMap { passage in
            passage.sentences.compactMap { sentence -> Finding? in
                guard let range = whole.first(in: sentence)?.bytes else { return nil }
                return CheckID.availability.finding(
                    at: range,
                    "\"\(document.quoted(range))\" says that nothing worked, and \(row.name.value) was \(row.during.value) at its worst (line \(document.line(row.during.content))).",
                    ask: "What still worked, and for whom?",
                    settle: [Suggestion("Write \"partial outage\", or correct the number.")])
            }
        }
    }

    private static func isShareThatWorked(_ row: MetricRow) -> Bool {
        let name = row.name.value.lowercased()
        return name.holds("availability") || name.holds("uptime") || name.holds("success")
    }
}
