import Diagnostics
import IncidentTime

/// A change of a share that a sentence tells in per cent and the metrics table in points: `fell by 81%` beside 90% and 9%.
enum PointsInProse {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let rows = document.metrics.compactMap { row -> (MetricRow, SubjectWords, Double, Double)? in
            guard let normal = Quantity(row.normal.value), let worst = Quantity(row.during.value),
                normal.unit == "%", worst.unit == "%", normal.value > 0
            else { return nil }
            let points = abs(worst.value - normal.value)
            return (row, SubjectWords(row.name.value), points, points / normal.value * 100)
        }
        guard !rows.isEmpty else { return [] }
        return document.sentences(kinds: kinds, holding: ProseWord.percents).flatMap { passage, sentence in
            guard passage.block.kind != .tableCell else { return [Finding]() }
            return changes(in: sentence).compactMap { value, range in
                let subject = SubjectWords(sentence)
                guard
                    let (row, _, _, relative) = rows.first(where: { row in
                        row.1.shared(with: subject) > 0 && abs(row.2 - value) < 0.06
                            && abs(row.3 - value) > 1.5
                    })
                else { return nil }
                return finding(range, row, relative, document)
            }
        }
    }

    private static let kinds: WordSet = ["summary", "impact", "whys", "wrong"]

    /// The shares behind `by` that stand in per cent.
    private static func changes(in sentence: ArraySlice<ProseWord>) -> [(Double, Range<Int>)] {
        sentence.indices.compactMap { index in
            guard sentence[index].isPercent, index >= sentence.startIndex + 2, sentence[index - 1].isNumber,
                sentence[index - 2].text == "by",
                let value = sentence[index - 1].decimal,
                sentence[(index + 1)...].first.map({ !$0.text.hasPrefix("point") }) ?? true
            else { return nil }
            return (value, sentence[index - 1].range.lowerBound..<sentence[index].range.upperBound)
        }
    }

    private static func finding(
        _ range: Range<Int>, _ row: MetricRow, _ relative: Double, _ document: CheckedDocument
    )
        -> Finding
    {
        CheckID.percentagePoints.finding(
            at: range,
            "\(document.quoted(range)) is the distance from \(row.normal.value) to \(row.during.value) in points (line \(document.line(row.name.content))); in per cent of the first it is \(Int(relative.rounded())).",
            ask: "Points or per cent?", settle: [Suggestion("Write percentage points.")])
    }
}
