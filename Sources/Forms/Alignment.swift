extension Array where Element: Equatable {
    /// The elements by the lists they are in: those that stay in their own, a new one with the one before it.
    func shared(among old: [[Element]]) -> [[Element]] {
        guard old.count > 1 else { return [self] }
        let owners = old.indices.flatMap { index in old[index].map { _ in index } }
        let kept = Alignment(from: Array(old.joined()), to: self).kept
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
        var inserted: Set<Int> = []
        for change in wanted.difference(from: old) {
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
