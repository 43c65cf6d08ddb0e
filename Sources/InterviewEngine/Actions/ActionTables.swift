import Forms
import Guides
import Postmortems

/// The tables of actions, one for each horizon.
extension InterviewSession {
    var actionTables: [Question] {
        guide.captures.action.flatMap { guide[section: $0] }?.questions.filter { $0.horizon != nil } ?? []
    }

    /// The table for what has no date of its own.
    var week: Question? { actionTables.first { $0.horizon == .week } ?? actionTables.first }

    /// `1: 24 hours, 2: 1 week`
    var horizonKeys: String {
        actionTables.enumerated().map { "\($0.offset + 1): \($0.element.horizon?.rawValue ?? "")" }
            .joined(separator: ", ")
    }

    /// By number or by the first letters of its words.
    func horizon(named text: String) -> Question? {
        let words = actionTables.map { $0.horizon?.rawValue ?? "" }
        return Choice(words).match(text).flatMap { words.firstIndex(of: $0) }.map { actionTables[$0] }
    }

    /// Adds an action that was noted elsewhere to its table, which is still gone through and asks about it then.
    mutating func addAction(
        _ row: TableRecord, to table: QuestionID, isDated: Bool,
        with companion: (QuestionID, FormContent?)?, then next: PendingSave.Next
    ) -> [InterviewOutput] {
        begunElsewhere.insert(postmortem.holder(of: table))
        return captureRow(row, in: table, isDated: isDated, with: companion, then: next)
    }
}
