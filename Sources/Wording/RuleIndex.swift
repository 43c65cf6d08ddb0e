/// For each word the patterns that can be found by it, and for each pattern what a sentence needs to have at all.
final class RuleIndex: Sendable {
    /// A pattern of a rule that is tried where a word is met.
    struct Entry: Sendable {
        var rule: Int32
        /// Among those of the rule.
        var program: Int32
        /// How many tokens before the word the pattern can begin.
        var nearest: Int16
        var farthest: Int16
    }

    /// For each word, whether any rule is found by it.
    let triggers: [Bool]
    private let entryStarts: [Int32]
    private let entries: [Entry]
    /// The programs of all rules in one list.
    private let programs: [Program]
    private let programStarts: [Int32]
    private let requirements: [Requirement]
    private let requirementStarts: [Int32]
    private let firstTokens: [FirstToken]
    /// For each rule, whether it is told as a hint.
    let isHint: [Bool]
    let readsQuotes: [Bool]
    /// Whether any rule lets a word pass a few times.
    let anyCounts: Bool

    init(
        _ rules: [RuleSet.Compiled], _ vocabulary: Vocabulary, _ found: [(word: UInt32, entry: Entry)]
    ) {
        programs = rules.flatMap(\.programs)
        programStarts = Self.starts(rules.map(\.programs.count))
        requirements = programs.flatMap(\.requirements)
        requirementStarts = Self.starts(programs.map(\.required.count))
        firstTokens = programs.map { FirstToken(of: $0) }
        isHint = rules.map(\.rule.isHint)
        readsQuotes = rules.map(\.rule.readsQuotes)
        anyCounts = rules.contains { $0.rule.allowed > 0 }
        var sizes = [Int](repeating: 0, count: vocabulary.count)
        for (word, _) in found { sizes[Int(word)] += 1 }
        triggers = sizes.map { $0 > 0 }
        entryStarts = Self.starts(sizes)
        var places = entryStarts
        var entries = Array(
            repeating: Entry(rule: 0, program: 0, nearest: 0, farthest: 0), count: found.count)
        for (word, entry) in found {
            entries[Int(places[Int(word)])] = entry
            places[Int(word)] += 1
        }
        self.entries = entries
    }

    /// Where each of several stretches begins when they lie one behind the other, and where the last one ends.
    private static func starts(_ sizes: [Int]) -> [Int32] {
        sizes.reduce(into: [0]) { starts, size in starts.append(starts[starts.count - 1] + Int32(size)) }
    }

    /// Rules that are looked for at a word.
    func entries(of word: UInt32) -> ArraySlice<Entry> {
        entries[Int(entryStarts[Int(word)])..<Int(entryStarts[Int(word) + 1])]
    }

    func withProgram<Result>(of entry: Entry, _ body: (RunningProgram) -> Result) -> Result {
        programs[place(of: entry)].withRunning(body)
    }

    /// Whether a sentence has what the pattern of an entry cannot do without; most sentences have not, and none of their
    /// places needs to be tried.
    func mayMatch(_ entry: Entry, _ sentence: Sentence) -> Bool {
        let place = place(of: entry)
        for index in Int(requirementStarts[place])..<Int(requirementStarts[place + 1])
        where !requirements[index].isMet(by: sentence) {
            return false
        }
        return true
    }

    /// Whether the pattern of an entry can begin at a token.
    func mayBegin(_ entry: Entry, _ index: Int, _ sentence: Sentence) -> Bool {
        firstTokens[place(of: entry)].mayBe(index, of: sentence)
    }

    private func place(of entry: Entry) -> Int { Int(programStarts[Int(entry.rule)] + entry.program) }
}
