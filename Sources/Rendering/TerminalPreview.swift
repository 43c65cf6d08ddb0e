import DisplayText
import LosslessMarkdown

/// A document as it reads on a terminal: headings and emphasis styled, tables drawn to fit, comments left out.
package struct TerminalPreview {
    private let document: MarkdownDocument
    private let width: Int

    package init(_ document: MarkdownDocument, width: Int) {
        self.document = document
        self.width = max(20, width)
    }

    package var lines: [StyledText] {
        let blocks = document.topLevel.map { lines(of: $0, width: width) }.filter { !$0.isEmpty }
        return Array(blocks.joined(separator: [StyledText("")]))
    }

    private func lines(of block: Block, width: Int) -> [StyledText] {
        switch block.kind {
        case .heading: heading(block, width)
        case .paragraph: paragraph(block, width)
        case .list: list(block, width)
        case .table: table(block, width)
        case .fencedCode, .indentedCode: code(block)
        case .blockQuote: children(block, width - 2).map { StyledText("│ ", .hint) + $0 }
        case .thematicBreak: [StyledText(String(repeating: "─", count: min(width, 60)), .hint)]
        case .html, .frontMatter, .linkReference: []
        case .document, .listItem, .tableRow, .tableCell: children(block, width)
        }
    }

    private func children(_ block: Block, _ width: Int) -> [StyledText] {
        document.children(of: block).flatMap { lines(of: $0, width: width) }
    }

    private func heading(_ block: Block, _ width: Int) -> [StyledText] {
        let text = InlineText(source(block)).plain
        let style: TextStyle = block.headingLevel <= 2 ? .title : .strong
        return wrapped(StyledText(text, style), width: width)
    }

    private func paragraph(_ block: Block, _ width: Int) -> [StyledText] {
        block.lines.flatMap { line in
            wrapped(InlineText(visibleSource(document.text(line))).styled, width: width)
        }
    }

    private func source(_ block: Block) -> String {
        block.lines.map { document.text($0) }.joined(separator: " ")
    }

    private func visibleSource(_ text: String) -> String {
        var rest = text
        while let start = rest.firstRange(of: "<!--"),
            let end = rest[start.upperBound...].firstRange(of: "-->")
        {
            rest.removeSubrange(start.lowerBound..<end.upperBound)
        }
        return rest
    }

    private func code(_ block: Block) -> [StyledText] {
        block.lines.map { StyledText("    " + document.text($0), .code) }
    }

    // MARK: lists

    private func list(_ block: Block, _ width: Int) -> [StyledText] {
        document.children(of: block).enumerated().flatMap { index, item -> [StyledText] in
            let marker = marker(of: item, index, in: block)
            let indent = String(repeating: " ", count: displayWidth(marker))
            let lines = children(item, width - indent.count)
            return (lines.isEmpty ? [StyledText("")] : lines).enumerated().map { number, line in
                StyledText(number == 0 ? marker : indent) + line
            }
        }
    }

    private func marker(of item: Block, _ index: Int, in list: Block) -> String {
        if let box = item.taskBox { return document.bytes[box] == 0x20 ? "[ ] " : "[x] " }
        return list.isOrdered ? "\(list.start + index). " : "• "
    }

    // MARK: tables

    private func table(_ block: Block, _ width: Int) -> [StyledText] {
        guard let table = document.table(block) else { return [] }
        let rows = ([table.header] + table.rows.map(\.cells)).map { cells in
            table.header.indices.map {
                $0 < cells.count ? InlineText(visibleSource(cells[$0].value)).plain : ""
            }
        }
        let widths = columnWidths(rows, width)
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
        let body = rows.dropFirst().flatMap { row($0, widths, .plain) }
        return row(rows[0], widths, .strong) + [StyledText(rule, .hint)] + body
    }

    /// As wide as the widest cell; where that is too much, the widest columns give way first.
    private func columnWidths(_ rows: [[String]], _ width: Int) -> [Int] {
        var widths = rows[0].indices.map { column in max(1, rows.map { displayWidth($0[column]) }.max() ?? 1)
        }
        let room = width - 3 * (widths.count - 1)
        while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 4
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func row(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> [StyledText] {
        let columns = zip(cells, widths).map { cell, width in wrapped(StyledText(cell, style), width: width) }
        let height = columns.map(\.count).max() ?? 0
        return (0..<max(1, height)).map { line in
            var text = StyledText("")
            for (index, column) in columns.enumerated() {
                if index > 0 { text.append(" │ ", .hint) }
                let cell = line < column.count ? column[line].text : ""
                text.append(padded(cell, to: widths[index]), style)
            }
            return text
        }
    }
}
