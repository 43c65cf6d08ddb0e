import IncidentTime

/// A length of time that prose claims for a stretch of the response.
struct DurationClaim {
    enum Stretch: String, CaseIterable {
        case detection
        case acknowledgement
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
        if clause.has(["again"]), isAbleAgain(clause) { return clause.has(others) }
        return clause.has(wishes) || clause.has(others)
    }

    /// What is told of a single step, or of nothing that happened.
    private static let others: WordSet = [
        "each", "retry", "retries", "script", "copy", "nothing", "goes", "whenever",
    ]
    private static let wishes: WordSet = [
        "aim", "should", "must", "would", "could", "promise", "promises", "will", "instead", "next",
    ]

    /// `5 minutes later`, `20 minutes longer`, `3 minutes ago`: counted from something else.
    private static func isRelative(_ place: Range<Int>, _ clause: ArraySlice<ProseWord>) -> Bool {
        let after = clause[place.upperBound..<min(clause.endIndex, place.upperBound + 2)]
        // `57 minutes over the target`
        if after.has(["over", "above", "beyond", "past", "under"]),
            clause[place.upperBound...].prefix(5).has(aims)
        {
            return true
        }
        if after.has([
            "later", "longer", "ago", "faster", "sooner", "earlier", "ahead", "more", "apart", "old",
            "between",
            "intervals", "interval", "each", "delay", "when", "whenever",
            "once",
        ]) {
            return true
        }
        let before = clause[max(clause.startIndex, place.lowerBound - 2)..<place.lowerBound]
        // `once an hour`, `the better part of an hour`
        if before.has(["once", "twice", "times", "part", "most"]) { return true }
        return before.suffix(1).has([
            "another", "further", "extra", "additional", "last", "first", "past", "every", "for",
        ])
            && !clause[..<place.lowerBound].has([
                "lasted", "unavailable", "down", "outage", "unnoticed", "undetected", "unseen", "offline",
                "lasting",
            ])
    }

    private static let wholes: WordSet = [
        "lasted", "lasting", "lasts", "outage", "downtime", "unavailable", "unavailability", "down",
        "disruption", "offline", "impaired",
    ]

    private static func stretch(nearest place: Range<Int>, in clause: ArraySlice<ProseWord>) -> (
        Stretch, String, Int
    )? {
        var best: (distance: Int, stretch: Stretch, index: Int)?
        let anchor = anchorIndex(after: place, in: clause) ?? clause.endIndex
        if let answer = answerToPage(in: clause) { return (.acknowledgement, answer, clause.endIndex) }
        for index in clause.indices where !place.contains(index) {
            guard let stretch = stretch(of: clause[index].text, at: index, in: clause),
                // `half an hour after the alert` is a claim of what came then.
                stretch != .detection || index < anchor
            else { continue }
            let distance = index < place.lowerBound ? place.lowerBound - index : index - place.upperBound + 1
            if best == nil || distance < best!.distance { best = (distance, stretch, index) }
        }
        guard let best, best.distance <= 12, !isNearer(otherEvents, place, best.distance, clause) else {
            return nil
        }
        return (best.stretch, clause[best.index].text, best.index)
    }

    /// `picked up the page`, `responded to the alert`: the alert in it is no detection.
    private static func answerToPage(in clause: ArraySlice<ProseWord>) -> String? {
        guard clause.has(["page", "pager", "alert", "alarm"]),
            answers.stand(in: clause), !clause.has(["detected", "noticed"])
        else { return nil }
        return "answered"
    }

    private static let answers: ProsePhrases = [
        "picked up", "answered", "responded to", "reacted to", "acknowledged the", "confirmed the",
        "took the page", "took the alert", "took the alarm",
    ]

    /// What has a length of its own in the same clause: `declared after 15 minutes and resolved by noon`.
    private static let otherEvents: WordSet = [
        "declared", "declaring", "declaration", "escalated", "escalation", "announced", "published", "posted",
    ]

    private static func isNearer(
        _ words: WordSet, _ place: Range<Int>, _ distance: Int, _ clause: ArraySlice<ProseWord>
    ) -> Bool {
        let start = max(clause.startIndex, place.lowerBound - distance)
        let end = min(clause.endIndex, place.upperBound + distance)
        return clause[start..<place.lowerBound].has(words) || clause[place.upperBound..<end].has(words)
    }

    private static func stretch(of word: String, at index: Int, in clause: ArraySlice<ProseWord>) -> Stretch?
    {
        if word == "notices" || word == "notice" && !isVerb(at: index, in: clause) { return nil }
        for stem in ["detect", "notic", "discover", "spott", "unnotic", "undetect", "ttd", "mttd"]
        where word.hasPrefix(stem) {
            return .detection
        }
        if ["alert", "alerted", "alerts", "alarm", "fired", "paged", "caught", "unseen"].contains(word) {
            return .detection
        }
        for stem in ["acknowledg", "acked", "tta", "mtta"] where word.hasPrefix(stem) {
            return .acknowledgement
        }
        for stem in [
            "restor", "recover", "resolv", "resolut", "mitigat", "ttr", "mttr", "stabilis", "stabiliz",
        ] where word.hasPrefix(stem) {
            return .recovery
        }
        if ["fixed", "repaired", "closed"].contains(word) || wholes.contains(word) { return .recovery }
        if word == "knew", !clause.has(["that", "what", "which", "why", "where", "who", "it", "how"]) {
            return .detection
        }
        if word == "resumed" || word == "again" && isAbleAgain(clause) { return .recovery }
        if word == "normal", clause.has(["back", "return", "returned", "to"]) { return .recovery }
        if word == "back", clause.has(["up", "online", "bring", "brought"]) { return .recovery }
        return nil
    }

    /// `Customers could pay again`
    private static func isAbleAgain(_ clause: ArraySlice<ProseWord>) -> Bool {
        clause.has(AmountMention.people) && clause.has(["could", "able", "can"])
    }

    /// `nobody did notice`, and no `notice to customers`.
    private static func isVerb(at index: Int, in clause: ArraySlice<ProseWord>) -> Bool {
        index > clause.startIndex
            && ["not", "didn't", "did", "to", "couldn't", "could"].contains(clause[index - 1].text)
    }
}
