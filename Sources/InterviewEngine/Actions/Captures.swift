import Diagnostics
import Forms
import Guides
import IncidentTime
import Postmortems

/// `TEXT [@owner] [by DATE]` or `TEXT | OWNER | DATE`, as typed after `:action`; a status and a priority may stand behind.
struct CapturedAction: Equatable {
    var text: String
    var owner: String?
    var due: CalendarDate?
    /// Words for the columns behind the date.
    var more: [String] = []

    init(_ typed: String, today: CalendarDate) {
        self = Self(cells: RowSyntax.cells(in: typed) ?? [], today) ?? Self(words: typed, today)
    }

    /// As a row is typed in a table; nil where the cells are no owner and no date.
    private init?(cells: [String], _ today: CalendarDate) {
        guard (2...5).contains(cells.count), !cells[0].isEmpty else { return nil }
        let due = cells.count > 2 ? CalendarDate.parse(cells[2], today: today) : nil
        let isRow = cells.count > 2 && (["", "-"].contains(cells[2]) || due != nil)
        // `p95 | p99` are words; `@Ana` or `Ana` is somebody.
        let isPair = cells.count == 2 && cells[1].first.map { $0 == "@" || $0.isUppercase } == true
        guard isRow || isPair else { return nil }
        let name = cells[1].hasPrefix("@") ? String(cells[1].dropFirst()) : cells[1]
        (text, owner, self.due) = (cells[0], ["", "-"].contains(name) ? nil : name, due)
        more = cells.dropFirst(3).filter { !["", "-"].contains($0) }
    }

    /// Owner and date stand at the end, in either order.
    private init(words typed: String, _ today: CalendarDate) {
        var words = typed.split(separator: " ").map(String.init)
        (owner, due) = (nil, nil)
        for _ in 0..<2 {
            if owner == nil { owner = Self.takeOwner(from: &words) }
            if due == nil { due = Self.takeDate(from: &words, today) }
        }
        text = words.joined(separator: " ")
    }

    /// `@Ana Lee`; a sign in the middle of a sentence, as in `@Override checks`, is part of the text.
    private static func takeOwner(from words: inout [String]) -> String? {
        guard let at = words.lastIndex(where: { $0.hasPrefix("@") && $0.count > 1 }), at > 0 else {
            return nil
        }
        let name = words[at...]
        guard name.count <= 4, name.dropFirst().allSatisfy({ isNamePart($0) }) else { return nil }
        let owner = String(name.joined(separator: " ").dropFirst())
        words.removeSubrange(at...)
        return owner
    }

    private static func isNamePart(_ word: String) -> Bool {
        let particles: Set = [
            "van", "von", "de", "der", "den", "da", "di", "do", "dos", "del", "la", "le", "el", "al", "bin",
        ]
        return word.first?.isUppercase == true || particles.contains(word)
    }

    private static func takeDate(from words: inout [String], _ today: CalendarDate) -> CalendarDate? {
        guard let by = words.lastIndex(of: "by"), by > 0, by + 1 < words.count,
            let date = CalendarDate.parse(words[(by + 1)...].joined(separator: " "), today: today)
        else { return nil }
        words.removeSubrange(by...)
        return date
    }
}

enum CapturedRow {
    case row(TableRecord, QuestionID)
    case problem(String)
}

extension InterviewSession {
    /// A row for the table whose horizon takes in the due date; the short term without one.
    func row(for action: CapturedAction, in sectionID: String) -> (QuestionID, TableRecord)? {
        guard let section = guide[section: sectionID] else { return nil }
        let tables: [Question] = section.questions.filter { $0.horizon != nil }
        let start = postmortem.incidentDate ?? now.date
        let fitting = action.due.flatMap { due in tables.first { $0.horizon!.end(after: start) >= due } }
        let fallback = action.due == nil ? tables.first { $0.horizon == .week } ?? tables.first : tables.last
        guard let table = fitting ?? fallback else { return nil }
        let id = QuestionID(sectionID, table.field.id)
        return row(for: action, into: id).map { (id, $0) }
    }

    /// A row for one of the tables, whatever its horizon.
    func row(for action: CapturedAction, into id: QuestionID) -> TableRecord? {
        guard let columns = columns(of: id) else { return nil }
        let sources = postmortem.sources(for: id)
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
        if column.computed == .number { return String(sources.highestNumber + 1) }
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
                today: now.date, now: now.time, incidentDate: postmortem.incidentDate,
                incidentNight: postmortem.incidentNight,
                previousMoment: lastTimelineMoment(section)),
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
        let night = postmortem.incidentNight
        var count = DayCount(from: postmortem.incidentDate, over: night)
        let placed = ids.map { id in moments(id, column).compactMap { count.minutes(of: $0) } }
        guard
            let time = DayCount.minutes(
                of: IncidentMoment(row.cells[column]), among: placed.flatMap { $0 },
                from: postmortem.incidentDate, over: night)
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
}
