import Diagnostics
import DisplayText
import LosslessMarkdown

/// A table of the document as records in the guide's column order.
struct TableContent {
    let document: MarkdownDocument
    let table: Table
    let columns: [TableColumn]
    let names: [HeadingName]

    init(document: MarkdownDocument, table: Table, columns: [TableColumn]) {
        self.document = document
        self.table = table
        self.columns = columns
        names = table.header.map { HeadingName($0.value) }
    }

    /// Whether a header is named as the guide names it.
    var hasOwnName: Bool { columns.contains { $0.headings.first.map(names.contains) == true } }

    var hasOwnWidth: Bool { names.count == columns.count }

    /// For each of the guide's columns its place in the document's table, found by name, else by position.
    private var places: [Int?] {
        let byName = columns.places(among: names)
        guard byName.allSatisfy({ $0 == nil }), hasOwnWidth else { return byName }
        return columns.indices.map { $0 }
    }

    var records: [TableRecord] {
        let places = places
        return table.rows.map { row in
            var record = TableRecord(
                places.map { place in place.flatMap { $0 < row.cells.count ? row.cells[$0].value : nil } ?? ""
                })
            record.place = row.block.range.lowerBound
            return record
        }
    }

    /// The cells of some columns that hold something, of all rows but the guide's samples.
    func cells(of wanted: [Int], _ samples: [[String]]) -> [String] {
        guard samples.isEmpty else {
            return records.filter { !samples.contains($0.cells) }.flatMap { row in
                wanted.map { row.cells[$0] }
            }
        }
        let places = places
        return table.rows.flatMap { row in
            wanted.compactMap { column -> String? in
                guard let place = places[column], place < row.cells.count else { return nil }
                let text = row.cells[place].value
                return columns[column].isOpen(text) ? nil : text
            }
        }
    }

    /// Whether a record only holds the place for one.
    func isPlaceholder(_ record: TableRecord) -> Bool {
        zip(record.cells, columns).allSatisfy { cell, column in
            column.isOpen(cell) || cell == "-" || (column.computed == .number && Int(cell) != nil)
        } && record.cells.contains { $0 != "-" }
    }

    /// Whether a row that holds something still has a cell to be filled.
    func asksOn(_ record: TableRecord) -> Bool {
        columns.indices.contains { $0 < record.cells.count && columns[$0].isPlaceholder(record.cells[$0]) }
    }

    /// Edits that turn the rows into `wanted`. A table in the form the program writes stays aligned; in any other,
    /// rows that stay keep their bytes and a corrected row keeps its widths.
    func edits(to wanted: [TableRecord]) -> [TextEdit] {
        if let columns = canonicalColumns {
            let lines = Self.lines(columns: columns, rows: wanted.map(\.cells))
            return Region(document: document, range: table.block.range).edit(to: lines)
        }
        let alignment = Alignment(rows: records, to: wanted)
        let replaced = alignment.replaced
        let lines = wanted.enumerated().map { index, record -> [UInt8] in
            if let place = alignment.kept[index] { return lineBytes(table.rows[place].block) }
            let row = replaced[index].map { table.rows[$0] }
            let isCorrection =
                row.map {
                    wanted.count == table.rows.count || hasOwnCells($0) && !isPlaceholder(record)
                } ?? false
            return rendered(record, replacing: isCorrection ? row : nil)
        }
        let bytes = lines.enumerated().reduce(into: [UInt8]()) { bytes, line in
            bytes += ending(before: alignment.kept[line.offset] ?? replaced[line.offset]) + line.element
        }
        return Region(document: document, range: rowsRange).edit(to: bytes)
    }

    /// The end of the line above a row, in a document of mixed ones; the table's own above a new row.
    private func ending(before row: Int?) -> [UInt8] {
        let place = row.map { table.rows[$0].block.range.lowerBound } ?? table.block.range.lowerBound
        let start = document.lineRange(containing: place).lowerBound
        let above = row == nil ? start : document.lineRange(containing: max(0, start - 1)).lowerBound
        return document.lineEnding(near: above)
    }

    /// The columns, where the table stands exactly as the program would write it.
    private var canonicalColumns: [TableColumn]? {
        let places = places
        guard prefix.isEmpty, places == columns.indices.map({ $0 }), table.header.count == columns.count
        else { return nil }
        let named = zip(columns, table.header).map { column, cell in
            var column = column
            column.name = cell.value
            return column
        }
        let lines = Self.lines(columns: named, rows: table.rows.map { row in row.cells.map(\.value) })
        let ending = String(decoding: document.lineEnding(near: table.block.range.lowerBound), as: UTF8.self)
        let isAsWritten = document.bytes[table.block.range].elementsEqual(
            lines.joined(separator: ending).utf8)
        return isAsWritten ? named : nil
    }

    /// Whether something stands in a column that only the document has.
    private func hasOwnCells(_ row: TableRow) -> Bool {
        let known = Set(places.compactMap { $0 })
        return row.cells.indices.contains { !known.contains($0) && !row.cells[$0].value.isEmpty }
    }

    /// From the end of the delimiter row to the end of the last row.
    private var rowsRange: Range<Int> {
        table.delimiterRow.upperBound..<max(table.delimiterRow.upperBound, table.block.range.upperBound)
    }

    private func lineBytes(_ row: Block) -> [UInt8] {
        let start = document.lineRange(containing: row.range.lowerBound).lowerBound
        return Array(document.bytes[start..<row.range.upperBound])
    }

    /// A row as wide as the one it replaces, whose other cells it keeps; else as wide as the header.
    private func rendered(_ record: TableRecord, replacing row: TableRow?) -> [UInt8] {
        let places = places
        let cells = table.header.indices.map { column -> [UInt8] in
            let old = row.flatMap { column < $0.cells.count ? $0.cells[column] : nil }
            let index = places.firstIndex(of: column)
            let value = index.map { $0 < record.cells.count ? record.cells[$0] : "" }
            if let old, value == nil || value == old.value { return Array(document.bytes[old.range]) }
            let width = displayWidth(document.text((old ?? table.header[column]).range))
            return Array((" " + padded(Escaping.cell(value ?? ""), to: max(1, width - 2)) + " ").utf8)
        }
        let bar = Array("|".utf8)
        return Array(prefix.utf8) + bar + cells.joined(separator: bar) + bar
    }

    /// What the rows' lines begin with, such as a quote mark or an indentation.
    private var prefix: String {
        let start = document.lineRange(containing: table.block.range.lowerBound).lowerBound
        return document.text(start..<table.block.range.lowerBound)
    }

    /// A new table with its header, aligned to what its cells hold.
    static func lines(columns: [TableColumn], rows: [[String]]) -> [String] {
        let cells = [columns.map(\.name)] + rows.map { row in row.map { Escaping.cell($0) } }
        let widths = columns.indices.map { column in
            max(3, cells.map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 3)
        }
        let lines = cells.map { row in
            "| "
                + columns.indices.map { padded($0 < row.count ? row[$0] : "", to: widths[$0]) }.joined(
                    separator: " | ") + " |"
        }
        let rule = "| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |"
        return [lines[0], rule] + lines.dropFirst()
    }
}
