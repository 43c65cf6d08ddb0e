/// For each word the patterns that can be found by it, and for each pattern what a sentence needs to have at all.
final class RuleIndex: Sendable {
    /// A pattern of a rule that is tried where a word is met.
    struct Entry: Sendable {
        var rule: Int32
        /// Among those of all rules.
        var program: Int32
        /// How many tokens before the word the pattern can begin.
        var nearest: Int16
        var farthest: Int16
        /// The rarest thing that its pattern cannot do without, by its number among the requirements; -1 where that is
        /// nothing.
        fileprivate(set) var need: Int32 = -1
        /// The filters of its pattern's first two tokens, by their numbers.
        fileprivate(set) var first: Int32 = 0
        fileprivate(set) var second: Int32 = 0
        fileprivate(set) var startsClause = false
        fileprivate(set) var isHint = false

        init(rule: Int32, program: Int32, nearest: Int16, farthest: Int16) {
            self.rule = rule
            self.program = program
            self.nearest = nearest
            self.farthest = farthest
        }
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

    private let starts: FixedTable<Int32>
    private let entries: FixedTable<Entry>
    /// Of all rules, one behind the other.
    private let programs: FixedTable<Program>
    /// The classes of what some program cannot do without, for the requirements that are no words; they come last.
    private let requiredClasses: FixedTable<ClassSet>
    /// How many requirements are words.
    private let wordRequirements: Int
    /// The requirements that each word meets, and where they begin.
    private let meets: FixedTable<UInt32>
    private let meetStarts: FixedTable<Int32>
    /// For each program the numbers of its requirements, the rarest first, and where they begin.
    private let needs: FixedTable<UInt32>
    private let needStarts: FixedTable<Int32>
    private let filters: FixedTable<TokenFilter>
    /// Bits of words, for tokens that can be many.
    private let wordBits: FixedTable<UInt64>
    private let readsQuotes: FixedTable<Bool>
    /// Whether any rule lets a word pass a few times.
    let anyCounts: Bool

    init(_ rules: [RuleSet.Compiled], _ table: ProgramTable, _ entries: Entries) {
        starts = FixedTable(entries.starts)
        let programs = rules.flatMap(\.programs)
        self.programs = FixedTable(programs)
        let needed = Set(programs.flatMap { table.numbers($0.required) }).sorted {
            (table.tests[Int($0)].breadth, $0) < (table.tests[Int($1)].breadth, $1)
        }
        let numbers = Dictionary(uniqueKeysWithValues: needed.enumerated().map { ($1, UInt32($0)) })
        wordRequirements = needed.count { table.tests[Int($0)].kind == .words }
        requiredClasses = FixedTable(
            needed[wordRequirements...].map { table.classes(of: table.tests[Int($0)]) })
        (meetStarts, meets) = Self.meets(needed.map { table.words(of: table.tests[Int($0)]) }, entries)
        needs = FixedTable(
            programs.flatMap { table.numbers($0.required).compactMap { numbers[$0] }.sorted() })
        needStarts = FixedTable(Self.starts(programs.map { $0.required.count }))
        let (needs, needStarts) = (needs.elements, needStarts.elements)
        let areHints = rules.map(\.rule.isHint)
        var filters = TokenFilters(table, vocabulary: entries.starts.count - 1)
        self.entries = FixedTable(
            entries.all.map { entry in
                let program = programs[Int(entry.program)]
                let places = needStarts[Int(entry.program)]..<needStarts[Int(entry.program) + 1]
                var entry = entry
                entry.need = places.isEmpty ? -1 : Int32(needs[Int(places.lowerBound)])
                entry.isHint = areHints[Int(entry.rule)]
                (entry.first, entry.second) = (
                    filters.number(of: program.first), filters.number(of: program.second)
                )
                entry.startsClause =
                    table.instructions[Int(program.instructions.lowerBound)] == .clauseStart
                return entry
            })
        self.filters = FixedTable(filters.all)
        wordBits = FixedTable(filters.bits.words)
        readsQuotes = FixedTable(rules.map(\.rule.readsQuotes))
        anyCounts = rules.contains { $0.rule.allowed > 0 }
    }

    /// - Parameter words: of each requirement.
    private static func meets(_ words: [ArraySlice<UInt32>], _ entries: Entries) -> (
        FixedTable<Int32>, FixedTable<UInt32>
    ) {
        var sizes = [Int](repeating: 0, count: entries.starts.count - 1)
        for list in words { for word in list { sizes[Int(word)] += 1 } }
        let starts = starts(sizes)
        var places = starts
        var meets = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
        for (requirement, list) in words.enumerated() {
            for word in list {
                meets[Int(places[Int(word)])] = UInt32(requirement)
                places[Int(word)] += 1
            }
        }
        return (FixedTable(starts), FixedTable(meets))
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

    /// For the loop over a text; good as long as the index is.
    var tables: Tables {
        Tables(
            starts: starts.elements, entries: entries.elements, programs: programs.elements,
            requiredClasses: requiredClasses.elements, wordRequirements: wordRequirements,
            meets: meets.elements, meetStarts: meetStarts.elements, needs: needs.elements,
            needStarts: needStarts.elements, filters: filters.elements, wordBits: wordBits.elements,
            readsQuotes: readsQuotes.elements)
    }

    struct Tables {
        fileprivate let starts: UnsafeBufferPointer<Int32>
        fileprivate let entries: UnsafeBufferPointer<Entry>
        fileprivate let programs: UnsafeBufferPointer<Program>
        let requiredClasses: UnsafeBufferPointer<ClassSet>
        let wordRequirements: Int
        fileprivate let meets: UnsafeBufferPointer<UInt32>
        fileprivate let meetStarts: UnsafeBufferPointer<Int32>
        fileprivate let needs: UnsafeBufferPointer<UInt32>
        fileprivate let needStarts: UnsafeBufferPointer<Int32>
        fileprivate let filters: UnsafeBufferPointer<TokenFilter>
        fileprivate let wordBits: UnsafeBufferPointer<UInt64>
        let readsQuotes: UnsafeBufferPointer<Bool>
    }
}

extension RuleIndex.Tables {
    /// Whether any rule is looked for at a word.
    func isTrigger(_ word: UInt32) -> Bool { starts[Int(word)] < starts[Int(word) + 1] }

    /// By number, those of words only.
    func requirements(metBy word: UInt32) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: meets[Int(meetStarts[Int(word)])..<Int(meetStarts[Int(word) + 1])])
    }

    /// Rules that are looked for at a word.
    func entries(of word: UInt32) -> UnsafeBufferPointer<RuleIndex.Entry> {
        UnsafeBufferPointer(rebasing: entries[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])])
    }

    func program(of entry: RuleIndex.Entry) -> Program { programs[Int(entry.program)] }

    /// Whether a sentence has what the pattern of an entry cannot do without; most sentences have not, and none of their
    /// places needs to be tried.
    func mayMatch(_ entry: RuleIndex.Entry, _ met: MetRequirements) -> Bool {
        guard entry.need >= 0 else { return true }
        guard met.isMet(Int(entry.need)) else { return false }
        let program = Int(entry.program)
        for place in (Int(needStarts[program]) + 1)..<Int(needStarts[program + 1])
        where !met.isMet(Int(needs[place])) {
            return false
        }
        return true
    }

    /// Whether the pattern of an entry can begin at a token.
    func mayBegin(_ entry: RuleIndex.Entry, _ index: Int, _ sentence: Sentence) -> Bool {
        filters[Int(entry.first)].mayBe(index, of: sentence, wordBits)
            && filters[Int(entry.second)].mayBe(index + 1, of: sentence, wordBits)
            && (!entry.startsClause || sentence.startsClause(index))
    }
}
