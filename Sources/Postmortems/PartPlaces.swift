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
            let key = BareLetters(line)
            guard let index = rest.firstIndex(where: { $0.keys.contains(key) }) else { return place }
            defer { rest = rest[(index + 1)...] }
            return rest[index].range
        }
    }

    private struct Candidate {
        var range: Range<Int>
        var keys: [BareLetters]
    }

    private func rows(in place: Range<Int>) -> [Range<Int>] {
        document.blocks(of: .tableRow, in: place).filter { !$0.isHeader }.map(\.range)
    }

    private func candidates(in place: Range<Int>) -> [Candidate] {
        document.blocks(of: .listItem, in: place).map { item in
            // Behind the box of a task, which is no part of its text.
            let start = min(item.taskBox.map { $0 + 2 } ?? item.contentOffset, item.range.upperBound)
            let first = document.children(of: item).first.map { start..<max(start, $0.range.upperBound) }
            let ranges = [start..<item.range.upperBound, first ?? start..<start]
            return Candidate(
                range: first ?? ranges[0], keys: ranges.map { BareLetters(document.text($0)) })
        }
    }
}

extension Postmortem {
    /// The bytes of each row's cell under a column, the whole row where it has none.
    package func cellPlaces(_ column: Int, of columns: [TableColumn], in rows: [Range<Int>]) -> [Range<Int>] {
        var known: [Int: [Range<Int>: Range<Int>]] = [:]
        return rows.map { row in
            guard let block = document.table(around: row.lowerBound) else { return row }
            let cells = known[block.id] ?? cells(under: column, of: columns, in: block)
            known[block.id] = cells
            return cells[row] ?? row
        }
    }

    private func cells(under column: Int, of columns: [TableColumn], in block: Block) -> [Range<Int>: Range<
        Int
    >] {
        guard let table = document.table(block),
            let index = columns.places(among: table.header.map { HeadingName($0.value) })[column]
        else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: table.rows.filter { index < $0.cells.count }.map {
                ($0.block.range, $0.cells[index].content)
            })
    }
}

extension MarkdownDocument {
    fileprivate func table(around offset: Int) -> Block? {
        var block: Block? = block(at: offset)
        while let inner = block, inner.kind != .table { block = parent(of: inner) }
        return block
    }
}
