import Diagnostics
import LosslessMarkdown

/// One list of items.
package struct ListForm: SectionForm {
    package static let kind = FormKind.list

    package var style: ListStyle
    /// Stands before every item, such as `✅`.
    package var mark: String
    /// Items a new document shows to be filled in.
    package var items: [String]
    /// A paragraph above the list in a new document.
    package var intro: String
    /// What the key of an item is checked as.
    package var keyKind: AnswerKind

    package init(
        style: ListStyle, mark: String = "", items: [String] = [], intro: String = "",
        keyKind: AnswerKind = .text
    ) {
        self.style = style
        self.mark = mark
        self.items = items
        self.intro = intro
        self.keyKind = keyKind
    }

    package func shape(of field: Field) -> AnswerShape { .list(style, mark: mark) }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        ItemsReading(style: style, mark: mark, samples: items).read(
            field, in: place, blocks: place.contentBlocks)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        ItemsReading(style: style, mark: mark, samples: items).edits(
            field, to: content, in: place, blocks: place.contentBlocks)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        let lines = fields.flatMap { ItemsReading(style: style, mark: mark, samples: items).blank($0) }
        return (intro.isEmpty ? [] : [[intro]]) + [lines]
    }
}

/// Reading and writing the list among some blocks of a section.
struct ItemsReading {
    let style: ListStyle
    var mark = ""
    var samples: [String] = []

    func read(_ field: Field, in place: SectionPlace, blocks: [Block]) -> Reading {
        let lists = blocks.filter { $0.kind == .list }
        guard let first = lists.first, let last = lists.last else {
            return readWithoutList(field, in: place, blocks)
        }
        let values = lists.flatMap { content($0, in: place).values }
        let range = first.range.lowerBound..<last.range.upperBound
        let known = field.takesAnyText ? [] : samples.map { itemText(place.values).canonical($0) }
        let open = values.count { field.isOpen($0) || known.contains($0) }
        guard open < values.count else { return Reading(.open, at: range) }
        let isHalfFilled = open > 0 || values.contains { isKeyAlone($0, field) }
        return Reading(isHalfFilled ? .open : .answered, .list(values), at: range)
    }

    func edits(_ field: Field, to content: FormContent?, in place: SectionPlace, blocks: [Block])
        -> [TextEdit]?
    {
        let wanted: [String]
        switch content {
        case .list(let items)?: wanted = items
        case nil: wanted = samples.isEmpty ? [field.placeholder] : samples
        case .markdown(let text)?: return place.replacing(blocks, with: text)
        case .text?, .table?, .groups?, .whys?, .checklist?, .notApplicable?: return nil
        }
        let lists = blocks.filter { $0.kind == .list }
        guard let list = lists.first else {
            let lines = lines(wanted, place.values)
            if content == nil { return place.replacing(blocks, with: lines.joined(separator: "\n")) }
            guard let last = blocks.last else { return place.appending(lines) }
            return place.inserting(lines, after: last.range.upperBound)
        }
        let intro = content == nil ? [] : place.removingIntro(before: list)
        let contents = lists.map { self.content($0, in: place) }
        let parts = wanted.shared(among: contents.map(\.values))
        return intro + zip(contents, parts).flatMap { $0.edits(to: $1) }
    }

    func blank(_ field: Field) -> [String] {
        lines(samples.isEmpty ? [field.placeholder] : samples, nil)
    }

    /// A new list.
    func lines(_ items: [String], _ values: StateValues?) -> [String] {
        let text = itemText(values)
        return items.enumerated().flatMap { index, item -> [String] in
            let marker = style.isNumbered ? "\(index + 1). " : "- "
            let indent = marker.map { _ in " " }.joined()
            let lines = text.document(item).split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().map {
                $0.offset == 0 ? marker + $0.element : $0.element.isEmpty ? "" : indent + $0.element
            }
        }
    }

    // MARK: parts

    private func content(_ list: Block, in place: SectionPlace) -> ListContent {
        ListContent(document: place.document, list: list, text: itemText(place.values))
    }

    private func itemText(_ values: StateValues?) -> ListItemText {
        ListItemText(style: style, mark: mark, values: values ?? .none)
    }

    /// `Runbook: [Link]`
    private func isKeyAlone(_ value: String, _ field: Field) -> Bool {
        guard style.isKeyed, let colon = value.place(of: ": ") else { return false }
        return field.isOpen(String(value[colon.upperBound...]))
    }

    /// Text in the place of a list: a placeholder, a reason, or something that does not fit.
    private func readWithoutList(_ field: Field, in place: SectionPlace, _ blocks: [Block]) -> Reading {
        guard let first = blocks.first, let last = blocks.last else {
            return Reading(.open, at: place.section.body)
        }
        let range = first.range.lowerBound..<last.range.upperBound
        let text = place.source(range)
        return field.isOpen(withoutComments(text))
            ? Reading(.open, at: range) : Reading(.answered, .markdown(text), at: range)
    }
}

extension StateValues {
    /// For a blank start, where no state is written.
    static let none = StateValues(notApplicable: "", unknown: "", unknownToAll: "")
}
