/// The choices that were put into a table so far, each once.
struct ChoiceNumbers {
    struct Alternative: Hashable {
        let target: UInt32
        /// That it begins with, nil where that may be another.
        let words: [UInt32]?
    }

    /// Where each choice may lead.
    private(set) var alternatives: [UInt32: [UInt32]] = [:]
    private var known: [[Alternative]: UInt32] = [:]

    /// The number of a choice, which is added where it is new.
    mutating func number(of items: [Alternative], in table: inout ProgramTable) -> UInt32 {
        if let known = known[items] { return known }
        let number = UInt32(table.choices.count)
        let words = Set(items.flatMap { $0.words ?? [] }).sorted()
        let offered = words.map { word in items.filter { $0.words?.contains(word) ?? true } }
        let lists = offered + [items.filter { $0.words == nil }]
        let place = table.lists.count
        var start = UInt32(place + lists.count + 1)
        table.lists += lists.reduce(into: [start]) { starts, list in
            start += UInt32(list.count)
            starts.append(start)
        }
        let starts = Int32(place)..<Int32(table.lists.count)
        table.lists += lists.flatMap { $0.map(\.target) }
        let first = Int32(table.words.count)
        table.words += words
        table.choices.append(Choice(words: first..<Int32(table.words.count), starts: starts))
        known[items] = number
        alternatives[number] = items.map(\.target)
        return number
    }
}
