/// The prose of one heading, paragraph, item or cell as plain text, with a way back to the exact bytes of the source.
///
/// Markup, comments, HTML tags and link addresses are left out. Where something stood that is no prose (code, a bare
/// address, a placeholder in brackets) there is a single byte `hole`; a `<br>` is a `lineBreak`.
package struct ProseText: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case heading
        case paragraph
        case item
        case cell
    }

    @inlinable package static var hole: UInt8 { 0x01 }
    @inlinable package static var lineBreak: UInt8 { 0x02 }

    package internal(set) var kind = Kind.paragraph
    /// The block's place in the document.
    package internal(set) var range = 0..<0
    package internal(set) var bytes: [UInt8] = []
    var runs: [ProseRun] = []

    /// The bytes of the source from which a stretch of the text was taken.
    package func source(of stretch: Range<Int>) -> Range<Int> {
        let start = source(stretch.lowerBound)
        guard !stretch.isEmpty else { return start..<start }
        return start..<max(start, source(stretch.upperBound - 1) + 1)
    }

    package func source(_ offset: Int) -> Int {
        guard !runs.isEmpty else { return range.lowerBound }
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].flat) <= offset { low = middle } else { high = middle }
        }
        return Int(runs[low].source) + offset - Int(runs[low].flat)
    }
}

/// From here on, to the next run, text and source go in step.
struct ProseRun: Sendable {
    var flat: Int32
    var source: Int32
}

extension MarkdownDocument {
    /// Gives the prose of each block in document order, those that touch a range where one is named. Block quotes,
    /// code, HTML, references and front matter are left out. The text is one buffer, used again for every block.
    package func forEachProse(within range: Range<Int>? = nil, _ body: (borrowing ProseText) -> Void) {
        tree.bytes.withUnsafeBufferPointer { source in
            var flattener = ProseFlattener(source)
            var quoteEnd: Int32 = 0
            for node in tree.nodes {
                if node.kind == .blockQuote { quoteEnd = max(quoteEnd, node.end) }
                guard let kind = proseKind(of: node), node.start >= quoteEnd, node.firstLine < node.lastLine,
                    range.map({ Int(node.start) <= $0.upperBound && $0.lowerBound <= Int(node.end) }) ?? true
                else { continue }
                flattener.text.kind = kind
                flattener.text.range = Int(node.start)..<Int(max(node.start, node.end))
                flattener.flatten(tree.segments[Int(node.firstLine)..<Int(node.lastLine)])
                body(flattener.text)
            }
        }
    }

    /// The prose of each block by itself, for callers that keep it.
    package func prose(within range: Range<Int>? = nil) -> [ProseText] {
        var texts: [ProseText] = []
        forEachProse(within: range) { texts.append(copy $0) }
        return texts
    }

    private func proseKind(of node: BlockNode) -> ProseText.Kind? {
        switch node.kind {
        case .heading: .heading
        case .tableCell: .cell
        case .paragraph:
            node.parent >= 0 && tree.nodes[Int(node.parent)].kind == .listItem ? .item : .paragraph
        case .document, .frontMatter, .blockQuote, .list, .listItem, .thematicBreak, .fencedCode,
            .indentedCode, .html, .table, .tableRow, .linkReference:
            nil
        }
    }
}
