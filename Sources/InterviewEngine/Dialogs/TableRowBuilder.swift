import Diagnostics
import Forms
import Guides
import IncidentTime

/// Turns typed cells into a row: checks each, takes defaults and works out what is worked out.
struct TableRowBuilder {
    enum Outcome {
        case row(TableRecord)
        case problem(String)
        /// Unusual; taken when it is given again.
        case doubted(String)
    }

    let columns: [TableColumn]
    let context: DialogContext
    /// The row typed last, from which `+5m` counts; nil for the last of the table.
    var before: TableRecord?
    /// What there is to say of cells that were taken without being asked for again.
    private(set) var doubts: [String] = []

    /// A whole row. Fewer cells than columns leave the rest blank; more are refused, but for a change that is worked out
    /// from the others and for the row's number in front, which overrule them.
    mutating func row(
        from typed: [String], base: TableRecord?, among rows: [TableRecord], confirmed: Bool
    ) -> Outcome {
        let present = columns.indices.filter { !context.missing.contains($0) }
        var places = present.filter { columns[$0].computed == nil }
        let overruling = present.filter { columns[$0].computed != .number }
        // Nothing in the place of the number has it worked out.
        let isFreed = isNumbered && typed.count == present.count
        let typed = isFreed && ["", "-", "#"].contains(typed[0]) ? Array(typed.dropFirst()) : typed
        if typed.count == overruling.count { places = overruling }
        if let number = ownNumber(in: typed, present.count) {
            places = present
            if let problem = problem(with: number, base) { return .problem(problem) }
        } else if isNumbered, !context.sources.isNumbered, typed.count == present.count {
            places = present
        }
        guard typed.count <= places.count else {
            let names = places.map { columns[$0].name }.joined(separator: ", ")
            let more = overruling.count > places.count ? ", or all \(overruling.count)" : ""
            return .problem(
                "\(counted(typed.count, "cell")) for \(counted(places.count, "column")) (\(names)\(more)); a bar inside a cell is written \\|."
            )
        }
        var row = base ?? blank(numbering: rows)
        let isWhole = typed.count == places.count
        for (text, column) in zip(typed, places) {
            // Nothing in the place of what is worked out has it worked out again.
            let isFreed = columns[column].computed != nil && (text.isEmpty || text == "-")
            let cell = isFreed ? "" : text.isEmpty && isWhole ? absent(column) : text
            switch checked(cell, column, rows, confirmed) {
            case .success(let text): row.cells[column] = text
            case .failure(let problem): return problem.outcome
            }
        }
        return .row(row.workedOut(columns, after: base).leavingOut(context.missing, of: columns))
    }

    /// One more cell of a row that is being filled; an empty one takes the column's default.
    mutating func cell(_ text: String, column: Int, row: TableRecord, confirmed: Bool) -> Outcome {
        var filled = row
        switch checked(text.isEmpty ? absent(column) : text, column, [], confirmed) {
        case .success(let text): filled.cells[column] = text
        case .failure(let problem): return problem.outcome
        }
        return .row(filled.workedOut(columns, after: row).leavingOut(context.missing, of: columns))
    }

    /// The number that a row of all cells begins with.
    private func ownNumber(in typed: [String], _ count: Int) -> Int? {
        guard isNumbered, typed.count == count else { return nil }
        return RowNumber(typed[0])?.value
    }

    private func problem(with number: Int, _ base: TableRecord?) -> String? {
        guard context.sources.numbers.contains(number), base?.cells.first != String(number) else {
            return nil
        }
        return "\(number) is the number of another row; \(context.sources.highestNumber + 1) is free."
    }

    private var isNumbered: Bool { columns.first?.computed == .number && !context.missing.contains(0) }

    // MARK: parts

    private struct Problem: Error {
        var text: String
        var isDoubt: Bool

        var outcome: Outcome { isDoubt ? .doubted(text) : .problem(text) }
    }

    private mutating func checked(
        _ text: String, _ index: Int, _ rows: [TableRecord], _ confirmed: Bool
    ) -> Result<String, Problem> {
        let column = columns[index]
        guard !text.isEmpty, text != "-" else { return .success(text) }
        var validation = context.validation
        if column.kind == .moment {
            validation.rowMoments = rows.compactMap {
                index < $0.cells.count ? IncidentMoment($0.cells[index]) : nil
            }
            if let before = before ?? rows.last, index < before.cells.count {
                validation.previousMoment = before.cells[index]
            }
        }
        switch Validator(name: column.name, kind: column.kind, choices: column.choices).check(
            text, validation)
        {
        case .accepted(let normalized): return .success(normalized)
        case .doubted(let problem):
            guard confirmed else {
                return .failure(Problem(text: problem, isDoubt: true))
            }
            if context.isPiped { doubts.append("\(problem) '\(text)' is kept as it is.") }
            return .success(text)
        }
    }

    /// What an empty cell becomes: the column's default, a horizon's due date, or `-`.
    private func absent(_ index: Int) -> String {
        CellKeys(columns[index], context).initial ?? "-"
    }

    private func blank(numbering rows: [TableRecord]) -> TableRecord {
        TableRecord(columns.map { _ in "" }).numbered(context.sources.nextNumber, columns)
    }
}
