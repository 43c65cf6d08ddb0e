import Forms
import Guides
import IncidentTime

/// Answers elsewhere that an answer quotes, proposes or is worked out from.
package struct AnswerSources: Sendable {
    package var problem = ""
    package var factors: [String] = []
    /// The running numbers in the section's tables, in document order.
    package var numbers: [Int] = []
    package var highestNumber: Int { numbers.max() ?? 0 }
    /// False where names stand in the place of numbers, such as `PROJ-12`, or the table has no such column.
    package var isNumbered = true
    /// What the next row is numbered with, if it is.
    package var nextNumber: Int? { isNumbered ? highestNumber + 1 : nil }
    /// The last day of a table's horizon, as it is written; empty where there is none.
    package var dueDate = ""

    package init() {}
}

extension Postmortem {
    /// The answer in the document's own heading; nil while it is open.
    package var title: String? {
        guard let section = guide.sections.first(where: { $0.form is TitleForm }),
            let question = section.questions.first,
            case .text(let title)? = reading(QuestionID(section.id, question.field.id)).content
        else { return nil }
        return title
    }

    package func sources(for id: QuestionID, today: CalendarDate) -> AnswerSources {
        var sources = AnswerSources()
        if case .text(let problem)? = reading(QuestionID(id.section, "problem")).content {
            sources.problem = problem
        }
        if let form = guide[section: id.section]?.form as? FishboneForm, let from = QuestionID(form.from),
            case .list(let factors)? = reading(from).content
        {
            sources.factors = factors
        }
        (sources.numbers, sources.isNumbered) = numbers(in: id.section)
        if let number = numberColumn(of: id), missingColumns(of: id).contains(number) {
            sources.isNumbered = false
        }
        if let last = guide[id]?.horizon.flatMap({ lastDay(of: $0, today: today) }) {
            sources.dueDate = last.description
        }
        return sources
    }

    /// The words typed so far that a place may complete from, each once, in document order.
    package func words(for source: CompletionSource) -> [String] {
        var seen: Set<String> = []
        return guide.questions(completing: source).flatMap { words(for: source, in: $0) }
            .filter { !$0.isEmpty && $0 != "-" && seen.insert($0).inserted }
    }

    /// The last time in a table, from which `+5m` counts.
    package func lastMoment(in id: QuestionID) -> String? {
        if guide[id]?.kind == .time, case .text(let time)? = reading(id).content { return time }
        guard let section = guide[section: id.section], let question = guide[id],
            case .table(let columns) = section.form.shape(of: question.field),
            let column = columns.firstIndex(where: \.sorts), case .table(let rows)? = reading(id).content
        else { return nil }
        return rows.last.flatMap { column < $0.cells.count ? $0.cells[column] : nil }
    }

    /// The times in the tables of a section that come before one of them.
    package func moments(before id: QuestionID) -> [IncidentMoment] {
        let ids = guide[section: id.section]?.questions.map { QuestionID(id.section, $0.field.id) } ?? []
        return ids.prefix { $0 != id }.flatMap { moments(in: $0) }
    }

    /// Those of a table's rows, in its order.
    package func moments(in id: QuestionID) -> [IncidentMoment] {
        guard let section = guide[section: id.section], let question = guide[id],
            case .table(let columns) = section.form.shape(of: question.field),
            let column = columns.firstIndex(where: \.sorts), case .table(let rows)? = reading(id).content
        else { return [] }
        return rows.compactMap { column < $0.cells.count ? IncidentMoment($0.cells[column]) : nil }
    }

    private func words(for source: CompletionSource, in id: QuestionID) -> [String] {
        guard let section = guide[section: id.section], let question = guide[id] else { return [] }
        if let form = section.rows {
            guard case .table(let columns) = form.shape(of: question.field), let place = place(of: section)
            else { return [] }
            let places = columns.indices.filter { columns[$0].holds(source) }
            return form.cells(of: places, question.field, in: place)
        }
        switch reading(id).content {
        case .text(let text)?: return question.holds(source) ? [text] : []
        case .list(let items)?: return question.holds(source) ? items.map { Self.name(in: $0, source) } : []
        default: return []
        }
    }

    /// `Ana Costa (on call)` is a person, `Gate control: refused scans` a service.
    private static func name(in item: String, _ source: CompletionSource) -> String {
        switch source {
        case .people: item.prefix { $0 != "(" }.trimmed
        case .services: item.prefix { $0 != ":" }.trimmed
        }
    }

    private func numberColumn(of id: QuestionID) -> Int? {
        guard let section = guide[section: id.section], let question = guide[id],
            case .table(let columns) = section.form.shape(of: question.field)
        else { return nil }
        return columns.firstIndex { $0.computed == .number }
    }

    /// The numbers of a section's rows, and whether nothing else stands in the place of one.
    func numbers(in sectionID: String) -> (numbers: [Int], isNumbered: Bool) {
        guard let section = guide[section: sectionID] else { return ([], true) }
        let cells = section.questions.flatMap { question -> [String] in
            guard case .table(let columns) = section.form.shape(of: question.field),
                let column = columns.firstIndex(where: { $0.computed == .number }),
                case .table(let rows)? = reading(QuestionID(sectionID, question.field.id)).content
            else { return [] }
            return rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
                .filter { !["", "-", columns[column].placeholder].contains($0) }
        }
        let numbers = cells.compactMap { RowNumber($0)?.value }
        return (numbers, numbers.count == cells.count)
    }
}
