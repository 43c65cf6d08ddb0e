import Diagnostics
import LosslessMarkdown

/// Boxes to tick: `- [ ] text`; an item without a box is one that is not ticked.
package struct ChecklistForm: SectionForm {
    package static let kind = FormKind.checklist

    /// The boxes of a new document.
    package var items: [String]

    package init(items: [String]) { self.items = items }

    package func shape(of field: Field) -> AnswerShape { .checklist }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let list = list(in: place) else {
            return ItemsReading(style: .bullets).read(field, in: place, blocks: place.contentBlocks)
        }
        let present = boxes(list, in: place)
        let isOpen = present.allSatisfy { box in
            !box.isDone && (!field.takesAnyText && items.contains(box.text) || field.isOpen(box.text))
        }
        return isOpen
            ? Reading(.open, at: list.range) : Reading(.answered, .checklist(present), at: list.range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        var wanted = items.map { ChecklistItem($0, isDone: false) }
        switch content {
        case .checklist(let items)?: wanted = items
        case nil: break
        case .markdown(let text)?: return place.replacing(place.contentBlocks, with: text)
        case .text?, .list?, .table?, .groups?, .whys?, .notApplicable?: return nil
        }
        guard let list = list(in: place), content != nil || hasBoxes(list, in: place) else {
            let lines = wanted.map { "- [\($0.isDone ? "x" : " ")] \($0.text)" }
            let present = list(in: place).map { [$0] } ?? place.contentBlocks
            return place.replacing(present, with: lines.joined(separator: "\n"))
        }
        return listContent(list, in: place).edits(to: wanted.map(\.text), boxes: wanted.map(\.isDone))
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] { [items.map { "- [ ] \($0)" }] }

    private func list(in place: SectionPlace) -> Block? {
        let lists = place.contentBlocks.filter { $0.kind == .list }
        return lists.first { hasBoxes($0, in: place) } ?? lists.first
    }

    private func hasBoxes(_ list: Block, in place: SectionPlace) -> Bool {
        place.document.children(of: list).contains { $0.taskBox != nil }
    }

    private func boxes(_ list: Block, in place: SectionPlace) -> [ChecklistItem] {
        let content = listContent(list, in: place)
        return zip(content.values, content.boxes).map { ChecklistItem($0, isDone: $1 ?? false) }
    }

    private func listContent(_ list: Block, in place: SectionPlace) -> ListContent {
        ListContent(
            document: place.document, list: list,
            text: ListItemText(style: .bullets, mark: "", values: place.values))
    }
}

extension SectionPlace {
    /// The section's blocks as a whole, for content that stands in the place of its form.
    func replacing(_ lines: [String]) -> [TextEdit] {
        guard let first = contentBlocks.first, let last = contentBlocks.last else { return appending(lines) }
        return Region(document: document, range: first.range.lowerBound..<last.range.upperBound).edit(
            to: lines)
    }
}
