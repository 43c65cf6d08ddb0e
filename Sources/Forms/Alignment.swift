/// Which old elements stay when a list becomes another, as a longest common subsequence.
struct Alignment {
    /// For each wanted element the place of the old one that stays.
    private(set) var kept: [Int?]
    /// Places of old elements that go.
    private(set) var removed: Set<Int> = []

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
