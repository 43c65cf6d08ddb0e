import Diagnostics

/// A timeline that never says how anybody came to know.
enum DetectionCheck: Check {
    /// A shorter one is still being written.
    static let fewestRows = 3

    static func findings(in document: CheckedDocument) -> [Finding] {
        let rows = document.events
        let tells: EventKinds = [.alerted, .detected, .acknowledged, .declared]
        guard rows.count >= fewestRows, let first = rows.first,
            !rows.contains(where: { !$0.kinds.isDisjoint(with: tells) })
        else { return [] }
        return [
            CheckID.detection.finding(
                at: first.timeRange, "No row of the timeline says how the incident was noticed.",
                ask: "Was it an alarm, a person, a customer or luck, and when?",
                settle: [Suggestion("Add the row in which somebody first knew, with what told them.")])
        ]
    }
}
