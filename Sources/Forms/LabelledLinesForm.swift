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
        guard let label = LabelledLine(of: field, in: place) else { return readElsewhere(field, in: place) }
        if let style = field.shape.listStyle { return read(style, field, label, in: place) }
        let range = label.value
        let source = withoutComments(place.document.text(range))
        let text = field.shape == .prose ? Prose.text(of: range, in: place.document) : Prose.line(source)
        return field.isOpen(text) ? Reading(.open, at: range) : Reading(.answered, .text(text), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        guard let label = LabelledLine(of: field, in: place) else {
            if let bullets = bullets(field, in: place) { return bullets.edits(field, to: content, in: place) }
            if let headed = headed(field, in: place) { return edits(field, to: content, below: headed) }
            return place.appending(added(field, content, place.values))
        }
        if let style = field.shape.listStyle {
            if let list = label.list {
                return ItemsReading(style: style).edits(field, to: content, in: place, blocks: [list])
            }
            let lines = ItemsReading(style: style).lines(items(content, field), place.values)
            return replacing(label.value, with: lines, in: place)
        }
        let range = label.value
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

    // MARK: other places

    private func readElsewhere(_ field: Field, in place: SectionPlace) -> Reading {
        if let bullets = bullets(field, in: place) { return bullets.read(field, in: place) }
        guard let headed = headed(field, in: place) else { return .absent }
        guard let style = field.shape.listStyle else { return ProseForm().read(field, in: headed) }
        return ItemsReading(style: style).read(field, in: headed, blocks: headed.contentBlocks)
    }

    private func edits(_ field: Field, to content: FormContent?, below headed: SectionPlace) -> [TextEdit]? {
        guard let style = field.shape.listStyle else {
            return ProseForm().edits(field, to: content, in: headed)
        }
        return ItemsReading(style: style).edits(field, to: content, in: headed, blocks: headed.contentBlocks)
    }

    /// Where the label stands in a bullet.
    private func bullets(_ field: Field, in place: SectionPlace) -> KeyedListForm? {
        guard field.shape != .prose, lead.isEmpty, !isAfterBreak else { return nil }
        return KeyedListForm().read(field, in: place).state == .absent ? nil : KeyedListForm()
    }

    /// Where the label is a heading of its own, below the section or beside it.
    private func headed(_ field: Field, in place: SectionPlace) -> SectionPlace? {
        guard !isAfterBreak else { return nil }
        let sections = place.document.sections
        let beside = place.section.level > 2 ? place.section.parent.map { sections[$0].children } ?? [] : []
        let found = (place.section.children + beside).first {
            $0 != place.section.id && field.names.contains(HeadingName(sections[$0].title))
        }
        return found.map {
            SectionPlace(document: place.document, section: sections[$0], values: place.values)
        }
    }

    // MARK: lists

    /// The list below the label; without one, what stands on its line is the only item.
    private func read(_ style: ListStyle, _ field: Field, _ label: LabelledLine, in place: SectionPlace)
        -> Reading
    {
        let range = label.value
        let whole = label.line.lowerBound..<(label.list?.range.upperBound ?? range.upperBound)
        let text = Prose.line(withoutComments(place.document.text(range)))
        if label.list == nil, !text.isEmpty {
            return field.isOpen(text)
                ? Reading(.open, at: whole) : Reading(.answered, .list([text]), at: whole)
        }
        let reading = ItemsReading(style: style).read(
            field, in: place, blocks: label.list.map { [$0] } ?? [])
        return Reading(reading.state, reading.content, at: whole)
    }

    /// A list below the label in the place of what stood on its line.
    private func replacing(_ value: Range<Int>, with lines: [String], in place: SectionPlace) -> [TextEdit] {
        place.inserting(lines, after: value.upperBound).map { edit in
            var start = value.lowerBound
            while start > 0, place.document.bytes[start - 1] == 0x20 { start -= 1 }
            return TextEdit(start..<edit.range.upperBound, edit.replacement)
        }
    }

    // MARK: parts

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
