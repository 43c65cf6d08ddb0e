extension Array where Element: Equatable {
    /// The elements by the lists they are in: those that stay in their own, a new one with the one before it.
    func shared(among old: [[Element]]) -> [[Element]] {
        old.count > 1 ? shared(among: old, Alignment(from: Array(old.joined()), to: self)) : [self]
    }

    fileprivate func shared(among old: [[Element]], _ alignment: Alignment) -> [[Element]] {
        let owners = old.indices.flatMap { index in old[index].map { _ in index } }
        let kept = alignment.kept
        var parts = old.map { _ in [Element]() }
        var owner = 0
        for (element, place) in zip(self, kept) {
            if let place { owner = owners[place] }
            parts[owner].append(element)
        }
        return parts
    }
}

/// Which old elements stay when a list becomes another, as a longest common subsequence.
struct Alignment {
    /// For each wanted element the place of the old one that stays.
    private(set) var kept: [Int?]
    /// Places of old elements that go.
    private(set) var removed: Set<Int> = []

    /// For each wanted element that is new the old one whose place it takes: between two that stay, the first that goes
    /// becomes the first that comes, and so on.
    var replaced: [Int?] {
        var waiting: [Int] = []
        var next = 0
        return kept.map { place in
            while removed.contains(next) {
                waiting.append(next)
                next += 1
            }
            if let place {
                (waiting, next) = ([], place + 1)
                return nil
            }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }

    init<Element: Equatable>(from old: [Element], to wanted: [Element]) {
        self.init(from: old, to: wanted, by: ==)
    }

    /// Rows that were read from this very table are told from others of the same words by where they stood.
    init(rows old: [TableRecord], to wanted: [TableRecord]) {
        let areFromHere = Set(old.compactMap(\.place)).isSuperset(of: wanted.compactMap(\.place))
        self.init(from: old, to: wanted) { old, wanted in
            old == wanted && (!areFromHere || wanted.place == nil || wanted.place == old.place)
        }
    }

    private init<Element>(
        from old: [Element], to wanted: [Element], by areEquivalent: (Element, Element) -> Bool
    ) {
        var inserted: Set<Int> = []
        for change in wanted.difference(from: old, by: areEquivalent) {
            switch change {
            case .insert(let offset, _, _): inserted.insert(offset)
            case .remove(let offset, _, _): removed.insert(offset)
            }
        }
        let gone = removed
        var survivors = old.indices.filter { !gone.contains($0) }[...]
        kept = wanted.indices.map { inserted.contains($0) ? nil : survivors.popFirst() }
    }
}

extension [TableRecord] {
    /// The rows by the tables they are in.
    func shared(amongTables old: [[TableRecord]]) -> [[TableRecord]] {
        old.count > 1 ? shared(among: old, Alignment(rows: Array(old.joined()), to: self)) : [self]
    }
}
