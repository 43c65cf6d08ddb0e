/// Where a pattern can be looked for first: words of which one must be there, and how many tokens may stand before it.
struct PatternAnchor: Sendable {
    var words: [UInt32]
    var offsets: ClosedRange<Int>

    /// The rarest that a pattern has; nil where any text could match.
    init?(_ pattern: Pattern, _ lexicon: inout Lexicon) {
        guard let best = Self.anchors(of: pattern, &lexicon).anchors.min(by: { $0.cost < $1.cost }) else {
            return nil
        }
        words = best.words
        offsets = best.offsets
    }

    /// Sets of words of each of which one must be in a sentence for a pattern to fit, the rarest first; those that most
    /// sentences have say nothing and are left out. Where there are no rare ones, one will do that a third of all
    /// sentences have.
    static func needs(of pattern: Pattern, _ lexicon: inout Lexicon) -> [[UInt32]] {
        let all = anchors(of: pattern, &lexicon).anchors.sorted { ($0.share, $0.cost) < ($1.share, $1.cost) }
        let rare = all.filter { $0.share <= rareShare }.prefix(mostNeeds)
        return (rare.isEmpty ? all.prefix(1).filter { $0.share <= tellingShare } : Array(rare)).map(\.words)
    }

    private static let mostNeeds = 3
    /// Of 10,000 sentences.
    private static let rareShare = 600
    private static let tellingShare = 3500

    private struct Candidate {
        var words: [UInt32]
        var offsets: ClosedRange<Int>
        var cost: Int
        /// How many of 10,000 sentences have one of the words, as a rough guess.
        var share: Int

        func shifted(by width: ClosedRange<Int>) -> Candidate {
            var moved = self
            moved.offsets = (offsets.lowerBound + width.lowerBound)...(offsets.upperBound + width.upperBound)
            return moved
        }
    }

    /// What must occur in a pattern, and how many tokens it takes.
    private static func anchors(of pattern: Pattern, _ lexicon: inout Lexicon) -> (
        anchors: [Candidate], width: ClosedRange<Int>
    ) {
        switch pattern {
        case .word(let word): return (candidate([lexicon.intern(word)], lexicon), 1...1)
        case .verb(let verb): return (candidate(lexicon.inflections(of: verb), lexicon), 1...1)
        case .anyOf(let names, let forms, let isNegated):
            guard !isNegated, !names.isEmpty, !names.contains(where: isDynamic) else { return ([], 1...1) }
            var classes = ClassSet()
            for name in names { if let index = lexicon.classIndex(name) { classes.insert(index) } }
            // A word whose forms no lexicon tells has those of its ending.
            let words = lexicon.words(in: classes).filter {
                let known = lexicon.vocabulary.forms[Int($0)]
                return forms.isEmpty || known.isEmpty || !known.isDisjoint(with: forms)
            }
            return (candidate(words, lexicon), 1...1)
        case .any, .number: return ([], 1...1)
        case .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: return ([], 0...0)
        case .repeated(let item, let count):
            let width = anchors(of: item, &lexicon).width
            return ([], 0...(width.upperBound * count))
        case .sequence(let items): return sequence(items, &lexicon)
        case .choice(let items): return choice(items, &lexicon)
        }
    }

    private static func sequence(_ items: [Pattern], _ lexicon: inout Lexicon) -> (
        anchors: [Candidate], width: ClosedRange<Int>
    ) {
        var all: [Candidate] = []
        var width = 0...0
        for item in items {
            let inner = anchors(of: item, &lexicon)
            all += inner.anchors.map { $0.shifted(by: width) }
            width = (width.lowerBound + inner.width.lowerBound)...(width.upperBound + inner.width.upperBound)
        }
        return (all, width)
    }

    /// One of the words of each alternative must be there.
    private static func choice(_ items: [Pattern], _ lexicon: inout Lexicon) -> (
        anchors: [Candidate], width: ClosedRange<Int>
    ) {
        let inner = items.map { anchors(of: $0, &lexicon) }
        let width = (inner.map(\.width.lowerBound).min() ?? 0)...(inner.map(\.width.upperBound).max() ?? 0)
        let best = inner.compactMap { $0.anchors.min { $0.cost < $1.cost } }
        guard best.count == items.count, let first = best.first else { return ([], width) }
        let union = best.dropFirst().reduce(first) { whole, part in
            Candidate(
                words: whole.words + part.words,
                offsets: min(
                    whole.offsets.lowerBound, part.offsets.lowerBound)...max(
                        whole.offsets.upperBound, part.offsets.upperBound), cost: whole.cost + part.cost,
                share: whole.share + part.share)
        }
        return ([union], width)
    }

    /// Whether words can get into a class that no lexicon puts there, such as a name into `person`.
    private static func isDynamic(_ name: String) -> Bool {
        ["person", "machine", "given-name", "name-like"].contains(name)
    }

    private static func candidate(_ words: [UInt32], _ lexicon: Lexicon) -> [Candidate] {
        guard !words.isEmpty else { return [] }
        return [
            Candidate(
                words: words, offsets: 0...0, cost: words.reduce(0) { $0 + cost($1, lexicon) },
                share: words.reduce(0) { $0 + share($1, lexicon) })
        ]
    }

    /// Of 10,000 sentences.
    private static func share(_ word: UInt32, _ lexicon: Lexicon) -> Int {
        let text = lexicon.vocabulary.text(word)
        if ubiquitous.contains(text) || text.utf8.first.map({ !isWordByte($0) }) == true { return 5000 }
        if common.contains(text) { return 300 }
        if frequent.contains(text) { return 100 }
        return lexicon.vocabulary.classes[Int(word)].intersects(functional) ? 30 : 2
    }

    /// Words that are in most sentences are poor places to begin; other words of their kinds are in some.
    private static func cost(_ word: UInt32, _ lexicon: Lexicon) -> Int {
        let text = lexicon.vocabulary.text(word)
        if common.contains(text) || text.utf8.first.map({ !isWordByte($0) }) == true { return 2000 }
        if frequent.contains(text) { return 40 }
        return lexicon.vocabulary.classes[Int(word)].intersects(functional) ? 20 : 1
    }

    private static let functional: ClassSet = {
        var classes = ClassSet()
        for known: KnownClass in [
            .own, .pronoun, .thing, .determiner, .possessive, .preposition, .auxiliary, .be, .modal,
            .negation,
            .conjunction, .subordinator, .relative,
        ] {
            classes.insert(known.index)
        }
        return classes
    }()

    /// In so many sentences that it tells little to find them.
    static let ubiquitous = "the to a of that in is was for it on and".split(separator: " ").map(String.init)

    /// In one of some hundred sentences of a postmortem, as counted in those that this project tries its rules on.
    private static let frequent = Set(
        """
        time times first incident minutes minute action actions read reads back each how error errors new without page \
        pages change changed changes service hours hour every went go goes going job jobs same day days never end ended \
        own status cause caused made make makes where team teams why log logs message messages timeline nothing question \
        release released data night next wrong ran run runs running alarm alarms build code last again kept keep keeps \
        during week weeks asked ask asks month may must queue test tests tested alert alerts set system old live off \
        found find load loaded check checked checks on-call come came note noted left leave leaves still use used uses \
        user users look looked looks well person know known knew knows call called calls since second sent send once \
        against work worked works missing full both something waiting wait waited took take taken takes support good done \
        told tell says said say see seen put twice half people right between most finished finish show showed shows long \
        itself under need needs needed moved move late help add added get gets got engineer nobody way else short hold \
        held give gave given stop stopped start started open opened close closed here many just even always ever think \
        thought failed fail deploy deployed rollback monitoring customers customer production root fix fixed part point \
        place list name names line lines number numbers key review reviewed meeting write written wrote answer step steps \
        turn turned try tried lost miss missed shown follow followed update updated report reported respond detect \
        detected restart restarted restored
        """.split(separator: " ").map(String.init))

    /// Among the hundred most frequent of any English text.
    private static let common = Set(
        """
        the of and to a in is it that was for on with as be by at are from this not or have had an which were has but \
        they we i he she his her their its been will would could should can did do does all no if when what who so than \
        into up out then there one two more before after because while only also about over some any other our us them \
        him my me your you these those
        """.split(separator: " ").map(String.init))
}
