import LosslessMarkdown

/// A block tree in a form that two parsers can be brought to, one entry a block.
struct Outline: Equatable {
    struct Entry: Equatable {
        var depth: Int
        var name: String
        var text: Text
        /// From 1.
        var lines: ClosedRange<Int>
    }

    enum Text: Equatable {
        case none
        /// Letters and digits alone, since what stands between them is inline Markdown.
        case words([UInt8])
        case raw([[UInt8]])
    }

    var entries: [Entry] = []

    /// A picture: nesting as indentation, then the kind, and what it holds.
    var picture: [String] { entries.map(\.picture) }

    static func words(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }

    /// Lines without their endings; a tab that is used up in parts may stand at the start, so blanks there do not count.
    static func rawLines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            if byte == 0x0A || byte == 0x0D { lines.append([]) } else { lines[lines.count - 1].append(byte) }
        }
        if lines.last == [] { lines.removeLast() }
        return lines.map { Array($0.drop { $0 == 0x20 || $0 == 0x09 }) }
    }
}

extension Outline.Entry {
    var picture: String {
        let indent = String(repeating: "  ", count: depth)
        switch text {
        case .none: return indent + name
        case .words(let words): return indent + name + ": " + String(decoding: words, as: UTF8.self)
        case .raw(let lines):
            return ([indent + name] + lines.map { indent + "  | " + String(decoding: $0, as: UTF8.self) })
                .joined(separator: "\n")
        }
    }
}

extension Outline.Entry {
    var pictureWithoutWords: String {
        if case .words = text { return String(repeating: "  ", count: depth) + name }
        return picture
    }
}

extension Outline {
    /// The scanner's reading. Front matter and link definitions are no blocks to libcmark-gfm.
    init(_ document: MarkdownDocument) {
        add(childrenOf: document.blocks[0], of: document, at: 0)
    }

    private mutating func add(childrenOf block: Block, of document: MarkdownDocument, at depth: Int) {
        for child in document.children(of: block) {
            guard let name = Self.name(child, in: document) else { continue }
            let first = document.position(of: child.range.lowerBound).line
            let last = document.position(of: max(child.range.lowerBound, child.range.upperBound - 1)).line
            entries.append(
                Entry(depth: depth, name: name, text: Self.text(child, in: document), lines: first...last))
            if child.kind == .tableRow {
                addCells(of: child, columns: document.columns(of: block), of: document, at: depth + 1)
            } else {
                add(childrenOf: child, of: document, at: depth + 1)
            }
        }
    }

    /// As many cells as the header has: missing ones are empty, and further ones are left out.
    private mutating func addCells(of row: Block, columns: Int, of document: MarkdownDocument, at depth: Int)
    {
        let cells = document.children(of: row)
        let line = document.position(of: row.range.lowerBound).line
        for column in 0..<columns {
            let text = column < cells.count ? Self.text(cells[column], in: document) : .words([])
            entries.append(Entry(depth: depth, name: "cell", text: text, lines: line...line))
        }
    }

    private static func name(_ block: Block, in document: MarkdownDocument) -> String? {
        switch block.kind {
        case .document, .frontMatter, .linkReference: nil
        case .blockQuote: "quote"
        case .list: listName(block)
        case .listItem: block.taskBox.map { document.bytes[$0] == 0x20 ? "task open" : "task done" } ?? "item"
        case .heading: "heading \(block.headingLevel)"
        case .paragraph: "paragraph"
        case .thematicBreak: "break"
        case .fencedCode: "fenced code"
        case .indentedCode: "indented code"
        case .html: "html"
        case .table: "table \(document.columns(of: block))"
        case .tableRow: block.isHeader ? "header" : "row"
        case .tableCell: "cell"
        }
    }

    private static func listName(_ block: Block) -> String {
        let tightness = block.isTight ? "tight" : "loose"
        guard block.isOrdered else { return "bullets \(tightness)" }
        return "numbers \(block.start)\(Character(UnicodeScalar(block.marker))) \(tightness)"
    }

    private static func text(_ block: Block, in document: MarkdownDocument) -> Text {
        let lines = block.lines.map { document.bytes[$0] }
        switch block.kind {
        case .heading, .paragraph, .tableCell: return .words(words(readable(lines.joined())))
        case .fencedCode, .indentedCode, .html:
            return .raw(lines.map { readable($0.drop { $0 == 0x20 || $0 == 0x09 }) })
        default: return .none
        }
    }

    /// NUL reads as U+FFFD.
    private static func readable(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
}

extension MarkdownDocument {
    fileprivate func columns(of table: Block) -> Int {
        children(of: table).first.map { children(of: $0).count } ?? 0
    }
}
