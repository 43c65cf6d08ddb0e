import Forms
import Guides
import LosslessMarkdown

/// The bytes of each part of an answer that can be named by number.
extension Postmortem {
    /// One range a part, in the order of their numbers; empty where the answer has no parts.
    package func partPlaces(of id: QuestionID) -> [Range<Int>] {
        let reading = reading(id)
        guard let place = reading.place, let content = reading.content, content.partCount != nil else {
            return []
        }
        if case .table = content { return rows(in: place) }
        var rest = candidates(in: place)[...]
        return ContentParts(content).lines.map { line in
            let key = Self.letters(line)
            guard let index = rest.firstIndex(where: { $0.keys.contains(key) }) else { return place }
            defer { rest = rest[(index + 1)...] }
            return rest[index].range
        }
    }

    private struct Candidate {
        var range: Range<Int>
        var keys: [String]
    }

    private func rows(in place: Range<Int>) -> [Range<Int>] {
        blocks(.tableRow, in: place).filter { !$0.isHeader }.map(\.range)
    }

    private func blocks(_ kind: Block.Kind, in place: Range<Int>) -> [Block] {
        document.blocks.filter {
            $0.kind == kind && place.lowerBound <= $0.range.lowerBound
                && $0.range.upperBound <= place.upperBound
        }
    }

    private func candidates(in place: Range<Int>) -> [Candidate] {
        blocks(.listItem, in: place).map { item in
            let start = min(item.contentOffset, item.range.upperBound)
            let first = document.children(of: item).first.map { start..<max(start, $0.range.upperBound) }
            let ranges = [start..<item.range.upperBound, first ?? start..<start]
            return Candidate(
                range: first ?? ranges[0], keys: ranges.map { Self.letters(document.text($0)) })
        }
    }

    /// What is left of a text without comments, markup and blanks.
    private static func letters(_ text: String) -> String {
        Escaping.withoutComments(text).replacing("<br>", with: "").lowercased().filter {
            $0.isLetter || $0.isNumber
        }
    }
}

extension Postmortem {
    /// The bytes of a row's cell under a column, the whole row where it has none.
    package func cellPlace(_ column: TableColumn, in row: Range<Int>) -> Range<Int> {
        let block = document.blocks.last { $0.kind == .table && $0.range.contains(row.lowerBound) }
        guard let table = block.flatMap({ document.table($0) }),
            let line = table.rows.first(where: { $0.block.range == row }),
            let index = table.header.firstIndex(where: {
                HeadingName($0.value) == HeadingName(column.name)
            }), index < line.cells.count
        else { return row }
        return line.cells[index].content
    }
}
