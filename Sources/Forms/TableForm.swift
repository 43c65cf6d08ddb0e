import Diagnostics
import LosslessMarkdown

/// One table of rows.
package struct TableForm: SectionForm {
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
        RowsReading(columns: columns, samples: rows).read(in: place)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        RowsReading(columns: columns, samples: rows).edits(to: content, in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        [RowsReading(columns: columns, samples: rows).blank]
    }
}

/// Reading and writing the one table that a section's blocks hold.
struct RowsReading {
    let columns: [TableColumn]
    var samples: [[String]] = []

    func read(in place: SectionPlace) -> Reading {
        guard let table = table(in: place) else {
            guard let first = place.contentBlocks.first, let last = place.contentBlocks.last else {
                return Reading(.open, at: place.section.body)
            }
            let range = first.range.lowerBound..<last.range.upperBound
            return Reading(.answered, .markdown(place.document.text(range)), at: range)
        }
        let content = TableContent(document: place.document, table: table, columns: columns)
        let records = content.records
        let range = table.block.range
        let isOpen = records.allSatisfy { content.isPlaceholder($0) || samples.contains($0.cells) }
        return isOpen ? Reading(.open, at: range) : Reading(.answered, .table(records), at: range)
    }

    func edits(to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let wanted: [TableRecord]
        switch content {
        case .table(let rows)?: wanted = rows
        case nil: wanted = blankRows.map { TableRecord($0) }
        case .text?, .list?, .groups?, .whys?, .checklist?, .notApplicable?, .markdown?: return nil
        }
        guard let table = table(in: place) else {
            return place.appending(TableContent.lines(columns: columns, rows: wanted.map(\.cells)))
        }
        return TableContent(document: place.document, table: table, columns: columns).edits(to: wanted)
    }

    var blank: [String] { TableContent.lines(columns: columns, rows: blankRows) }

    private var blankRows: [[String]] { samples.isEmpty ? [columns.map(\.placeholder)] : samples }

    private func table(in place: SectionPlace) -> Table? {
        let names = Set(columns.map { HeadingName($0.name) })
        let tables = place.section.blocks.compactMap { place.document.table($0) }
        return tables.first { table in table.header.contains { names.contains(HeadingName($0.value)) } }
            ?? tables.first { $0.header.count == columns.count }
    }
}
