/// All rules and probes as programs, and for each word the rules that can be found by it.
struct RuleSet: Sendable {
    struct Compiled: Sendable {
        var rule: WordingRule
        var programs: [Program]
        var notBefore: [Program]
        var notAfter: [Program]
        var unless: [Program]
        var unlessLater: [Program]
        var needs: [Program]
    }

    /// A pattern of a rule that is tried where a word is met.
    struct Entry: Sendable {
        var rule: Int32
        /// Among those of the rule.
        var program: Int32
        /// How many tokens before the word the pattern can begin.
        var nearest: Int16
        var farthest: Int16
    }

    private(set) var rules: [Compiled] = []
    private(set) var lexicon: Lexicon
    let words: ReaderWords
    /// For each word, whether any rule is found by it.
    private(set) var triggers: [Bool] = []
    private(set) var abbreviations: [Bool] = []
    private var entryStarts: [Int32] = []
    private var entries: [Entry] = []
    /// The programs of all entries in one list, and whether each is told as a hint.
    private(set) var programs: [Program] = []
    private var programStarts: [Int32] = []
    private(set) var isHint: [Bool] = []
    private(set) var readsQuotes: [Bool] = []
    let headings: [(kind: String, phrases: [[Substring]])]
    let probes: [CompiledProbe]

    struct CompiledProbe: Sendable {
        var probe: Probe
        var programs: [Program]
        var unless: [Program]
    }

    /// A user's own rules stand behind those of the program.
    private var firstOwn = Int.max

    init(_ packs: [RulePack], _ lexicons: [LexiconPack], own: [RulePack] = []) {
        firstOwn = packs.reduce(0) { $0 + $1.rules.count }
        let packs = packs + own
        var lexicon = Lexicon(lexicons)
        words = ReaderWords(&lexicon)
        var found: [(word: UInt32, entry: Entry)] = []
        for rule in packs.flatMap(\.rules) {
            func programs(_ patterns: [Pattern]) -> [Program] {
                patterns.map { PatternCompiler.compile($0, &lexicon) }
            }
            for (index, pattern) in rule.patterns.enumerated() {
                guard let anchor = PatternAnchor(pattern, &lexicon) else { continue }
                let entry = Entry(
                    rule: Int32(rules.count), program: Int32(index),
                    nearest: Int16(anchor.offsets.lowerBound),
                    farthest: Int16(min(anchor.offsets.upperBound, Program.window)))
                found += anchor.words.map { ($0, entry) }
            }
            rules.append(
                Compiled(
                    rule: rule, programs: programs(rule.patterns), notBefore: programs(rule.notBefore),
                    notAfter: programs(rule.notAfter), unless: programs(rule.unless),
                    unlessLater: programs(rule.unlessLater), needs: programs(rule.needs)))
        }
        probes = packs.flatMap(\.probes).map { probe in
            CompiledProbe(
                probe: probe, programs: probe.patterns.map { PatternCompiler.compile($0, &lexicon) },
                unless: probe.unless.map { PatternCompiler.compile($0, &lexicon) })
        }
        headings = packs.flatMap(\.headings).map { kind, phrases in
            (kind, phrases.flatMap { [$0.split(separator: " ")] })
        }
        self.lexicon = lexicon
        index(found)
    }

    /// From what was worked out before.
    init(
        rules: [Compiled], lexicon: Lexicon, words: ReaderWords,
        headings: [(kind: String, phrases: [[Substring]])],
        probes: [CompiledProbe], found: [(word: UInt32, entry: Entry)]
    ) {
        self.rules = rules
        self.lexicon = lexicon
        self.words = words
        self.headings = headings
        self.probes = probes
        index(found)
    }

    func isOwn(_ rule: Int) -> Bool { rule >= firstOwn }

    /// Rules that are looked for at a word.
    func entries(of word: UInt32) -> ArraySlice<Entry> {
        entries[Int(entryStarts[Int(word)])..<Int(entryStarts[Int(word) + 1])]
    }

    /// Where the program of an entry stands in the list of all.
    func program(of entry: Entry) -> Int { Int(programStarts[Int(entry.rule)] + entry.program) }

    private mutating func index(_ found: [(word: UInt32, entry: Entry)]) {
        for compiled in rules {
            programStarts.append(Int32(programs.count))
            programs += compiled.programs
            isHint.append(compiled.rule.isHint)
            readsQuotes.append(compiled.rule.readsQuotes)
        }
        let count = lexicon.vocabulary.count
        triggers = Array(repeating: false, count: count)
        abbreviations = lexicon.vocabulary.classes.map { $0.contains(KnownClass.abbreviation.index) }
        var sizes = [Int32](repeating: 0, count: count + 1)
        for (word, _) in found {
            sizes[Int(word) + 1] += 1
            triggers[Int(word)] = true
        }
        for word in 0..<count { sizes[word + 1] += sizes[word] }
        entryStarts = sizes
        entries = Array(repeating: Entry(rule: 0, program: 0, nearest: 0, farthest: 0), count: found.count)
        for (word, entry) in found {
            entries[Int(sizes[Int(word)])] = entry
            sizes[Int(word)] += 1
        }
    }
}
