import Forms
import Postmortems

/// Two people changed the same answer: what one of them added, reworded or took out is done to the other's as well.
extension FormContent {
    /// This answer with what led from `before` to `after` done to it; nil where both changed the same part, or the answer
    /// is one piece.
    static func merging(_ theirs: FormContent?, from before: FormContent?, to after: FormContent?)
        -> FormContent?
    {
        switch (theirs ?? after?.emptied, before ?? after?.emptied, after) {
        case (.list(let theirs)?, .list(let before)?, .list(let after)?):
            merged(theirs, before, after).map { .list($0) }
        case (.table(let theirs)?, .table(let before)?, .table(let after)?):
            merged(theirs, before, after).map { .table($0) }
        case (.checklist(let theirs)?, .checklist(let before)?, .checklist(let after)?):
            merged(theirs, before, after).map { .checklist($0) }
        case (.groups(let theirs)?, .groups(let before)?, .groups(let after)?):
            merged(theirs, before, after).map { .groups($0) }
        default: nil
        }
    }

    /// The same kind of answer with nothing in it.
    private var emptied: FormContent? {
        switch self {
        case .list: .list([])
        case .table: .table([])
        case .checklist: .checklist([])
        case .groups: .groups([])
        case .text, .whys, .notApplicable, .markdown: nil
        }
    }

    private static func merged(_ theirs: [ContentGroup], _ before: [ContentGroup], _ after: [ContentGroup])
        -> [ContentGroup]?
    {
        func items(_ name: String, _ groups: [ContentGroup]) -> [String] {
            groups.first { $0.name == name }?.items ?? []
        }
        let names =
            theirs.map(\.name) + after.map(\.name).filter { name in !theirs.contains { $0.name == name } }
        var groups: [ContentGroup] = []
        for name in names {
            guard let both = merged(items(name, theirs), items(name, before), items(name, after)) else {
                return nil
            }
            groups.append(ContentGroup(name, both))
        }
        return groups.filter { !$0.items.isEmpty }
    }

    /// What goes has to be there still; what comes stands behind what it came behind, else at the end.
    private static func merged<Part: Equatable>(_ theirs: [Part], _ before: [Part], _ after: [Part])
        -> [Part]?
    {
        var merged = theirs
        let difference = after.difference(from: before)
        var first = before.isEmpty ? theirs.count : 0
        for case .remove(let offset, let part, _) in difference.removals.reversed() {
            guard let place = merged.firstIndex(of: part) else { return nil }
            merged.remove(at: place)
            if offset == 0 { first = place }
        }
        for case .insert(let offset, let part, _) in difference.insertions {
            let previous = offset > 0 ? merged.lastIndex(of: after[offset - 1]) : nil
            merged.insert(part, at: offset > 0 ? previous.map { $0 + 1 } ?? merged.count : first)
        }
        return merged
    }
}

extension AnswerChange {
    /// The same done to what the document holds by now; nil where it cannot be done to that.
    func merged(into postmortem: Postmortem) -> AnswerChange? {
        let theirs = postmortem.reading(question).content
        guard let both = FormContent.merging(theirs, from: parts[0].before, to: parts[0].after) else {
            return nil
        }
        var merged = self
        (merged.parts[0].before, merged.parts[0].after, merged.bytes) = (theirs, both, nil)
        return merged
    }
}
