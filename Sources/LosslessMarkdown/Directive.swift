import Diagnostics

/// A comment that speaks to the program: `<!-- debrief:keep CATEGORY reason -->`.
package struct Directive: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case guide(String)
        /// The findings of a category that a person decided to keep, in the block the comment stands in.
        case keep(category: String, reason: String)
        /// From here on a category, or nil for all, is not spoken of.
        case off(category: String?)
        case on(category: String?)
        /// A word the program does not know, or one that lacks its object.
        case unknown(String)
    }

    /// The words that a comment may begin with.
    package static let words = ["guide", "keep", "off", "on"]

    package var kind: Kind
    package var range: Range<Int>

    init(_ words: [Substring], _ range: Range<Int>) {
        self.range = range
        let object = words.count > 1 ? String(words[1]) : nil
        switch (words.first, object) {
        case ("guide", let name?): kind = .guide(name)
        case ("keep", let category?):
            kind = .keep(category: category, reason: words.dropFirst(2).joined(separator: " "))
        case ("off", _): kind = .off(category: object)
        case ("on", _): kind = .on(category: object)
        default: kind = .unknown(words.first.map(String.init) ?? "")
        }
    }

    /// The comment that keeps a finding. A reason cannot end the comment, nor the cell it may stand in.
    package static func keeping(_ category: String, reason: String) -> String {
        let words = reason.replacing("--", with: "–").replacing("|", with: "/").split(
            whereSeparator: \.isWhitespace)
        return (["<!-- debrief:keep", category] + words.map(String.init) + ["-->"]).joined(separator: " ")
    }
}

extension MarkdownDocument {
    /// In document order; code, front matter and what is escaped are not looked into.
    package var directives: [Directive] { placedDirectives.map(\.directive) }

    /// Each with the leaf it stands in, by its place in the tree.
    var placedDirectives: [(directive: Directive, leaf: Int)] {
        var needles = directiveWords[...]
        guard !needles.isEmpty else { return [] }
        return tree.bytes.withUnsafeBufferPointer { bytes in
            var found: [(directive: Directive, leaf: Int)] = []
            for (index, node) in tree.nodes.enumerated() where node.mayHoldDirectives {
                needles = needles.drop { $0 < node.start }
                guard let needle = needles.first else { break }
                guard needle < node.end else { continue }
                var reader = CommentReader(bytes, Int(node.start)..<Int(node.end), isHTML: node.kind == .html)
                found += reader.directives().map { ($0, index) }
            }
            return found
        }
    }

    /// Puts a comment at the end of the cell, item, paragraph or heading around an offset; nil where the place takes none.
    package func insertingComment(_ comment: String, at offset: Int) -> TextEdit? {
        let block = block(at: offset)
        switch block.kind {
        case .paragraph, .heading, .tableCell:
            guard let end = block.lines.last?.upperBound else { return nil }
            return TextEdit(end..<end, " " + comment)
        default:
            return nil
        }
    }
}

extension BlockNode {
    fileprivate var mayHoldDirectives: Bool {
        switch kind {
        case .heading, .paragraph, .tableCell, .html: true
        case .document, .frontMatter, .blockQuote, .list, .listItem, .thematicBreak, .fencedCode,
            .indentedCode, .table, .tableRow, .linkReference:
            false
        }
    }
}
