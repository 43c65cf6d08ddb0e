import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// One row of the action tables, each cell with its place.
package struct ActionRow: Sendable {
    var number: String
    var action: TableCell
    var owner: TableCell?
    var due: TableCell?
    var status: TableCell?
    var priority: TableCell?
    var horizon: Horizon?
    /// The heading of the table.
    var heading: String
    let reading: ActionReading

    /// `action 7`, or its words where it has no number.
    var name: String {
        number.isEmpty ? "\"\(action.value.prefix(40))\"" : "action \(number)"
    }

    var dueDate: CalendarDate? { due.flatMap { CalendarDate.parse($0.value, today: nil) } }

    var isDone: Bool {
        guard let status = status?.value.lowercased() else { return false }
        return ["done", "complete", "closed", "✅"].contains { status.contains($0) }
    }
}

struct ActionReader {
    let tables: TableReader
    let values: StateValues

    var actions: [ActionRow] {
        tables.tables(kind: "actions").flatMap { placed -> [ActionRow] in
            guard
                let action = placed.column(["action", "what", "task", "action item", "description", "item"])
            else { return [] }
            let number = placed.column(["", "no", "no.", "nr", "id", "number"])
            let owner = placed.column(["owner", "who", "assignee", "responsible", "assigned to", "lead"])
            let due = placed.column([
                "due date", "due", "by", "deadline", "by when", "when", "target date", "date",
            ])
            let status = placed.column(["status", "state"])
            let priority = placed.column(["priority", "prio", "p"])
            return placed.table.rows.compactMap { row in
                guard let text = placed.cell(row, action), Self.isFilled(text), !values.standsIn(text.value)
                else { return nil }
                let count = placed.cell(row, number)?.value ?? ""
                let horizon = placed.question?.horizon ?? Self.horizon(placed.section.title)
                return ActionRow(
                    number: count.allSatisfy(\.isNumber) ? count : "", action: text,
                    owner: placed.cell(row, owner),
                    due: placed.cell(row, due), status: placed.cell(row, status),
                    priority: placed.cell(row, priority), horizon: horizon, heading: placed.section.title,
                    reading: ActionReading(
                        text.value, owner: placed.cell(row, owner)?.value ?? "", horizon: horizon))
            }
        }
    }

    static func isFilled(_ cell: TableCell) -> Bool {
        let text = cell.value.trimmed
        return !text.isEmpty && text != "-" && placeholder(in: text) == nil
    }

    /// `Within 1 week`, where the guide does not know the heading.
    private static func horizon(_ title: String) -> Horizon? {
        let lower = title.lowercased()
        return Horizon.allCases.first { lower.contains($0.rawValue) }
    }
}

/// One row of the metrics table.
package struct MetricRow: Sendable {
    var name: TableCell
    var normal: TableCell
    var during: TableCell
    var change: TableCell?
}

struct MetricReader {
    let tables: TableReader

    var rows: [MetricRow] {
        tables.tables(kind: "impact").flatMap { placed -> [MetricRow] in
            guard let normal = placed.column(["normal", "baseline", "before", "usual"]),
                let during = placed.column([
                    "during incident", "during", "incident", "worst", "peak", "at worst", "at the worst",
                    "at peak", "at the peak", "after",
                ])
            else { return [] }
            let name = placed.column(["metric", "measure", "name"]) ?? 0
            let change = placed.column(["impact", "change", "difference", "delta"])
            return placed.table.rows.compactMap { row in
                guard let label = placed.cell(row, name), let low = placed.cell(row, normal),
                    let high = placed.cell(row, during), placeholder(in: label.value) == nil
                else { return nil }
                return MetricRow(name: label, normal: low, during: high, change: placed.cell(row, change))
            }
        }
    }
}
