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

    /// Entries by their word: those of word n lie from `starts[n]` to `starts[n + 1]`.
    struct Entries: Sendable {
        var starts: [Int32]
        var all: [Entry]

        /// - Parameter found: in the order of the rules, each with its word.
        init(_ found: [(word: UInt32, entry: Entry)], words: Int) {
            var sizes = [Int](repeating: 0, count: words)
            for (word, _) in found { sizes[Int(word)] += 1 }
            starts = RuleIndex.starts(sizes)
            var places = starts
            all = Array(repeating: Entry(rule: 0, program: 0, nearest: 0, farthest: 0), count: found.count)
            for (word, entry) in found {
                all[Int(places[Int(word)])] = entry
                places[Int(word)] += 1
            }
        }

        init(sizes: [Int], all: [Entry]) {
            starts = RuleIndex.starts(sizes)
            self.all = all
        }
    }

    /// For each word, whether any rule is found by it.
    let triggers: [Bool]
    private let entries: Entries
    /// The programs of all rules in one list.
    private let programs: [Program]
    private let programStarts: [Int32]
    /// Numbers of tests, as the programs refer to them.
    private let lists: [UInt32]
    /// Of each test.
    private let requirements: [Requirement]
    private let firstTokens: [FirstToken]
    /// For each rule, whether it is told as a hint.
    let isHint: [Bool]
    let readsQuotes: [Bool]
    /// Whether any rule lets a word pass a few times.
    let anyCounts: Bool

    init(_ rules: [RuleSet.Compiled], _ table: ProgramTable, _ entries: Entries) {
        self.entries = entries
        triggers = zip(entries.starts, entries.starts.dropFirst()).map { $0 < $1 }
        programs = rules.flatMap(\.programs)
        programStarts = Self.starts(rules.map(\.programs.count))
        lists = table.lists
        let requirements = table.tests.map { Requirement($0, table) }
        self.requirements = requirements
        let vocabulary = triggers.count
        firstTokens = programs.map {
            FirstToken(table.numbers($0.first), requirements, table, vocabulary: vocabulary)
        }
        isHint = rules.map(\.rule.isHint)
        readsQuotes = rules.map(\.rule.readsQuotes)
        anyCounts = rules.contains { $0.rule.allowed > 0 }
    }

    /// Where each of several stretches begins when they lie one behind the other, and where the last one ends.
    private static func starts(_ sizes: [Int]) -> [Int32] {
        var starts: [Int32] = [0]
        starts.reserveCapacity(sizes.count + 1)
        var end: Int32 = 0
        for size in sizes {
            end += Int32(size)
            starts.append(end)
        }
        return starts
    }

    /// Rules that are looked for at a word.
    func entries(of word: UInt32) -> ArraySlice<Entry> {
        entries.all[Int(entries.starts[Int(word)])..<Int(entries.starts[Int(word) + 1])]
    }

    func program(of entry: Entry) -> Program { programs[place(of: entry)] }

    /// Whether a sentence has what the pattern of an entry cannot do without; most sentences have not, and none of their
    /// places needs to be tried.
    func mayMatch(_ entry: Entry, _ sentence: Sentence) -> Bool {
        let required = programs[place(of: entry)].required
        for place in Int(required.lowerBound)..<Int(required.upperBound)
        where !requirements[Int(lists[place])].isMet(by: sentence) {
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
