import Diagnostics
import LosslessMarkdown

/// Placeholders as a person meets them: those of a row, an item or a question that nobody has touched yet are one place,
/// not several.
struct UntouchedPlaces {
    struct Place: Equatable {
        enum Kind: Equatable {
            case text
            /// A row, with the names of the columns that are to be filled.
            case row([String])
            /// A question of several rows or items, by its name, and where the last of them ends.
            case question(String, end: Int)
        }

        var range: Range<Int>
        var kind = Kind.text
    }

    /// In document order, none within another.
    let places: [Place]

    init(_ placeholders: [Range<Int>], in document: CheckedDocument) {
        guard !placeholders.isEmpty else {
            places = []
            return
        }
        let found = Self.merged(placeholders)
        let rows = document.document.blocks(of: .table).compactMap { document.document.table($0) }
            .flatMap { table in table.rows.compactMap { Self.place(of: $0, table.header, found) } }
        let items = document.passages.compactMap { Self.place(of: $0, found, document) }
        let whole = (rows + items).sorted { $0.range.lowerBound < $1.range.lowerBound }
        let wholeRanges = whole.map(\.range)
        let single = found.filter { Self.overlapping($0, wholeRanges).isEmpty }.map { Place(range: $0) }
        let all = (whole + single).sorted { $0.range.lowerBound < $1.range.lowerBound }
        places = Self.byQuestion(all, document)
    }

    /// What lies in the place of one open question is told once.
    private static func byQuestion(_ places: [Place], _ document: CheckedDocument) -> [Place] {
        var places = places
        for id in document.guide.askedQuestions {
            let reading = document.postmortem.reading(id)
            guard reading.state == .open, reading.content == nil, let range = reading.place else { continue }
            let ranges = places.map(\.range)
            let inside = overlapping(range, ranges)
            guard let first = inside.first, let last = inside.last, inside.count > 1 else { continue }
            let label = document.guide[id]?.field.label ?? ""
            let name = label.isEmpty ? document.guide[section: id.section]?.heading ?? id.question : label
            places[inside.indices] = [
                Place(range: first, kind: .question(name, end: last.upperBound))
            ]
        }
        return places
    }

    /// A row with nothing of its own but a running number and dashes.
    private static func place(of row: TableRow, _ header: [TableCell], _ found: [Range<Int>]) -> Place? {
        let held = row.cells.indices.filter { !overlapping(row.cells[$0].content, found).isEmpty }
        guard held.count > 1,
            row.cells.indices.allSatisfy({ held.contains($0) || isBlank(row.cells[$0].value) })
        else { return nil }
        let range = row.cells[held[0]].content.lowerBound..<row.cells[held[held.count - 1]].content.upperBound
        let names = held.map { $0 < header.count ? withoutSigns(header[$0].value) : "" }.filter {
            !$0.isEmpty
        }
        return Place(range: range, kind: .row(names))
    }

    private static func withoutSigns(_ name: String) -> String {
        var name = name.filter { !"*_".contains($0) }.trimmed
        while let last = name.last, "?:".contains(last) { name.removeLast() }
        return name
    }

    private static func isBlank(_ text: String) -> Bool {
        text.allSatisfy { "-–—.#0123456789 ".contains($0) }
    }

    /// A paragraph or item with nothing between its placeholders but signs.
    private static func place(of passage: Passage, _ found: [Range<Int>], _ document: CheckedDocument)
        -> Place?
    {
        guard passage.block.kind == .paragraph else { return nil }
        let inside = overlapping(passage.range, found).filter { passage.range.contains($0.lowerBound) }
        guard let first = inside.first, let last = inside.last, inside.count > 1,
            passage.words.allSatisfy({ word in
                !word.text.description.contains(where: { $0.isLetter || $0.isNumber })
                    || inside.contains { $0.overlaps(word.range) }
            })
        else { return nil }
        return Place(range: first.lowerBound..<last.upperBound)
    }

    // MARK: ranges

    /// Sorted, with overlapping ones made into one.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound > range.lowerBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// Those of sorted ranges, none within another, that share a byte with one.
    static func overlapping(_ range: Range<Int>, _ sorted: [Range<Int>]) -> ArraySlice<Range<Int>> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        let end = sorted[low...].firstIndex { $0.lowerBound >= range.upperBound } ?? sorted.count
        return sorted[low..<end]
    }
}
