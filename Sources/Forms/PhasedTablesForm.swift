import Diagnostics
import LosslessMarkdown

/// A table under a sub-heading for each question: phases of a timeline, horizons of actions.
package struct PhasedTablesForm: RowsForm {
    package static let kind = FormKind.phasedTables

    package var columns: [TableColumn]
    /// A paragraph under the section's own heading in a new document.
    package var note: String

    package init(columns: [TableColumn], note: String = "") {
        self.columns = columns
        self.note = note
    }

    package func shape(of field: Field) -> AnswerShape { .table(columns) }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        if let phase = phase(of: field, in: place) {
            return RowsReading(columns: columns).read(field, in: phase)
        }
        guard let own = rowsOfItsOwn(place) else { return .absent }
        if isFirstWithoutHeading(field, in: place) {
            return RowsReading(columns: columns).read(field, in: own)
        }
        return Reading(.answered, nil, at: own.section.body)
    }

    package func cells(of columns: [Int], _ field: Field, in place: SectionPlace) -> [String] {
        var rows = phase(of: field, in: place)
        if rows == nil, isFirstWithoutHeading(field, in: place) { rows = rowsOfItsOwn(place) }
        guard let rows else { return [] }
        return RowsReading(columns: self.columns).cells(of: columns, in: rows)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        if let phase = phase(of: field, in: place) {
            return RowsReading(columns: columns).edits(to: content, in: phase)
        }
        if let own = rowsOfItsOwn(place), isFirstWithoutHeading(field, in: place) {
            let isMisfit = if case .markdown? = read(field, in: place).content { true } else { false }
            if case .table? = content, isMisfit { return nil }
            return RowsReading(columns: columns).edits(to: content, in: own)
        }
        guard case .table(let rows)? = content else { return nil }
        let level = place.section.level + 1
        let lines = TableContent.lines(columns: columns, rows: rows.map(\.cells))
        return place.inserting([heading(field, level), ""] + lines, after: endOfSubtree(in: place))
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        let notes = note.isEmpty ? [] : [note.split(separator: "\n").map(String.init)]
        return notes + fields.flatMap { [[heading($0, level + 1)], RowsReading(columns: columns).blank] }
    }

    private func heading(_ field: Field, _ level: Int) -> String {
        String(repeating: "#", count: level) + " " + field.label
    }

    /// The section where a table or a list stands right below its own heading, which then holds the rows of all phases
    /// that have no heading; the first of them reads it.
    private func rowsOfItsOwn(_ place: SectionPlace) -> SectionPlace? {
        place.section.blocks.contains { $0.kind == .table || $0.kind == .list } ? place : nil
    }

    private func isFirstWithoutHeading(_ field: Field, in place: SectionPlace) -> Bool {
        let first = place.fields.first { phase(of: $0, in: place) == nil }
        return first.map { $0.id == field.id } ?? true
    }

    private func phase(of field: Field, in place: SectionPlace) -> SectionPlace? {
        let child = place.section.children.lazy.map { place.document.sections[$0] }.first {
            field.names.contains(HeadingName($0.title))
        }
        return child.map { SectionPlace(document: place.document, section: $0, values: place.values) }
    }

    /// The end of the last block of the section and its sub-sections.
    private func endOfSubtree(in place: SectionPlace) -> Int {
        let sections = place.section.children.map { place.document.sections[$0] } + [place.section]
        return sections.compactMap { $0.blocks.last?.range.upperBound ?? $0.heading?.range.upperBound }.max()
            ?? place.section.body.lowerBound
    }
}
