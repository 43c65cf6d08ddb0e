import DisplayText
import Forms
import Guides
import IncidentTime
import Postmortems

enum CapturedRow {
    case row(TableRecord, QuestionID)
    case problem(String)
}

/// Rows that are noted from anywhere find their table.
extension InterviewSession {
    /// A row for the table whose horizon takes in the due date; the short term without one.
    func row(for action: CapturedAction, in sectionID: String) -> (QuestionID, TableRecord)? {
        guard let section = guide[section: sectionID] else { return nil }
        let tables: [Question] = section.questions.filter { $0.horizon != nil }
        let fitting = action.due.flatMap { due in
            tables.first { table in
                table.horizon.map {
                    (postmortem.lastDay(of: $0, today: now.date) ?? $0.end(after: now.date)) >= due
                }
                    == true
            }
        }
        let fallback = action.due == nil ? tables.first { $0.horizon == .week } ?? tables.first : tables.last
        guard let table = fitting ?? fallback else { return nil }
        let id = QuestionID(sectionID, table.field.id)
        return row(for: action, into: id).map { (id, $0) }
    }

    /// A row for one of the tables, whatever its horizon.
    func row(for action: CapturedAction, into id: QuestionID) -> TableRecord? {
        guard let columns = columns(of: id) else { return nil }
        let sources = postmortem.sources(for: id, today: now.date)
        let choices = columns.map { Choice($0.choices) }
        var action = action
        let lost = action.more.filter { word in !choices.contains { $0.match(word) != nil } }
        action.text = ([action.text] + lost).joined(separator: ", ")
        let cells = columns.enumerated().map { index, column in
            cell(column, index, action, sources, isText: index == columns.firstIndex { $0.computed == nil })
        }
        return TableRecord(cells)
    }

    private func cell(
        _ column: TableColumn, _ index: Int, _ action: CapturedAction, _ sources: AnswerSources, isText: Bool
    ) -> String {
        if column.computed == .number { return sources.nextNumber.map { String($0) } ?? "" }
        if isText { return action.text }
        if column.kind == .person { return action.owner ?? "-" }
        if column.kind == .date {
            return action.due?.description ?? (sources.dueDate.isEmpty ? "-" : sources.dueDate)
        }
        let typed = action.more.lazy.compactMap { Choice(column.choices).match($0) }.first
        return typed ?? (column.initial.isEmpty ? "-" : column.initial)
    }

    /// A row for the phase whose range holds the time, else the last one that began before it.
    func timelineRow(_ typed: [String], in sectionID: String) -> CapturedRow {
        guard let section = guide[section: sectionID], let first = section.questions.first,
            case .table(let columns) = section.form.shape(of: first.field)
        else { return .problem("The timeline of this guide takes no rows.") }
        let context = DialogContext(
            question: first, content: nil,
            validation: ValidationContext(
                today: now.date, now: now.time, clock: self.clock,
                rowZone: rowZone,
                previousMoment: lastTimelineMoment(section),
                momentsBefore: section.questions.flatMap {
                    postmortem.moments(in: QuestionID(section.id, $0.field.id))
                }),
            values: guide.values, sources: AnswerSources())
        if let column = columns.firstIndex(where: \.sorts), column < typed.count,
            ClockTime.parse(typed[column], now: now.time, previous: now.time) == nil,
            IncidentMoment(typed[column]).sortKey == nil
        {
            return .problem(
                "A row begins with its time, such as 14:50, +5m or 14:50 +1d; '\(typed[column])' is none.")
        }
        guard typed.count > 1, typed.dropFirst().contains(where: { !$0.isEmpty }) else {
            return .problem("What could be seen at \(typed[0])? It goes behind the time.")
        }
        var builder = TableRowBuilder(columns: columns, context: context)
        let padded = typed + Array(repeating: "-", count: max(0, columns.count - typed.count))
        switch builder.row(from: padded, base: nil, among: [], confirmed: true) {
        case .problem(let problem), .doubted(let problem): return .problem(problem)
        case .row(let row): return .row(row, phase(for: row, of: section, columns))
        }
    }

    private func phase(for row: TableRecord, of section: GuideSection, _ columns: [TableColumn]) -> QuestionID
    {
        let ids = section.questions.map { QuestionID(section.id, $0.field.id) }
        guard let column = columns.firstIndex(where: \.sorts) else { return ids[0] }
        let clock = self.clock
        var count = DayCount(by: clock)
        let placed = ids.map { id in moments(id, column).compactMap { count.minutes(of: $0) } }
        guard
            let time = DayCount.minutes(
                of: IncidentMoment(row.cells[column]), among: placed.flatMap { $0 }, by: clock)
        else { return ids[0] }
        let starts = placed.map { $0.min() }
        let begun = ids.indices.filter { starts[$0].map { $0 <= time } ?? false }
        return ids[begun.last ?? starts.firstIndex { $0 != nil as Int? } ?? 0]
    }

    private func lastTimelineMoment(_ section: GuideSection) -> String? {
        section.questions.reversed().lazy.compactMap {
            self.postmortem.lastMoment(in: QuestionID(section.id, $0.field.id))
        }.first
    }

    private func moments(_ id: QuestionID, _ column: Int) -> [IncidentMoment] {
        guard case .table(let rows)? = postmortem.reading(id).content else { return [] }
        return rows.compactMap { column < $0.cells.count ? IncidentMoment($0.cells[column]) : nil }
    }

    /// Adds a row to a table elsewhere and stays where it is.
    ///
    /// - Parameters:
    ///   - typed: the line that comes back where the table does not take the row.
    ///   - isDated: whether a due date that the row has was named by somebody.
    ///   - companion: what changes together with the table, such as the place the row was noted at before.
    mutating func captureRow(
        _ row: TableRecord, in named: QuestionID, typed: String = "", isDated: Bool = true,
        with companion: (QuestionID, FormContent?)? = nil, then next: PendingSave.Next = .askOn
    ) -> [InterviewOutput] {
        let target = postmortem.holder(of: named)
        guard let question = guide[target],
            case .table(let columns)? = guide[section: target.section]?.form.shape(of: question.field)
        else { return declined("'\(target)' is no table.") }
        var rows: [TableRecord] = []
        if case .table(let present)? = postmortem.reading(target).content { rows = present }
        let order = RowOrder(columns: columns, clock: self.clock)
        let row = row.leavingOut(postmortem.missingColumns(of: target), of: columns)
        let place = order.index(for: row, in: rows)
        rows.insert(row, at: place)
        let content = withBracketedLabels(.table(rows), for: target)
        if case .table(let rows)? = content { keepForCoaching(rows[place], in: target, isDated: isDated) }
        if !isPiped, isOpen(target) { begunElsewhere.insert(target) }
        let said =
            StyledText("Added to \(label(of: target)): ", .success)
            + StyledText(RowSyntax.line(of: row.cells), .value)
        if !typed.isEmpty, !isPiped { entered = entering(typed) }
        defer { entered = nil }
        let before = postmortem.reading(target).content
        let outputs = record(content, for: target, with: companion, then: next, saying: said)
        if pending != nil, target == current {
            let isFound = dialog.keepPlace(from: before, to: postmortem.reading(target).content)
            if !isFound { dialog = makeDialog(for: target) }
        }
        return outputs
    }
}
