import Guides
import DisplayText
import Forms

enum ActionCommand: InterviewCommand {
    static let usage = ":action TEXT [@owner] [by DATE]"
    static let help = [
        "Adds an action from anywhere, with its owner and date, or as 'TEXT | OWNER | DATE'.",
        "It goes to the horizon of its date, to the short term without one.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let section = session.guide.captures.action else {
            return session.hasNoPlace("action items", for: ":action \(argument)")
        }
        guard !argument.isEmpty, !argument.hasPrefix("|") else {
            return session.declined(
                "':action' needs the text, such as ':action Add a canary stage @Ana by 2026-03-16'.")
        }
        let captured = CapturedAction(argument, today: session.now.date)
        guard let (target, row) = session.row(for: captured, in: section) else {
            return session.declined("The tables of '\(section)' do not take an action.")
        }
        return session.captureRow(row, in: target, typed: ":action \(argument)")
    }
}

extension InterviewSession {
    /// Adds a row to a table elsewhere and stays where it is.
    ///
    /// - Parameter typed: the line that comes back where the table does not take the row.
    mutating func captureRow(
        _ row: TableRecord, in named: QuestionID, typed: String = "", then next: PendingSave.Next = .askOn
    ) -> [InterviewOutput] {
        let target = postmortem.holder(of: named)
        guard let question = guide[target],
            case .table(let columns)? = guide[section: target.section]?.form.shape(of: question.field)
        else { return declined("'\(target)' is no table.") }
        var rows: [TableRecord] = []
        if case .table(let present)? = postmortem.reading(target).content { rows = present }
        let order = RowOrder(columns: columns, date: postmortem.incidentDate, night: postmortem.incidentNight)
        let place = order.index(for: row, in: rows)
        rows.insert(row, at: place)
        let content = withBracketedLabels(.table(rows), for: target)
        if case .table(let rows)? = content { keepForCoaching(rows[place], in: target) }
        if !isPiped, isOpen(target) { begunElsewhere.insert(target) }
        let said =
            StyledText("Added to \(label(of: target)): ", .success)
            + StyledText(RowSyntax.line(of: row.cells), .value)
        if !typed.isEmpty, !isPiped { entered = entering(typed) }
        defer { entered = nil }
        let before = postmortem.reading(target).content
        let outputs = record(content, for: target, then: next, saying: said)
        if pending != nil, target == current {
            let isFound = dialog.keepPlace(from: before, to: postmortem.reading(target).content)
            if !isFound { dialog = makeDialog(for: target) }
        }
        return outputs
    }
}
