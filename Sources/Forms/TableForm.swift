import Diagnostics
import LosslessMarkdown

/// One table of rows.
package struct TableForm: RowsForm {
    package static let kind = FormKind.table

    package var columns: [TableColumn]
    /// Rows a new document shows to be filled in.
    package var rows: [[String]]

    package init(columns: [TableColumn], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    package func shape(of field: Field) -> AnswerShape { .table(columns) }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        RowsReading(columns: columns, samples: rows).read(field, in: place)
    }

    package func cells(of columns: [Int], _ field: Field, in place: SectionPlace) -> [String] {
        RowsReading(columns: self.columns, samples: rows).cells(of: columns, in: place)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        RowsReading(columns: columns, samples: rows).edits(to: content, in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        [RowsReading(columns: columns, samples: rows).blank]
    }
}

/// A form that holds rows, and can be asked for some of their columns alone.
package protocol RowsForm: SectionForm {
    /// What stands in some columns, row by row and without the places of answers.
    func cells(of columns: [Int], _ field: Field, in place: SectionPlace) -> [String]
}

/// Reading and writing the one table that a section's blocks hold.
struct RowsReading {
    let columns: [TableColumn]
    var samples: [[String]] = []

    func read(_ field: Field, in place: SectionPlace) -> Reading {
        let contents = contents(in: place)
        guard let first = contents.first, let last = contents.last else { return readText(in: place) }
        let records = contents.flatMap(\.records)
        let range = first.table.block.range.lowerBound..<last.table.block.range.upperBound
        if field.takesAnyText {
            return Reading(records.isEmpty ? .open : .answered, .table(records), at: range)
        }
        guard records.contains(where: { !first.isPlaceholder($0) && !samples.contains($0.cells) }) else {
            return Reading(.open, at: range)
        }
        let isHalfFilled = records.contains(where: first.asksOn)
        return Reading(isHalfFilled ? .open : .answered, .table(records), at: range)
    }

    func cells(of columns: [Int], in place: SectionPlace) -> [String] {
        contents(in: place).flatMap { $0.cells(of: columns, samples) }
    }

    func edits(to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let wanted: [TableRecord]
        switch content {
        case .table(let rows)?: wanted = rows
        case nil: wanted = blankRows.map { TableRecord($0) }
        case .markdown(let text)?: return place.replacing(place.contentBlocks, with: text)
        case .text?, .list?, .groups?, .whys?, .checklist?, .notApplicable?: return nil
        }
        let contents = contents(in: place)
        guard !contents.isEmpty else {
            if content == nil {
                return place.replacing(place.contentBlocks, with: blank.joined(separator: "\n"))
            }
            return place.appending(TableContent.lines(columns: columns, rows: wanted.map(\.cells)))
        }
        if content == nil {
            return contents[0].edits(to: wanted)
                + contents.dropFirst().map { TextEdit(place.withBlankLine(before: $0.table.block), "") }
        }
        let parts = wanted.shared(amongTables: contents.map(\.records))
        return zip(contents, parts).flatMap { $0.edits(to: $1) }
    }

    var blank: [String] { TableContent.lines(columns: columns, rows: blankRows) }

    private var blankRows: [[String]] { samples.isEmpty ? [columns.map(\.placeholder)] : samples }

    /// Something else in the place of the table.
    private func readText(in place: SectionPlace) -> Reading {
        guard let first = place.contentBlocks.first, let last = place.contentBlocks.last else {
            return Reading(.open, at: place.section.body)
        }
        let range = first.range.lowerBound..<last.range.upperBound
        return Reading(.answered, .markdown(place.source(range)), at: range)
    }

    /// The table, and others with the same header.
    private func contents(in place: SectionPlace) -> [TableContent] {
        let tables = place.section.blocks.compactMap { place.document.table($0) }
            .map { TableContent(document: place.document, table: $0, columns: columns) }
        guard let first = tables.first(where: \.hasOwnName) ?? tables.first(where: \.hasOwnWidth) else {
            return []
        }
        return tables.filter { $0.table.block.id == first.table.block.id || $0.names == first.names }
    }
}
