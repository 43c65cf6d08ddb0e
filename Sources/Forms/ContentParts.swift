/// An answer as the numbered lines that `:show` lists and `:row n` names.
package struct ContentParts: Sendable {
    private let content: FormContent?

    package init(_ content: FormContent?) { self.content = content }

    /// One line a part; a text's own lines where it is one piece.
    package var lines: [String] {
        switch content {
        case nil: []
        case .text(let text)?, .markdown(let text)?:
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        case .list(let items)?: items
        case .table(let rows)?: rows.map { $0.cells.joined(separator: " | ") }
        case .groups(let groups)?: groups.flatMap(\.items)
        case .whys(let forest)?: forest.paths.compactMap { forest[$0]?.text }
        case .checklist(let items)?: items.map(\.text)
        case .notApplicable(let reason)?: [reason]
        }
    }

    /// Whether parts can be named by number.
    package var isList: Bool { content?.partCount != nil }

    /// The lines as shown: numbered where parts can be named, with what surrounds them.
    package var shown: [String] {
        switch content {
        case nil: []
        case .notApplicable(let reason)?: ["Not applicable: \(reason)"]
        case .text?: lines
        case .markdown(let text)?: ContentParts(.text(withoutComments(text))).lines
        case .list?: lines.enumerated().map { "\($0.offset + 1). \($0.element)" }
        case .table(let rows)?:
            rows.enumerated().map { number, row in
                let cells = row.cells.map { $0.replacing("|", with: "\\|") }
                return "\(number + 1). \(cells.joined(separator: " | "))"
            }
        case .checklist(let items)?:
            items.enumerated().map {
                "\($0.offset + 1). [\($0.element.isDone ? "x" : " ")] \($0.element.text)"
            }
        case .groups(let groups)?: shownGroups(groups)
        case .whys(let forest)?: shownWhys(forest)
        }
    }

    /// The content without part `number` (from 1); nil where there is no such part.
    package func removing(_ number: Int) -> FormContent? {
        let index = number - 1
        guard index >= 0, index < content?.partCount ?? 0 else { return nil }
        switch content {
        case .list(var items)?:
            items.remove(at: index)
            return .list(items)
        case .table(var rows)?:
            rows.remove(at: index)
            return .table(rows)
        case .checklist(var items)?:
            items.remove(at: index)
            return .checklist(items)
        case .groups(let groups)?:
            return .groups(removing(index, from: groups))
        case .whys(var forest)?:
            forest.remove(forest.paths[index])
            return .whys(forest)
        case .text?, .notApplicable?, .markdown?, nil:
            return nil
        }
    }

    private func removing(_ index: Int, from groups: [ContentGroup]) -> [ContentGroup] {
        var rest = index
        var changed = groups
        for place in changed.indices {
            if rest < changed[place].items.count {
                changed[place].items.remove(at: rest)
                return changed.filter { !$0.items.isEmpty }
            }
            rest -= changed[place].items.count
        }
        return changed
    }

    private func shownGroups(_ groups: [ContentGroup]) -> [String] {
        var number = 0
        return groups.flatMap { group in
            [group.name]
                + group.items.map { item in
                    number += 1
                    return "  \(number). \(item.replacing("\n", with: "\n     "))"
                }
        }
    }

    private func shownWhys(_ forest: WhyForest) -> [String] {
        forest.paths.enumerated().map { number, path in
            let indent = String(repeating: "  ", count: path.indices.count - 1)
            return "\(number + 1). \(indent)\(forest[path]?.text ?? "")"
        }
    }
}
