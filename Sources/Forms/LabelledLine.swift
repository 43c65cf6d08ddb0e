import LosslessMarkdown

/// Where a label stands, with what goes on behind and below it.
struct LabelledLine {
    let keyed: KeyedText
    let line: Range<Int>
    /// What follows the label's own line and belongs to it: the lines of the same paragraph up to the next label, and
    /// behind the last label of prose the blocks up to one with a label.
    private(set) var rest: Range<Int>?
    /// The list below the label.
    private(set) var list: Block?

    /// The first line with one of the field's names as its label.
    init?(of field: Field, in place: SectionPlace) {
        let blocks = place.contentBlocks
        for (index, block) in blocks.enumerated() where block.kind == .paragraph {
            for line in block.lines.indices {
                guard let keyed = place.document.keyed(block, line: line, bare: false),
                    field.names.contains(HeadingName(keyed.key))
                else { continue }
                (self.keyed, self.line) = (keyed, block.lines[line])
                let isLast = takeLines(of: block, after: line, in: place)
                if isLast { takeBlocks(blocks.dropFirst(index + 1), field, in: place) }
                return
            }
        }
        return nil
    }

    /// From the label's colon to the end of what belongs to it.
    var value: Range<Int> {
        let end = rest?.upperBound ?? keyed.valueRange.upperBound
        return keyed.valueRange.lowerBound..<max(end, keyed.valueRange.upperBound)
    }

    /// Takes the lines without a label of their own; whether they are the last of the paragraph.
    private mutating func takeLines(of block: Block, after line: Int, in place: SectionPlace) -> Bool {
        let following = block.lines.indices.dropFirst(line + 1).prefix {
            place.document.keyed(block, line: $0, bare: false) == nil
        }
        if let first = following.first, let last = following.last {
            rest = block.lines[first].lowerBound..<block.lines[last].upperBound
        }
        return line + following.count == block.lines.count - 1
    }

    private mutating func takeBlocks(_ next: ArraySlice<Block>, _ field: Field, in place: SectionPlace) {
        if field.shape == .prose,
            let end = next.prefix(while: { Self.goesOn($0, in: place) }).last?.range.upperBound
        {
            rest = (rest?.lowerBound ?? keyed.valueRange.upperBound)..<end
        }
        list = next.first.flatMap { $0.kind == .list ? $0 : nil }
    }

    /// A paragraph without a label of its own, a list, a quotation or code, which goes on with what stands before them.
    private static func goesOn(_ block: Block, in place: SectionPlace) -> Bool {
        switch block.kind {
        case .list, .blockQuote, .fencedCode, .indentedCode: return true
        case .paragraph:
            let text = place.document.text(block.range)
            return !(text.hasPrefix("**") && text.hasSuffix("**"))
                && block.lines.indices.allSatisfy {
                    place.document.keyed(block, line: $0, bare: false) == nil
                }
        case .document, .frontMatter, .listItem, .heading, .thematicBreak, .html, .table, .tableRow,
            .tableCell,
            .linkReference:
            return false
        }
    }
}
