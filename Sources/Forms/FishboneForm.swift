import Diagnostics
import LosslessMarkdown

/// Causes by category. The list is the truth; the drawing below it is worked out from the list, and left alone
/// once a person has changed it.
package struct FishboneForm: SectionForm {
    package static let kind = FormKind.fishbone

    package var categories: [OfferedGroup]
    /// The question whose answer is the head of the fish, as `section.question`.
    package var effect: String
    /// The question whose items are proposed as causes.
    package var from: String
    /// Which category a proposed cause goes to.
    package var askCategory: String

    package init(
        categories: [OfferedGroup], effect: String = "", from: String = "", askCategory: String = ""
    ) {
        self.categories = categories
        self.effect = effect
        self.from = from
        self.askCategory = askCategory
    }

    package func shape(of field: Field) -> AnswerShape { .groups(categories, isOpen: true) }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        lists.read(field, in: place)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        guard let edits = lists.edits(blank(field), to: content, in: place) else { return nil }
        var old: [ContentGroup] = []
        if case .groups(let groups)? = read(field, in: place).content { old = groups }
        var new: [ContentGroup] = []
        if case .groups(let groups)? = content { new = groups }
        return edits + drawingEdits(from: old, to: new, in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        fields.map { lists.lines(blank($0)) }
    }

    private var lists: NestedLists { NestedLists(isNumbered: false, names: categories.map(\.name)) }

    private func blank(_ field: Field) -> [ContentGroup] {
        categories.map { ContentGroup($0.name, [field.placeholder]) }
    }

    // MARK: drawing

    /// The drawing with another head, where it is still the one drawn from the list.
    package func redrawing(_ field: Field, from old: String, to new: String, in place: SectionPlace)
        -> [TextEdit]
    {
        guard case .groups(let groups)? = read(field, in: place).content,
            let fence = place.contentBlocks.first(where: {
                $0.kind == .fencedCode && isDrawing(of: groups, old, $0, in: place)
            })
        else { return [] }
        return Region(document: place.document, range: fence.range).edit(to: block(groups, new))
    }

    private func drawingEdits(from old: [ContentGroup], to new: [ContentGroup], in place: SectionPlace)
        -> [TextEdit]
    {
        let fences = place.contentBlocks.filter { $0.kind == .fencedCode }
        guard let fence = fences.first(where: { isDrawing(of: old, place.effect, $0, in: place) }) else {
            return fences.isEmpty && !new.isEmpty ? added(new, in: place) : []
        }
        if new.isEmpty { return [TextEdit(place.withBlankLine(before: fence), "")] }
        return Region(document: place.document, range: fence.range).edit(to: block(new, place.effect))
    }

    private func added(_ groups: [ContentGroup], in place: SectionPlace) -> [TextEdit] {
        guard let last = place.contentBlocks.last else { return [] }
        return place.inserting(block(groups, place.effect), after: last.range.upperBound)
    }

    private func block(_ groups: [ContentGroup], _ effect: String) -> [String] {
        let lines = FishboneDrawing(groups, effect: effect).lines
        let fence = String(repeating: "`", count: Escaping.fenceLength(for: lines.joined(separator: "\n")))
        return [fence + "text"] + lines + [fence]
    }

    /// Whether a fenced block is what was drawn from the list, without a change by hand.
    private func isDrawing(
        of groups: [ContentGroup], _ effect: String, _ fence: Block, in place: SectionPlace
    ) -> Bool {
        guard !groups.isEmpty else { return false }
        return fence.lines.map { place.document.text($0) } == FishboneDrawing(groups, effect: effect).lines
    }
}
