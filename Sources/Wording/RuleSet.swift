/// All rules and probes as programs, and for each word the rules that can be found by it.
final class RuleSet: Sendable {
    struct Compiled: Sendable {
        var rule: WordingRule
        var programs: [Program]
        var notBefore: [Program]
        var notAfter: [Program]
        var unless: [Program]
        var unlessLater: [Program]
        var needs: [Program]
    }

    let rules: [Compiled]
    let programs: ProgramTable
    let lexicon: Lexicon
    let words: ReaderWords
    let abbreviations: [Bool]
    let headings: [(kind: String, phrases: [[Substring]])]
    let probes: [CompiledProbe]
    let index: RuleIndex

    struct CompiledProbe: Sendable {
        var probe: Probe
        var programs: [Program]
        var unless: [Program]
    }

    /// A user's own rules stand behind those of the program.
    private let firstOwn: Int

    init(_ packs: [RulePack], _ lexicons: [LexiconPack], own: [RulePack] = []) {
        firstOwn = packs.reduce(0) { $0 + $1.rules.count }
        let packs = packs + own
        var lexicon = Lexicon(lexicons)
        words = ReaderWords(&lexicon)
        var compiler = PatternCompiler()
        var rules: [Compiled] = []
        var found: [(word: UInt32, entry: RuleIndex.Entry)] = []
        var programCount: Int32 = 0
        for rule in packs.flatMap(\.rules) {
            func programs(_ patterns: [Pattern]) -> [Program] { compiler.compile(patterns, &lexicon) }
            for pattern in rule.patterns {
                defer { programCount += 1 }
                guard let anchor = PatternAnchor(pattern, &lexicon) else { continue }
                let entry = RuleIndex.Entry(
                    rule: Int32(rules.count), program: programCount,
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
                probe: probe, programs: compiler.compile(probe.patterns, &lexicon),
                unless: compiler.compile(probe.unless, &lexicon))
        }
        headings = packs.flatMap(\.headings).map { kind, phrases in
            (kind, phrases.flatMap { [$0.split(separator: " ")] })
        }
        self.rules = rules
        self.lexicon = lexicon
        programs = compiler.table
        abbreviations = Self.abbreviations(lexicon)
        index = RuleIndex(
            rules, compiler.table, RuleIndex.Entries(found, words: lexicon.vocabulary.count))
    }

    /// From what was worked out before.
    init(
        rules: [Compiled], programs: ProgramTable, lexicon: Lexicon, words: ReaderWords,
        headings: [(kind: String, phrases: [[Substring]])],
        probes: [CompiledProbe], entries: RuleIndex.Entries
    ) {
        self.rules = rules
        self.programs = programs
        self.lexicon = lexicon
        self.words = words
        self.headings = headings
        self.probes = probes
        firstOwn = Int.max
        abbreviations = Self.abbreviations(lexicon)
        index = RuleIndex(rules, programs, entries)
    }

    func isOwn(_ rule: Int) -> Bool { rule >= firstOwn }

    private static func abbreviations(_ lexicon: Lexicon) -> [Bool] {
        lexicon.vocabulary.classes.map { $0.contains(KnownClass.abbreviation.index) }
    }
}
