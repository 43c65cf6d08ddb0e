import IncidentTime

/// From where a claimed length of time counts: `12 minutes after the push`, `within an hour of the first alert`.
extension DurationClaim {
    /// From where the claim counts, where it says so.
    enum Anchor {
        case unsaid
        case start
        case deployed
        case alert
        case declaration
        case rollback
        /// The first or the last of something, mostly what the effect was seen by.
        case sign
        /// Something that the timeline is not searched for.
        case other
    }

    static func anchor(after place: Range<Int>, in clause: ArraySlice<ProseWord>) -> (
        Anchor, ArraySlice<ProseWord>
    ) {
        guard let index = anchorIndex(after: place, in: clause) else { return (.unsaid, []) }
        let words = clause[(index + 1)...].prefix(7)
        return (anchor(of: words), words.drop { openers.contains($0.key) }.prefix(2))
    }

    /// Where `of`, `after` or `since` stands right behind a length.
    static func anchorIndex(after place: Range<Int>, in clause: ArraySlice<ProseWord>) -> Int? {
        clause[place.upperBound...].prefix(3).firstIndex {
            ["of", "after", "from", "since", "following"].contains($0.text)
        }
    }

    private static let openers: WordSet = ["the", "a", "an", "our", "first", "last"]

    private static func anchor(of words: ArraySlice<ProseWord>) -> Anchor {
        let stems = Stems(words)
        if words.first?.text == "it",
            words.dropFirst().prefix(1).has(["came", "fired", "rang", "arrived", "went"])
        {
            return .alert
        }
        if stems.has(["deploy", "releas", "release", "rollout", "change", "push", "merg"]) {
            return .deployed
        }
        if stems.has(["alert", "alarm", "paging", "acknowledg"])
            || stems.has(["page"]) && !stems.has(["error", "status", "web"])
        {
            return .alert
        }
        if stems.has(["declar", "declaration"]) { return .declaration }
        if stems.has(["rollback", "revert"]) { return .rollback }
        if stems.has([
            "symptom", "impact", "onset", "start", "begin", "failur", "failure", "outag", "outage",
            "incident",
        ]) {
            return .start
        }
        if stems.has(["error", "effect"]) && stems.has(["first"]) { return .start }
        if let first = words.first,
            ["outage", "downtime", "disruption", "unavailability"].contains(first.text)
        {
            return .unsaid
        }
        return words.prefix(3).has(["first", "last"]) ? .sign : .other
    }
}
