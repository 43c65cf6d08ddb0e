import Synchronization

/// A table's header and rows with what their cells hold.
package struct Table: Sendable {
    package var block: Block
    package var header: [TableCell]
    /// The rule of dashes.
    package var delimiterRow: Range<Int>
    package var rows: [TableRow]
}

package struct TableRow: Sendable {
    package var block: Block
    /// As many as the row has, which may be fewer than the header's.
    package var cells: [TableCell]
}

/// A place in the source; its text is read when it is asked for, as of most tables few cells are.
package struct TableCell: Sendable {
    let block: Block

    /// Between the bars, blanks included.
    package var range: Range<Int> { block.range }

    /// Without the blanks.
    package var content: Range<Int> { block.firstLine ?? block.range }

    /// The text: `\|` is a bar, `<br>` a line break, the program's own comments are left out.
    package var value: String {
        Escaping.cellValue(String(decoding: block.tree.bytes[content], as: UTF8.self))
    }
}

/// The tables that were read so far. A document never changes, so each is read once for all who ask.
final class TableCells: Sendable {
    private let known = Mutex<[Int: Table]>([:])

    subscript(block: Int) -> Table? {
        get { known.withLock { $0[block] } }
        set { known.withLock { $0[block] = newValue } }
    }
}

extension MarkdownDocument {
    /// The table that a block is, nil for any other block.
    package func table(_ block: Block) -> Table? {
        guard block.kind == .table else { return nil }
        if let known = tables[block.id] { return known }
        let table = read(block)
        tables[block.id] = table
        return table
    }

    private func read(_ block: Block) -> Table? {
        let rows = children(of: block).map { row in
            TableRow(block: row, cells: children(of: row).map { TableCell(block: $0) })
        }
        guard let header = rows.first else { return nil }
        return Table(
            block: block, header: header.cells, delimiterRow: block.delimiterRow,
            rows: Array(rows.dropFirst()))
    }
}
