import Diagnostics
import LosslessMarkdown

/// Lines with a question each: `**Label:** value`, or a label with a list below it.
package struct LabelledLinesForm: SectionForm {
    package static let kind = FormKind.labelledLines

    /// A line of its own above the labels in a new document.
    package var lead: String
    /// The section has no heading: it follows the document's last rule.
    package var isAfterBreak: Bool

    package init(lead: String = "", isAfterBreak: Bool = false) {
        self.lead = lead
        self.isAfterBreak = isAfterBreak
    }

    package func shape(of field: Field) -> AnswerShape {
        field.shape == .prose ? .prose : field.shape.listStyle.map { .list($0, mark: "") } ?? .line
    }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let label = label(of: field, in: place) else { return .absent }
        if let style = field.shape.listStyle {
            let reading = ItemsReading(style: style).read(
                field, in: place, blocks: label.list.map { [$0] } ?? [])
            let end = label.list?.range.upperBound ?? label.line.upperBound
            return Reading(reading.state, reading.content, at: label.line.lowerBound..<end)
        }
        let range = valueRange(of: label, field)
        let source = withoutComments(place.document.text(range))
        let text = field.shape == .prose ? Prose.text(of: range, in: place.document) : Prose.line(source)
        return field.isOpen(text) ? Reading(.open, at: range) : Reading(.answered, .text(text), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        guard let label = label(of: field, in: place) else {
            return place.appending(added(field, content, place.values))
        }
        if let style = field.shape.listStyle {
            if label.list == nil {
                let lines = ItemsReading(style: style).lines(items(content, field), place.values)
                return place.inserting(lines, after: label.line.upperBound)
            }
            return ItemsReading(style: style).edits(
                field, to: content, in: place, blocks: label.list.map { [$0] } ?? [])
        }
        let range = valueRange(of: label, field)
        let needsBlank = range.lowerBound > 0 && place.document.bytes[range.lowerBound - 1] != 0x20
        let lines = (needsBlank ? " " : "") + text(content, field)
        return Region(document: place.document, range: range)
            .edit(to: lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        var blocks: [[String]] = lead.isEmpty ? [] : [[lead]]
        var run: [String] = []
        for field in fields {
            guard let style = field.shape.listStyle else {
                run.append("**\(field.label):** \(field.placeholder)")
                if field.shape == .prose { (blocks, run) = (blocks + [run], []) }
                continue
            }
            blocks.append(run + ["**\(field.label):**"])
            blocks.append(ItemsReading(style: style).blank(field))
            run = []
        }
        return run.isEmpty ? blocks : blocks + [run]
    }

    // MARK: parts

    /// Where a label stands, with the list below it.
    private struct Label {
        var keyed: KeyedText
        var line: Range<Int>
        /// The lines of the same paragraph after this one, up to the next label.
        var rest: Range<Int>?
        var list: Block?
    }

    private func label(of field: Field, in place: SectionPlace) -> Label? {
        let blocks = place.contentBlocks
        for (index, block) in blocks.enumerated() where block.kind == .paragraph {
            for line in block.lines.indices {
                guard let keyed = place.document.keyed(block, line: line, bare: false),
                    field.names.contains(HeadingName(keyed.key))
                else { continue }
                let following = block.lines.indices.dropFirst(line + 1).prefix {
                    place.document.keyed(block, line: $0, bare: false) == nil
                }
                var rest = following.last.map {
                    block.lines[following.first!].lowerBound..<block.lines[$0].upperBound
                }
                guard line + following.count == block.lines.count - 1 else {
                    return Label(keyed: keyed, line: block.lines[line], rest: rest)
                }
                let next = blocks.dropFirst(index + 1)
                if field.shape == .prose,
                    let end = next.prefix(while: { isPlain($0, in: place) }).last?.range.upperBound
                {
                    rest = (rest?.lowerBound ?? keyed.valueRange.upperBound)..<end
                }
                let list = next.first.flatMap { $0.kind == .list ? $0 : nil }
                return Label(keyed: keyed, line: block.lines[line], rest: rest, list: list)
            }
        }
        return nil
    }

    /// A paragraph without a label of its own, which goes on with what stands before it.
    private func isPlain(_ block: Block, in place: SectionPlace) -> Bool {
        block.kind == .paragraph
            && block.lines.indices.allSatisfy { place.document.keyed(block, line: $0, bare: false) == nil }
    }

    private func valueRange(of label: Label, _ field: Field) -> Range<Int> {
        let end = label.rest?.upperBound ?? label.keyed.valueRange.upperBound
        return label.keyed.valueRange.lowerBound..<max(end, label.keyed.valueRange.upperBound)
    }

    private func added(_ field: Field, _ content: FormContent?, _ values: StateValues) -> [String] {
        guard let style = field.shape.listStyle else {
            return ["**\(field.label):** \(text(content, field))"]
        }
        return ["**\(field.label):**", ""] + ItemsReading(style: style).lines(items(content, field), values)
    }

    private func text(_ content: FormContent?, _ field: Field) -> String {
        if case .text(let text)? = content { return text }
        return field.placeholder
    }

    private func items(_ content: FormContent?, _ field: Field) -> [String] {
        if case .list(let items)? = content { return items }
        return [field.placeholder]
    }
}
