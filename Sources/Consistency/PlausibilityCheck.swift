import Diagnostics
import IncidentTime
import LosslessMarkdown

/// Numbers of the metrics table that are hard to see beside each other, asked about and no more.
enum PlausibilityCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let rows = document.metrics
        guard
            let errors = rows.first(where: {
                has($0, ["error", "fail"]) && share($0).map { $0 > 0 && $0 < 95 } ?? false
            }),
            let stopped = rows.first(where: {
                has($0, ["availability", "uptime", "success"]) && share($0) == 0
            }) ?? rows.first(where: { isThroughput($0) && Quantity($0.during.value)?.value == 0 })
        else { return over(rows) }
        return over(rows) + [
            CheckID.plausibility.finding(
                at: errors.during.content,
                "\(errors.name.value) of \(errors.during.value) means that most attempts worked, and \(stopped.name.value) of \(stopped.during.value) that none did (line \(document.line(stopped.during.content))).",
                ask: "Are both from the same minutes, and counted at the same place?",
                settle: [Suggestion("Say where and when each number was counted.")])
        ]
    }

    /// Shares outside of 0 to 100.
    private static func over(_ rows: [MetricRow]) -> [Finding] {
        rows.flatMap { row in
            [row.normal, row.during].compactMap { cell -> Finding? in
                guard let value = Quantity(cell.value), value.unit == "%", value.value > 100,
                    has(row, ["availability", "uptime", "success", "error rate", "share"])
                else { return nil }
                return CheckID.plausibility.finding(
                    at: cell.content, "\(row.name.value) of \(cell.value) is more than everything.",
                    ask: "What is it a share of?")
            }
        }
    }

    private static func has(_ row: MetricRow, _ names: [String]) -> Bool {
        let name = row.name.value.lowercased()
        return names.contains { name.holds($0) }
    }

    private static func share(_ row: MetricRow) -> Double? {
        Quantity(row.during.value).flatMap { $0.unit == "%" ? $0.value : nil }
    }

    private static func isThroughput(_ row: MetricRow) -> Bool {
        let name = row.name.value.lowercased()
        return !has(row, ["error", "fail", "refus", "timeout"])
            && [
                "/min", "/s", "per minute", "per second", "per hour", "transactions", "orders", "requests",
                "throughput",
            ].contains { name.holds($0) }
    }
}
