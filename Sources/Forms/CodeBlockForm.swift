import Diagnostics
import LosslessMarkdown

/// A block of code: logs, a diff. What is inside is taken as it is.
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
        let codes = codes(in: place)
        guard codes.count == 1 else { return readOther(field, codes, in: place) }
        let code = codes[0]
        let text = code.lines.map { place.document.text($0) }.joined(separator: "\n")
        return field.isOpenCode(text)
            ? Reading(.open, at: code.range)
            : Reading(.answered, .text(Self.canonical(text)), at: code.range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let lines: [String]
        switch content {
        case .text(let code)?: lines = block(code)
        case .markdown(let text)?: return place.replacing(place.contentBlocks, with: text)
        case nil: lines = block(field.placeholder)
        case .list?, .table?, .groups?, .whys?, .checklist?, .notApplicable?: return nil
        }
        let codes = codes(in: place)
        guard codes.count == 1 else { return place.replacing(lines) }
        let intro = content == nil ? [] : place.removingIntro(before: codes[0])
        return intro + edits(to: lines, instead: codes[0], in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        (intro.isEmpty ? [] : [[intro]]) + fields.map { block($0.placeholder) }
    }

    /// The first lines of what stands beside the one block and is no part of the answer, without placeholders.
    package func beside(_ field: Field, in place: SectionPlace) -> [String] {
        guard codes(in: place).count == 1 else { return [] }
        return place.contentBlocks.compactMap { block in
            guard block.kind != .fencedCode, block.kind != .indentedCode else { return nil }
            let text = withoutComments(place.source(block.range)).trimmed
            guard !text.isEmpty, LosslessMarkdown.placeholder(in: text, choices: []) != .brackets else {
                return nil
            }
            let line = text.prefix { $0 != "\n" }
            return line.count == text.count && line.count <= 80 ? text : line.prefix(80).trimmed + " …"
        }
    }

    /// Code as it reads back once written: no blank lines around it, no control characters but tabs.
    static func canonical(_ text: String) -> String {
        let code = Escaping.code(text)
        // Nothing is to be cut where it begins and ends with signs that show.
        if code.withBytes({ $0.inkOfASCII == $0.indices }) { return code }
        var lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Code that was copied with the fence around it, without that; nil for any other text.
    package static func unfenced(_ text: String) -> String? {
        var lines = canonical(text).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let mark = first.first, mark == "`" || mark == "~", lines.count > 1
        else { return nil }
        let fence = first.prefix { $0 == mark }
        func closes(_ line: Substring) -> Bool { line.count >= fence.count && line.allSatisfy { $0 == mark } }
        guard fence.count >= 3, !first.dropFirst(fence.count).contains("`"),
            lines.dropFirst().firstIndex(where: closes) == lines.count - 1
        else { return nil }
        lines.removeFirst()
        lines.removeLast()
        let code = lines.joined(separator: "\n")
        return code.allSatisfy(\.isWhitespace) ? nil : code
    }

    private func block(_ text: String) -> [String] {
        let fence = String(repeating: "`", count: Escaping.fenceLength(for: text))
        return [fence + info] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            + [fence]
    }

    /// No code or several blocks of it: text that stands there is shown as it is.
    private func readOther(_ field: Field, _ codes: [Block], in place: SectionPlace) -> Reading {
        let reading = codes.isEmpty ? ProseForm().read(field, in: place) : Reading(.answered)
        guard reading.state == .answered, let first = place.contentBlocks.first,
            let last = place.contentBlocks.last
        else { return reading }
        let range = first.range.lowerBound..<last.range.upperBound
        return Reading(.answered, .markdown(place.source(range)), at: range)
    }

    /// A block that is marked by its indentation gives way to a fenced one.
    private func edits(to lines: [String], instead code: Block, in place: SectionPlace) -> [TextEdit] {
        let start = place.document.lineRange(containing: code.range.lowerBound).lowerBound
        guard code.kind == .fencedCode else {
            return Region(document: place.document, range: start..<code.range.upperBound).edit(to: lines)
        }
        let indent = place.document.text(start..<code.range.lowerBound)
        return Region(document: place.document, range: code.range)
            .edit(to: kept(lines, code, in: place), indent: indent)
    }

    /// The document's own fence line stays where it still fits.
    private func kept(_ lines: [String], _ fence: Block, in place: SectionPlace) -> [String] {
        guard let info = fence.info else { return lines }
        let named = place.document.text(info).trimmed
        return [lines[0].prefix { $0 == "`" } + (named.isEmpty ? self.info : named)] + lines.dropFirst()
    }

    private func codes(in place: SectionPlace) -> [Block] {
        place.contentBlocks.filter { $0.kind == .fencedCode || $0.kind == .indentedCode }
    }
}
