import Diagnostics
import LosslessMarkdown

/// A list of names with a list under each. Groups and items that stay keep their bytes.
struct NestedLists {
    let isNumbered: Bool
    /// Groups that the guide offers.
    let names: [String]

    func read(_ field: Field, in place: SectionPlace) -> Reading {
        let blocks = blocks(in: place)
        let lists = lists(in: place)
        guard let list = lists.first, let last = lists.last else {
            return ItemsReading(style: .bullets).read(field, in: place, blocks: blocks)
        }
        guard lists.count == 1, let groups = NestedGroup.all(of: list, in: place.document, names) else {
            let range = list.range.lowerBound..<last.range.upperBound
            return Reading(.answered, .markdown(place.source(range)), at: range)
        }
        let items = groups.flatMap(\.items)
        let answered = groups.map { ContentGroup($0.name, $0.items.filter { !field.isOpen($0) }) }
            .filter { !$0.items.isEmpty }
        guard !answered.isEmpty else { return Reading(.open, at: list.range) }
        let state: AnswerState = items.contains(where: field.isOpen) ? .open : .answered
        return Reading(state, .groups(answered), at: list.range)
    }

    /// Edits to the list; `blank` is what an unanswered one looks like.
    func edits(_ blank: [ContentGroup], to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let lists = lists(in: place)
        switch content {
        case .markdown(let text)?:
            return place.replacing(lists.isEmpty ? blocks(in: place) : lists, with: text)
        case .groups(let groups)?:
            guard lists.count == 1, let list = lists.first,
                let old = NestedGroup.all(of: list, in: place.document, names)
            else {
                return replacing(lines(groups), in: place)
            }
            return edits(to: groups, from: old, list, in: place)
        case nil:
            return replacing(lines(blank), in: place)
        case .text?, .list?, .table?, .whys?, .checklist?, .notApplicable?:
            return nil
        }
    }

    func lines(_ groups: [ContentGroup]) -> [String] {
        let blocks = groups.enumerated().map { lines($0.element, number: $0.offset + 1) }
        return isNumbered ? Array(blocks.joined(separator: [""])) : blocks.flatMap { $0 }
    }

    /// The groups as they read back; items that are in the document stay as they are.
    static func canonical(_ groups: [ContentGroup], beside known: Set<String> = []) -> [ContentGroup] {
        groups.map { group in
            var name = Prose.line(group.name).replacing("*", with: "")
            while name.last == ":" { name.removeLast() }
            let items = group.items.map { known.contains($0) ? $0 : NestedItem.canonical($0) }
            return ContentGroup(name.trimmed, items.filter { !$0.isEmpty })
        }.filter { !$0.items.isEmpty && !$0.name.isEmpty }
    }

    // MARK: writing

    private func lines(_ group: ContentGroup, number: Int) -> [String] {
        lines(group, marker: isNumbered ? "\(number). " : "- ")
    }

    private func lines(_ group: ContentGroup, marker: String) -> [String] {
        let name = isNumbered ? "**\(group.name):**" : "**\(group.name)**"
        let indent = marker.map { _ in " " }.joined()
        return [marker + name] + group.items.flatMap { NestedItem.lines($0).map { indent + $0 } }
    }

    /// The list with its groups turned into others, each of which keeps what it has of them.
    private func edits(
        to groups: [ContentGroup], from old: [NestedGroup], _ list: Block, in place: SectionPlace
    ) -> [TextEdit] {
        let manner = ListManner(list, in: place, isLoose: isNumbered)
        var bytes: [UInt8] = []
        var rest = old
        var last: NestedGroup?
        for (index, group) in groups.enumerated() {
            let number = list.start + index
            let found = rest.firstIndex { $0.name == group.name }
            let kept = found.flatMap {
                rest[$0].bytes(holding: group.items, number: list.isOrdered ? number : nil)
            }
            let present = kept == nil ? nil : found.map { rest[$0] }
            if index > 0 { bytes += manner.gap(between: last, and: present) }
            let indent = index > 0 ? manner.indent : ""
            bytes += kept ?? manner.bytes(lines(group, marker: manner.marker(number)), indent: indent)
            if let found { rest.remove(at: found) }
            last = present
        }
        return Region(document: place.document, range: list.range).edit(to: bytes)
    }

    private func replacing(_ lines: [String], in place: SectionPlace) -> [TextEdit] {
        let text = lines.joined(separator: "\n")
        let lists = lists(in: place)
        guard !lists.isEmpty else {
            let blocks = blocks(in: place)
            if blocks.isEmpty, let first = place.contentBlocks.first {
                let start = first.range.lowerBound
                return [
                    TextEdit(
                        start..<start, text.replacing("\n", with: place.ending) + place.ending + place.ending)
                ]
            }
            return place.replacing(blocks, with: text)
        }
        return place.replacing(lists, with: text)
    }

    // MARK: blocks

    /// All but drawings.
    private func blocks(in place: SectionPlace) -> [Block] {
        place.contentBlocks.filter { $0.kind != .fencedCode }
    }

    private func lists(in place: SectionPlace) -> [Block] { place.contentBlocks.filter { $0.kind == .list } }
}
