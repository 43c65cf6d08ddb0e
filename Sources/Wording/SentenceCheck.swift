import Diagnostics

/// Tries the rules on one sentence.
struct SentenceCheck {
    let rules: RuleSet
    let showsHints: Bool
    private let index: RuleIndex.Tables
    private let met: MetRequirements
    private var matcher: Matcher
    private var seen: Set<Int> = []

    /// - Parameter tables: of the same rules; valid while the check is.
    init(_ rules: RuleSet, _ tables: ReadingTables, showsHints: Bool) {
        self.rules = rules
        index = tables.index
        met = MetRequirements(tables.index)
        matcher = Matcher(tables.programs)
        self.showsHints = showsHints
    }

    /// Hits in the order of the sentence, one a clause. `kind` tells the kind of section, and is asked only if need be.
    mutating func hits(in sentence: Sentence, kind: () -> String?) -> [Hit] {
        var hits: [Hit] = []
        seen.removeAll(keepingCapacity: true)
        met.begin(sentence)
        for place in sentence.tokens.indices {
            for entry in index.entries(of: sentence.tokens[place].word)
            where (showsHints || !entry.isHint) && index.mayMatch(entry, met) {
                let low = max(sentence.start, place - Int(entry.farthest))
                let high = place - Int(entry.nearest)
                guard low <= high else { continue }
                for start in low...high where index.mayBegin(entry, start, sentence) {
                    if let hit = hit(entry, sentence, at: start, kind: kind) { hits.append(hit) }
                }
            }
        }
        guard !hits.isEmpty else { return [] }
        if rules.index.anyCounts { dropAllowed(&hits) }
        return Hit.resolve(hits, sentence, rules)
    }

    /// Rules that count speak at the first word too many.
    private func dropAllowed(_ hits: inout [Hit]) {
        let counting = Set(hits.map(\.rule)).filter { rules.rules[$0].rule.allowed > 0 }
        for rule in counting {
            let all = hits.filter { $0.rule == rule }
            let allowed = rules.rules[rule].rule.allowed
            hits.removeAll { $0.rule == rule }
            if all.count > allowed { hits.append(all[allowed]) }
        }
    }

    private mutating func hit(
        _ entry: RuleIndex.Entry, _ sentence: Sentence, at start: Int, kind: () -> String?
    ) -> Hit? {
        let key = Int(entry.program) << 10 | start
        guard seen.isEmpty || !seen.contains(key) else { return nil }
        guard
            let match = matcher.match(
                index.program(of: entry), sentence, at: start,
                readsQuotes: index.readsQuotes[Int(entry.rule)])
        else { return nil }
        let compiled = rules.rules[Int(entry.rule)]
        seen.insert(key)
        guard holds(compiled, match, sentence) else { return nil }
        let subject = SubjectFinder(sentence: sentence).subject(of: verb(of: match.marked, sentence))
        if let subjects = compiled.rule.subjects, !subjects.contains(subject.kind) { return nil }
        guard isAllowed(compiled.rule, kind) else { return nil }
        return Hit(
            rule: Int(entry.rule), marked: match.marked, matched: match.range, subject: subject)
    }

    /// The token whose subject counts: the first of the marked words that is a verb, else the first of all.
    private func verb(of marked: Range<Int>, _ sentence: Sentence) -> Int {
        marked.first {
            !sentence.forms[$0].isEmpty || sentence.has(.auxiliary, $0) || sentence.has(.modal, $0)
        } ?? marked.lowerBound
    }

    private mutating func holds(_ rule: RuleSet.Compiled, _ match: Matcher.Match, _ sentence: Sentence)
        -> Bool
    {
        let all = 0..<sentence.tokens.count
        if matcher.begins(rule.notBefore, sentence, at: match.range.upperBound) { return false }
        if matcher.ends(rule.notAfter, sentence, at: match.range.lowerBound) { return false }
        if matcher.occurs(rule.unless, sentence, in: all) { return false }
        if matcher.occurs(
            rule.unlessLater, sentence, in: min(match.range.upperBound, all.upperBound)..<all.upperBound)
        {
            return false
        }
        return rule.needs.isEmpty || matcher.occurs(rule.needs, sentence, in: all)
    }

    private func isAllowed(_ rule: WordingRule, _ kind: () -> String?) -> Bool {
        guard !rule.sections.isEmpty || !rule.otherSections.isEmpty else { return true }
        guard let kind = kind() else { return rule.sections.isEmpty }
        if rule.otherSections.contains(kind) { return false }
        return rule.sections.isEmpty || rule.sections.contains(kind)
    }
}

extension SentenceCheck {
    /// The first probe whose shape the sentence has.
    mutating func probe(in sentence: Sentence) -> String? {
        let all = 0..<sentence.tokens.count
        for probe in rules.probes
        where matcher.occurs(probe.programs, sentence, in: all)
            && !matcher.occurs(probe.unless, sentence, in: all)
        {
            return probe.probe.question
        }
        return nil
    }
}

extension SentenceCheck {
    /// Rules whose pattern fits, with the condition that keeps each silent.
    mutating func nearMisses(in sentence: Sentence, kind: String?) -> [(rule: Int, reason: String)] {
        var misses: [(rule: Int, reason: String)] = []
        for (index, compiled) in rules.rules.enumerated() {
            for program in compiled.programs {
                for start in sentence.tokens.indices {
                    guard
                        let match = matcher.match(
                            program, sentence, at: start, readsQuotes: compiled.rule.readsQuotes)
                    else { continue }
                    misses.append((index, reason(compiled, match, sentence, kind)))
                }
            }
        }
        return misses
    }

    private mutating func reason(
        _ compiled: RuleSet.Compiled, _ match: Matcher.Match, _ sentence: Sentence, _ kind: String?
    ) -> String {
        if matcher.begins(compiled.notBefore, sentence, at: match.range.upperBound) {
            return "what follows excludes it"
        }
        if matcher.ends(compiled.notAfter, sentence, at: match.range.lowerBound) {
            return "what precedes excludes it"
        }
        if !holds(compiled, match, sentence) { return "other words of the sentence exclude it" }
        let subject = SubjectFinder(sentence: sentence).subject(of: verb(of: match.marked, sentence))
        if let subjects = compiled.rule.subjects, !subjects.contains(subject.kind) {
            return "the subject is \(subject.kind.rawValue)"
        }
        if !isAllowed(compiled.rule, { kind }) { return "it does not speak in this section" }
        if compiled.rule.isHint, !showsHints { return "hints are not shown" }
        return "another finding of the clause matters more"
    }
}
