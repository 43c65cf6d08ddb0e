import Diagnostics
import LosslessMarkdown

/// A two-column table with a question a row: `| **Label** | value |`.
package struct FieldsTableForm: SectionForm {
    package static let kind = FormKind.fieldsTable

    /// The header: what the labels are called, what the values are called.
    package var columns: [String]

    package init(columns: [String]) { self.columns = columns }

    package func shape(of field: Field) -> AnswerShape { .line }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        if let other = otherForm(in: place) { return other.read(field, in: place) }
        guard let row = row(of: field, in: place), row.cells.count > 1 else { return .absent }
        let text = row.cells[1].value
        let range = row.cells[1].range
        return field.isOpen(text) ? Reading(.open, at: range) : Reading(.answered, .text(text), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        if let other = otherForm(in: place) { return other.edits(field, to: content, in: place) }
        let value: String
        if case .text(let text)? = content { value = text } else { value = field.placeholder }
        guard let table = table(in: place) else {
            return place.appending(
                TableContent.lines(columns: header, rows: [["**\(field.label)**", value]]))
        }
        // The label is first and its value second, whatever the columns are called.
        let own = table.header.prefix(header.count).map { TableColumn(name: $0.value) }
        let content = TableContent(document: place.document, table: table, columns: own)
        var records = content.records
        if let index = table.rows.firstIndex(where: { field.names.contains(label(of: $0)) }) {
            records[index].cells[1] = value
        } else {
            records.append(TableRecord(["**\(field.label)**", value]))
        }
        return content.edits(to: records)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        [TableContent.lines(columns: header, rows: fields.map { ["**\($0.label)**", $0.placeholder] })]
    }

    /// Where somebody wrote the fields as bullets or as lines with labels instead of a table.
    private func otherForm(in place: SectionPlace) -> (any SectionForm)? {
        guard table(in: place) == nil else { return nil }
        let others: [any SectionForm] = [KeyedListForm(), LabelledLinesForm()]
        return others.first { form in
            place.fields.contains { form.read($0, in: place).state != .absent }
        }
    }

    private var header: [TableColumn] { columns.map { TableColumn(name: $0) } }

    private func table(in place: SectionPlace) -> Table? {
        place.section.blocks.lazy.compactMap { place.document.table($0) }.first { $0.header.count >= 2 }
    }

    private func row(of field: Field, in place: SectionPlace) -> TableRow? {
        table(in: place)?.rows.first { field.names.contains(label(of: $0)) }
    }

    private func label(of row: TableRow) -> HeadingName { HeadingName(row.cells.first?.value ?? "") }
}
