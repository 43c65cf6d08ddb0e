import Diagnostics
import LosslessMarkdown

/// Named groups with a list under each: `1. **Testing:**` and bullets.
package struct NumberedGroupsForm: SectionForm {
    package static let kind = FormKind.numberedGroups

    /// Offered in turn; a document may have others.
    package var groups: [String]

    package init(groups: [String] = []) { self.groups = groups }

    package func shape(of field: Field) -> AnswerShape {
        .groups(groups.map { OfferedGroup($0) }, isOpen: true)
    }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        NestedLists(isNumbered: true).read(field, in: place)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        NestedLists(isNumbered: true).edits(blank(field), to: content, in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        fields.map { NestedLists(isNumbered: true).lines(blank($0)) }
    }

    private func blank(_ field: Field) -> [ContentGroup] {
        (groups.isEmpty ? [field.placeholder] : groups).map { ContentGroup($0, [field.placeholder]) }
    }
}

/// A list of names with a list under each, read and written as a whole.
struct NestedLists {
    let isNumbered: Bool

    func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let list = list(in: place) else {
            return ItemsReading(style: .bullets).read(
                field, in: place, blocks: place.contentBlocks.filter { $0.kind != .fencedCode })
        }
        guard let groups = groups(of: list, in: place) else {
            return Reading(.answered, .markdown(place.document.text(list.range)), at: list.range)
        }
        let answered = groups.map { ContentGroup($0.name, $0.items.filter { !field.isOpen($0) }) }.filter {
            !$0.items.isEmpty
        }
        return answered.isEmpty
            ? Reading(.open, at: list.range) : Reading(.answered, .groups(answered), at: list.range)
    }

    /// Edits to the list; `blank` is what an unanswered one looks like.
    func edits(_ blank: [ContentGroup], to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        switch content {
        case .markdown(let text)?:
            return replacing([text], in: place)
        case .groups(let groups)?:
            return replacing(lines(groups), in: place)
        case nil:
            return replacing(lines(blank), in: place)
        case .text?, .list?, .table?, .whys?, .checklist?, .notApplicable?:
            return nil
        }
    }

    func lines(_ groups: [ContentGroup]) -> [String] {
        let blocks = groups.enumerated().map { index, group -> [String] in
            let marker = isNumbered ? "\(index + 1). " : "- "
            let name = isNumbered ? "**\(group.name):**" : "**\(group.name)**"
            let indent = marker.map { _ in " " }.joined()
            return [marker + name] + group.items.map { "\(indent)- \($0)" }
        }
        return isNumbered ? Array(blocks.joined(separator: [""])) : blocks.flatMap { $0 }
    }

    static func canonical(_ groups: [ContentGroup]) -> [ContentGroup] {
        groups.map { group in
            var name = Prose.line(group.name).replacing("*", with: "")
            while name.last == ":" { name.removeLast() }
            return ContentGroup(
                name.trimmed, group.items.map { Escaping.itemLine(Prose.line($0)) }.filter { !$0.isEmpty })
        }.filter { !$0.items.isEmpty && !$0.name.isEmpty }
    }

    private func replacing(_ lines: [String], in place: SectionPlace) -> [TextEdit] {
        if let list = list(in: place) {
            return Region(document: place.document, range: list.range).edit(to: lines)
        }
        if let first = place.contentBlocks.first {
            if first.kind == .paragraph {
                return Region(document: place.document, range: first.range).edit(to: lines)
            }
            let start = first.range.lowerBound
            return [
                TextEdit(start..<start, lines.joined(separator: place.ending) + place.ending + place.ending)
            ]
        }
        return place.appending(lines)
    }

    private func list(in place: SectionPlace) -> Block? { place.contentBlocks.first { $0.kind == .list } }

    /// Nil where an item is anything else than a name and one flat list.
    private func groups(of list: Block, in place: SectionPlace) -> [ContentGroup]? {
        var groups: [ContentGroup] = []
        for item in place.document.children(of: list) {
            let blocks = place.document.children(of: item)
            guard let name = blocks.first, name.kind == .paragraph, blocks.count <= 2 else { return nil }
            let items = blocks.count == 2 ? place.document.children(of: blocks[1]) : []
            guard blocks.count == 1 || blocks[1].kind == .list else { return nil }
            guard
                items.allSatisfy({ item in
                    place.document.children(of: item).allSatisfy { $0.kind == .paragraph }
                })
            else {
                return nil
            }
            let texts = items.map { Prose.line(withoutComments(place.document.itemText($0))) }
            groups.append(ContentGroup(Self.bareName(place.document.text(name.range)), texts))
        }
        return groups
    }

    private static func bareName(_ source: String) -> String {
        var name = withoutComments(source).filter { $0 != "*" }.trimmed
        while name.last == ":" { name.removeLast() }
        return name.trimmed
    }
}
