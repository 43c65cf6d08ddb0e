import Diagnostics
import LosslessMarkdown

/// Bullets with a question each: `- **Label:** value`; a list field has its items nested below.
package struct KeyedListForm: SectionForm {
    package static let kind = FormKind.keyedList

    package init() {}

    package func shape(of field: Field) -> AnswerShape {
        field.shape.listStyle.map { .list($0, mark: "") } ?? .line
    }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let item = item(of: field, in: place), let label = label(of: item, in: place) else {
            return .absent
        }
        guard let style = field.shape.listStyle else {
            let text = Prose.line(withoutComments(place.document.text(label.valueRange)))
            let range = item.range
            return field.isOpen(text) ? Reading(.open, at: range) : Reading(.answered, .text(text), at: range)
        }
        let inline = Prose.line(withoutComments(place.document.text(label.valueRange)))
        if nestedList(item, in: place) == nil, !inline.isEmpty {
            return field.isOpen(inline)
                ? Reading(.open, at: item.range) : Reading(.answered, .list([inline]), at: item.range)
        }
        let blocks = nestedList(item, in: place).map { [$0] } ?? []
        let reading = ItemsReading(style: style).read(field, in: place, blocks: blocks)
        return Reading(reading.state, reading.content, at: item.range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        guard let item = item(of: field, in: place), let label = label(of: item, in: place) else {
            return added(field, content, in: place)
        }
        guard let style = field.shape.listStyle else {
            var text = field.placeholder
            if case .text(let answer)? = content { text = answer }
            return valueEdit(label, text, in: place)
        }
        if let list = nestedList(item, in: place) {
            return ItemsReading(style: style).edits(field, to: content, in: place, blocks: [list])
        }
        var items = [field.placeholder]
        if case .list(let answer)? = content { items = answer }
        let indent = String(repeating: " ", count: item.contentIndent)
        let lines = ItemsReading(style: style).lines(items, place.values).map { place.ending + indent + $0 }
        let keyEnd = label.valueRange.lowerBound
        return [TextEdit(trimmedEnd(keyEnd, in: place)..<label.valueRange.upperBound, lines.joined())]
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        [fields.flatMap { lines(for: $0, text: $0.placeholder, items: [$0.placeholder], .none) }]
    }

    // MARK: parts

    private func lines(for field: Field, text: String, items: [String], _ values: StateValues) -> [String] {
        guard let style = field.shape.listStyle else { return ["- **\(field.label):** \(text)"] }
        return ["- **\(field.label):**"] + ItemsReading(style: style).lines(items, values).map { "  " + $0 }
    }

    /// A new bullet at the end of the list, or a new list.
    private func added(_ field: Field, _ content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        var text = field.placeholder
        var items = [field.placeholder]
        if case .text(let answer)? = content { text = answer }
        if case .list(let answer)? = content { items = answer }
        let lines = lines(for: field, text: text, items: items, place.values)
        guard let list = place.contentBlocks.last(where: { $0.kind == .list }) else {
            return place.appending(lines)
        }
        let separator = list.isTight ? place.ending : place.ending + place.ending
        let end = list.range.upperBound
        return [TextEdit(end..<end, separator + lines.joined(separator: place.ending))]
    }

    private func valueEdit(_ label: KeyedText, _ text: String, in place: SectionPlace) -> [TextEdit] {
        let start = label.valueRange.lowerBound
        let needsBlank = start > 0 && place.document.bytes[start - 1] != 0x20 && !text.isEmpty
        return Region(document: place.document, range: label.valueRange).edit(to: [
            (needsBlank ? " " : "") + text
        ])
    }

    private func trimmedEnd(_ offset: Int, in place: SectionPlace) -> Int {
        var end = offset
        while end > 0, place.document.bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private func item(of field: Field, in place: SectionPlace) -> Block? {
        return place.contentBlocks.lazy.filter { $0.kind == .list }
            .flatMap { place.document.children(of: $0) }
            .first { item in
                label(of: item, in: place).map { field.names.contains(HeadingName($0.key)) } ?? false
            }
    }

    private func label(of item: Block, in place: SectionPlace) -> KeyedText? {
        guard let first = place.document.children(of: item).first, first.kind == .paragraph else {
            return nil
        }
        guard var keyed = place.document.keyed(first, line: 0, bare: true) else { return nil }
        let end = max(keyed.valueRange.upperBound, first.lines.last?.upperBound ?? 0)
        keyed.valueRange = keyed.valueRange.lowerBound..<end
        return keyed
    }

    private func nestedList(_ item: Block, in place: SectionPlace) -> Block? {
        place.document.children(of: item).first { $0.kind == .list }
    }
}
