import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// Due dates before the incident, outside of the horizon their table promises, missing or unreadable.
enum DueDateCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let dates = document.dates
        return document.actions.compactMap { row in
            guard let cell = row.due else { return nil }
            guard let due = row.dueDate else { return unread(cell, row, document) }
            guard let incident = dates.incident else { return nil }
            if due < incident.date { return early(due, cell, row, incident, document) }
            guard let horizon = row.horizon else { return nil }
            return late(due, horizon, cell, row, dates, document)
        }
    }

    private static func unread(_ cell: TableCell, _ row: ActionRow, _ document: CheckedDocument) -> Finding? {
        let text = cell.value.trimmedText
        if !text.isEmpty, placeholder(in: text) != nil { return nil }
        if row.isDone, text.isEmpty || text == "-" { return nil }
        let isBlank =
            text.isEmpty
            || ["-", "none", "n/a", "open", "asap", "soon", "later", "ongoing", "?"].contains(
                text.lowercased())
        return CheckID.dueDate.finding(
            at: text.isEmpty ? row.action.content : cell.content,
            isBlank ? "\(capital(row.name)) has no due date." : "\"\(text)\" is no date that can be read.",
            ask: "By which day?", settle: [Suggestion(advice(document))],
            quietly: !isBlank)
    }

    /// With a day that can still be kept.
    private static func advice(_ document: CheckedDocument) -> String {
        let begun = [document.today, document.dates.incident?.date].compactMap { $0 }.max()
        return begun.map { "Write a date such as \($0.adding(days: 14))." } ?? "Write the day."
    }

    private static func early(
        _ due: CalendarDate, _ cell: TableCell, _ row: ActionRow, _ incident: PlacedDate,
        _ document: CheckedDocument
    ) -> Finding {
        CheckID.dueDate.finding(
            at: cell.content,
            "\(capital(row.name)) is due on \(due), before the incident on \(incident.date)\(line(incident, document)).",
            ask: "Which of the two dates is another one?", settle: [Suggestion("Correct the date.")])
    }

    /// A horizon counted from the meeting is a reading too, and is only asked about; where the horizon was over when
    /// people met, it is the only one.
    private static func late(
        _ due: CalendarDate, _ horizon: Horizon, _ cell: TableCell, _ row: ActionRow, _ dates: Dates,
        _ document: CheckedDocument
    ) -> Finding? {
        let start = max(dates.incident?.date ?? due, document.end?.moment.date ?? due.adding(days: -4000))
        let last = horizon.end(after: start)
        guard due > last else { return nil }
        let meeting = dates.meeting?.date
        let fromMeeting = meeting.map { due <= horizon.end(after: $0) } ?? false
        if fromMeeting, let meeting, meeting > last { return nil }
        // Where nobody has met yet, a horizon that is over begins today.
        if meeting == nil, let today = document.today, last < today, due <= horizon.end(after: today) {
            return nil
        }
        return CheckID.dueDate.finding(
            at: cell.content,
            "\(capital(row.name)) is due on \(due); \"\(row.heading)\" ends on \(last), counted from \(start)\(dates.incident.map { line($0, document) } ?? "").",
            ask: "Does the date or the horizon come first?",
            settle: [Suggestion("Move the action to a longer horizon, or make the date \(last) or earlier.")],
            quietly: fromMeeting)
    }

    private static func line(_ dated: PlacedDate, _ document: CheckedDocument) -> String {
        dated.range.isEmpty ? "" : " (line \(document.line(dated.range)))"
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
