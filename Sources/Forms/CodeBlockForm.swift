import Diagnostics
import LosslessMarkdown

/// A fenced block: logs, a diff. What is inside is taken as it is.
package struct CodeBlockForm: SectionForm {
    package static let kind = FormKind.codeBlock

    /// The language after the fence.
    package var info: String
    /// A placeholder paragraph above the block in a new document.
    package var intro: String

    package init(info: String = "", intro: String = "") {
        self.info = info
        self.intro = intro
    }

    package func shape(of field: Field) -> AnswerShape { .code }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let fence = fence(in: place) else {
            let reading = ProseForm().read(field, in: place)
            guard case .text(let text)? = reading.content else { return reading }
            return Reading(.answered, .markdown(text), at: reading.place)
        }
        let text = fence.lines.map { place.document.text($0) }.joined(separator: "\n")
        return field.isOpen(text)
            ? Reading(.open, at: fence.range)
            : Reading(.answered, .text(Self.canonical(text)), at: fence.range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let lines: [String]
        switch content {
        case .text(let code)?: lines = block(code)
        case .markdown(let text)?: return place.replacing([text])
        case nil: lines = block(field.placeholder)
        case .list?, .table?, .groups?, .whys?, .checklist?, .notApplicable?: return nil
        }
        guard let fence = fence(in: place) else { return place.replacing(lines) }
        let start = place.document.lineRange(containing: fence.range.lowerBound).lowerBound
        let indent = place.document.text(start..<fence.range.lowerBound)
        return (content == nil ? [] : place.removingIntro(before: fence))
            + Region(document: place.document, range: fence.range).edit(
                to: kept(lines, fence, in: place), indent: indent)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        (intro.isEmpty ? [] : [[intro]]) + fields.map { block($0.placeholder) }
    }

    /// Code as it reads back once written: no blank lines around it, no control characters but tabs.
    static func canonical(_ text: String) -> String {
        var lines = Escaping.code(text).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private func block(_ text: String) -> [String] {
        let fence = String(repeating: "`", count: Escaping.fenceLength(for: text))
        return [fence + info] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            + [fence]
    }

    /// The document's own fence line stays where it still fits.
    private func kept(_ lines: [String], _ fence: Block, in place: SectionPlace) -> [String] {
        guard let info = fence.info else { return lines }
        let named = place.document.text(info).trimmed
        return [lines[0].prefix { $0 == "`" } + (named.isEmpty ? self.info : named)] + lines.dropFirst()
    }

    private func fence(in place: SectionPlace) -> Block? {
        place.contentBlocks.first { $0.kind == .fencedCode }
    }
}
