import Diagnostics

/// A comment that speaks to the program: `<!-- debrief:keep CATEGORY reason -->`.
package struct Directive: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case guide(String)
        /// The findings of a category that a person decided to keep, in the block the comment stands in.
        case keep(category: String, reason: String)
        case off
        case on
        case unknown(String)
    }

    package var kind: Kind
    package var range: Range<Int>

    init(_ words: [Substring], _ range: Range<Int>) {
        self.range = range
        switch words.first {
        case "guide" where words.count > 1: kind = .guide(String(words[1]))
        case "keep" where words.count > 1:
            kind = .keep(category: String(words[1]), reason: words.dropFirst(2).joined(separator: " "))
        case "off": kind = .off
        case "on": kind = .on
        default: kind = .unknown(words.first.map(String.init) ?? "")
        }
    }
}

extension MarkdownDocument {
    /// In document order; code is not looked into.
    package var directives: [Directive] {
        let opening = Array("<!-- debrief:".utf8)
        var found: [Directive] = []
        var at = 0
        while let start = bytes.firstRange(of: opening, from: at) {
            at = start + opening.count
            guard let end = bytes.firstRange(of: Array("-->".utf8), from: at) else { break }
            let kind = block(at: start).kind
            if kind != .fencedCode, kind != .indentedCode {
                found.append(Directive(text(at..<end).split(separator: " "), start..<(end + 3)))
            }
            at = end + 3
        }
        return found
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

extension [UInt8] {
    /// Where a pattern begins at or after an offset.
    fileprivate func firstRange(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var at = start
        while at <= count - pattern.count {
            guard let candidate = self[at...(count - pattern.count)].firstIndex(of: first) else { return nil }
            if self[candidate..<(candidate + pattern.count)].elementsEqual(pattern) { return candidate }
            at = candidate + 1
        }
        return nil
    }
}
