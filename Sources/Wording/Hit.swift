import Diagnostics

/// A rule that fired on a stretch of a sentence's tokens.
struct Hit {
    var rule: Int
    var marked: Range<Int>
    /// All that the pattern took, the marked words among it.
    var matched: Range<Int>
    var subject: ClauseSubject

    /// Keeps one hit a clause: where two lie in the same one, that of a user's own rule, then that of the graver
    /// category, then the longer.
    static func resolve(_ hits: [Hit], _ sentence: Sentence, _ rules: RuleSet) -> [Hit] {
        guard hits.count > 1 else { return hits }
        let ordered = hits.sorted { left, right in
            let owned = (rules.isOwn(left.rule), rules.isOwn(right.rule))
            if owned.0 != owned.1 { return owned.0 }
            let ranks = (
                rules.rules[left.rule].rule.category.rank, rules.rules[right.rule].rule.category.rank
            )
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            if left.marked.count != right.marked.count { return left.marked.count > right.marked.count }
            return (left.marked.lowerBound, left.rule) < (right.marked.lowerBound, right.rule)
        }
        var kept: [Hit] = []
        for hit in ordered where !kept.contains(where: { sharesClause($0.marked, hit.marked, sentence) }) {
            kept.append(hit)
        }
        return kept.sorted { $0.marked.lowerBound < $1.marked.lowerBound }
    }

    private static func sharesClause(_ one: Range<Int>, _ other: Range<Int>, _ sentence: Sentence) -> Bool {
        if one.overlaps(other) { return true }
        let between =
            one.upperBound <= other.lowerBound
            ? one.upperBound..<other.lowerBound : other.upperBound..<one.lowerBound
        return !sentence.hasBreak(between)
    }
}
