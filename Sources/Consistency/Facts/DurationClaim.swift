import IncidentTime

/// A length of time that prose claims for a stretch of the response.
struct DurationClaim {
    enum Stretch: String, CaseIterable {
        case detection
        case acknowledgement
        case declaration
        case rollback
        case recovery
    }

    var stretch: Stretch
    var anchor: Anchor
    /// The first words of what it counts from.
    var anchorWords: ArraySlice<ProseWord>
    var duration: SpokenDuration
    var range: Range<Int>
    /// Counts the whole effect, as `lasted` and `outage of` do.
    var isWholeImpact: Bool
    /// Told with a word such as *mitigated*, for which an end of the worst is enough.
    var isMitigation: Bool
    /// Told with a word such as *closed*.
    var isClosing: Bool
    /// Told as one of the times that are followed over incidents.
    var isMetric = false
    /// The words that the clause begins with, up to the telling one, where these are few: `search` in `search recovered
    /// within 2 minutes`.
    var subject: ArraySlice<ProseWord>

    /// The claims of one sentence.
    static func all(in sentence: ArraySlice<ProseWord>) -> [DurationClaim] {
        guard sentence.has(SpokenDuration.units) else { return [] }
        return Passage.clauses(of: sentence).flatMap { clause -> [DurationClaim] in
            var found: [DurationClaim] = []
            var index = clause.startIndex
            while index < clause.endIndex {
                guard SpokenDuration.mayBegin(with: clause[index]),
                    let duration = SpokenDuration(clause[index...])
                else { index += 1; continue }
                let words = index..<(index + duration.count)
                if let claim = claim(duration, at: words, in: clause, of: sentence) { found.append(claim) }
                index += duration.count
            }
            return found
        }
    }

    private static func claim(
        _ duration: SpokenDuration, at place: Range<Int>, in clause: ArraySlice<ProseWord>,
        of sentence: ArraySlice<ProseWord>
    ) -> DurationClaim? {
        guard !isGoal(place, clause, sentence), !isRelative(place, clause) else { return nil }
        guard let (stretch, word, index) = stretch(nearest: place, in: clause) else { return nil }
        if stretch == .recovery, shares.stand(in: clause) { return nil }
        let range = clause[place.lowerBound].range.lowerBound..<clause[place.upperBound - 1].range.upperBound
        let (anchor, anchorWords) = anchor(after: place, in: clause)
        return DurationClaim(
            stretch: stretch, anchor: anchor, anchorWords: anchorWords, duration: duration, range: range,
            isWholeImpact: wholes.contains(word),
            isMitigation: word.hasPrefix("mitigat") || word.hasPrefix("stabil"),
            isClosing: word.hasPrefix("clos") || word.hasPrefix("resol"),
            subject: index < place.lowerBound && index - clause.startIndex <= 5 ? clause[..<index] : [])
    }

    // MARK: what the length is of

    /// A part is back before the whole.
    private static let shares: ProsePhrases = [
        "half of", "part of", "parts of", "most of", "some of", "partly", "partially", "one of", "two of",
    ]

    private static let goals: WordSet = [
        "target", "targets", "goal", "goals", "objective", "slo", "sla", "slas", "budget", "aim", "aims",
        "allow", "allows",
        "allowed", "limit", "threshold", "usual", "usually", "normally", "typical", "typically", "average",
        "mean", "expected",
        "planned", "promise", "promised", "policy", "should", "must", "would", "could", "next", "timeout",
        "instead",
        "every", "per", "old", "ahead", "require", "requires", "agreed", "aimed", "maximum", "minimum",
        "standard", "hoped",
        "timeouts", "retention", "interval", "cache", "ttl", "refresh", "refreshes",
    ]

    /// What is told behind one of these is what it asks: `our objective is to restore the service within 30 minutes`.
    private static let aims: WordSet = [
        "target", "targets", "goal", "goals", "objective", "objectives", "slo", "slos", "sla", "slas", "aim",
        "budget", "budgets", "allowance",
    ]

    /// A goal or a setting near the length, and no fact.
    private static func isGoal(
        _ place: Range<Int>, _ clause: ArraySlice<ProseWord>, _ sentence: ArraySlice<ProseWord>
    ) -> Bool {
        let before = sentence[max(sentence.startIndex, place.lowerBound - 4)..<place.lowerBound]
        let after = clause[place.upperBound..<min(clause.endIndex, place.upperBound + 2)]
        if before.has(goals) || after.has(goals) || sentence[..<place.lowerBound].has(aims) { return true }
        if clause.has(again), isAbleAgain(clause) { return clause.has(others) }
        return clause.has(wishes) || clause.has(others)
    }

    private static let again: WordSet = ["again"]
    /// What is told of a single step, or of nothing that happened.
    private static let others: WordSet = [
        "each", "retry", "retries", "script", "nothing", "goes", "whenever",
    ]
    private static let wishes: WordSet = [
        "aim", "should", "must", "would", "could", "promise", "promises", "will", "instead", "next",
    ]

    /// `5 minutes later`, `20 minutes longer`, `3 minutes ago`: counted from something else.
    private static func isRelative(_ place: Range<Int>, _ clause: ArraySlice<ProseWord>) -> Bool {
        let after = clause[place.upperBound..<min(clause.endIndex, place.upperBound + 2)]
        // `57 minutes over the target`
        if after.has(beyond),
            clause[place.upperBound...].prefix(5).has(aims)
        {
            return true
        }
        if after.has(countedFrom) { return true }
        let before = clause[max(clause.startIndex, place.lowerBound - 2)..<place.lowerBound]
        // `once an hour`, `the better part of an hour`
        if before.has(rates) { return true }
        return before.suffix(1).has(further) && !clause[..<place.lowerBound].has(lasting)
    }

    private static let beyond: WordSet = ["over", "above", "beyond", "past", "under"]
    private static let countedFrom: WordSet = [
        "later", "longer", "ago", "faster", "sooner", "earlier", "ahead", "more", "apart", "old",
        "between",
        "intervals", "interval", "each", "delay", "when", "whenever",
        "once",
    ]
    private static let rates: WordSet = ["once", "twice", "times", "part", "most"]
    private static let further: WordSet = [
        "another", "further", "extra", "additional", "last", "first", "past", "every", "for",
    ]
    private static let lasting: WordSet = [
        "lasted", "unavailable", "down", "outage", "unnoticed", "undetected", "unseen", "offline", "lasting",
    ]

    static let wholes = WordSet(wholeWords)
    static let wholeWords = [
        "lasted", "lasting", "lasts", "outage", "downtime", "unavailable", "unavailability", "down",
        "disruption", "offline", "impaired",
    ]
}
