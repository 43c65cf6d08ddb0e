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
        guard let list = list(among: blocks) else { return readWithoutList(field, in: place, blocks) }
        let values = content(list, in: place).values
        let isOpen = values.allSatisfy { field.isOpen($0) || isSample($0, place.values) }
        return isOpen ? Reading(.open, at: list.range) : Reading(.answered, .list(values), at: list.range)
    }

    func edits(_ field: Field, to content: FormContent?, in place: SectionPlace, blocks: [Block])
        -> [TextEdit]?
    {
        let wanted: [String]
        switch content {
        case .list(let items)?: wanted = items
        case nil: wanted = samples.isEmpty ? [field.placeholder] : samples
        case .text?, .table?, .groups?, .whys?, .checklist?, .notApplicable?, .markdown?: return nil
        }
        guard let list = list(among: blocks) else {
            let lines = lines(wanted, place.values)
            guard let last = blocks.last else { return place.appending(lines) }
            return place.inserting(lines, after: last.range.upperBound)
        }
        let intro = content == nil ? [] : place.removingIntro(before: list)
        return intro + self.content(list, in: place).edits(to: wanted)
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

    private func list(among blocks: [Block]) -> Block? { blocks.first { $0.kind == .list } }

    private func content(_ list: Block, in place: SectionPlace) -> ListContent {
        ListContent(document: place.document, list: list, text: itemText(place.values))
    }

    private func itemText(_ values: StateValues?) -> ListItemText {
        ListItemText(style: style, mark: mark, values: values ?? .none)
    }

    private func isSample(_ value: String, _ values: StateValues) -> Bool {
        samples.contains { itemText(values).canonical($0) == value }
    }

    /// Text in the place of a list: a placeholder, a reason, or something that does not fit.
    private func readWithoutList(_ field: Field, in place: SectionPlace, _ blocks: [Block]) -> Reading {
        guard let first = blocks.first, let last = blocks.last else {
            return Reading(.open, at: place.section.body)
        }
        let range = first.range.lowerBound..<last.range.upperBound
        let text = Prose.text(of: range, in: place.document)
        return field.isOpen(text) ? Reading(.open, at: range) : Reading(.answered, .markdown(text), at: range)
    }
}

extension StateValues {
    /// For a blank start, where no state is written.
    static let none = StateValues(notApplicable: "", unknown: "", unknownToAll: "")
}
