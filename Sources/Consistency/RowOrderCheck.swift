import Diagnostics

/// A row of the timeline that is earlier than the row above it.
enum RowOrderCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let rows = document.events.filter { $0.span != nil }
        return zip(rows, rows.dropFirst()).compactMap { before, row in
            guard let earlier = before.span?.earliest, let latest = row.span?.latest, latest < earlier else {
                return nil
            }
            let isOtherTable = before.table != row.table
            return CheckID.rowOrder.finding(
                at: row.timeRange,
                "This row, \(document.quoted(row.timeRange)), stands below \(document.quoted(before.timeRange)) (line \(document.line(before.timeRange))) and is \(minutes(earlier - latest)) earlier.",
                ask: "Is one of the two times another one, or does the row belong further up?",
                settle: [
                    Suggestion(
                        "Move the row above line \(document.line(before.timeRange)), or correct its time.")
                ],
                quietly: isOtherTable && earlier - latest <= 60)
        }
    }

    private static func minutes(_ count: Int) -> String { counted(count, "minute") }
}
