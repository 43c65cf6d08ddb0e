import Diagnostics
import LosslessMarkdown

/// A list of actions in which all are equally important, so that none is.
enum SamePriorityCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let cells = document.actions.compactMap(\.priority).filter { ActionReader.isFilled($0) }
        guard cells.count >= 3, let first = cells.first,
            Set(cells.map { $0.value.lowercased().trimmedText }).count == 1
        else { return [] }
        return [
            CheckID.samePriority.finding(
                at: first.content, "All \(cells.count) actions have the priority \(first.value).",
                ask: "If only one of them can be done this week, which one?",
                settle: [Suggestion("Spread the priorities.")])
        ]
    }
}
