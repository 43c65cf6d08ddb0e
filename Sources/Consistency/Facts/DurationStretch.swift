import IncidentTime

/// What a length in a clause is the length of, by the telling word that stands nearest.
extension DurationClaim {
    static func stretch(nearest place: Range<Int>, in clause: ArraySlice<ProseWord>) -> (
        Stretch, String, Int
    )? {
        var best: (distance: Int, stretch: Stretch, index: Int)?
        let anchor = anchorIndex(after: place, in: clause) ?? clause.endIndex
        if let answer = answerToPage(in: clause) { return (.acknowledgement, answer, clause.endIndex) }
        if isLengthOfRollback(place, clause) { return (.rollback, "rollback", clause.startIndex) }
        for index in clause.indices where !place.contains(index) {
            guard tells(clause[index]), let stretch = stretch(of: clause[index], at: index, in: clause),
                // `half an hour after the alert` is a claim of what came then.
                stretch != .detection || index < anchor
                    || clause[anchor..<index].contains(where: { $0.text == "until" || $0.text == "till" })
            else { continue }
            let distance = index < place.lowerBound ? place.lowerBound - index : index - place.upperBound + 1
            if best == nil || distance < best!.distance { best = (distance, stretch, index) }
        }
        if isDeclaration(place, clause, anchor) { return (.declaration, "declared", clause.endIndex) }
        guard let best, best.distance <= 12, !isNearer(otherEvents, place, best.distance, clause) else {
            return nil
        }
        return (best.stretch, clause[best.index].text.description, best.index)
    }

    /// `the rollback took 50 minutes`
    private static func isLengthOfRollback(_ place: Range<Int>, _ clause: ArraySlice<ProseWord>) -> Bool {
        let before = clause[..<place.lowerBound]
        return before.suffix(3).has(taking) && Stems(before).isAboutRollback
    }

    private static let taking: WordSet = ["took", "lasted", "needed"]

    /// `declared 12 minutes after the first alert`, where nothing else in the clause has a length.
    private static func isDeclaration(_ place: Range<Int>, _ clause: ArraySlice<ProseWord>, _ anchor: Int)
        -> Bool
    {
        // `from the start to declare it`, and not `after it had been declared`.
        guard clause.has(declaring) else { return false }
        let isFrom = clause.indices.contains {
            $0 > anchor && declaring.contains(clause[$0].key) && clause[$0 - 1].text != "to"
        }
        return !isFrom && clause.has(["incident", "sev1", "sev2", "major", "it"])
            && !clause.has(["resolved", "restored", "detected", "acknowledged", "not", "never"])
    }

    private static let declaring: WordSet = ["declared", "declare", "declaring", "declaration"]

    /// `picked up the page`, `responded to the alert`: the alert in it is no detection.
    private static func answerToPage(in clause: ArraySlice<ProseWord>) -> String? {
        guard clause.has(calls), answers.stand(in: clause), !clause.has(noticings)
        else { return nil }
        return "answered"
    }

    private static let calls: WordSet = ["page", "pager", "alert", "alarm"]
    private static let noticings: WordSet = ["detected", "noticed"]
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

    /// Whether a word begins as one of those that `stretch(of:)` knows; most words end the search here.
    private static func tells(_ word: ProseWord) -> Bool {
        var beginning = WordKey()
        for index in 0..<min(3, word.text.count) { beginning.append(word.text[index]) }
        return beginnings.contains(beginning)
    }

    /// Three letters each.
    private static let beginnings = WordSet(
        [
            "notices", "detect", "discover", "spotted", "unnoticed", "undetected", "ttd", "mttd", "alert",
            "alarm", "fired", "paged", "caught", "unseen", "acknowledged", "acked", "tta", "mtta", "restored",
            "recovered", "resolved", "mitigated", "ttr", "mttr", "stabilised", "fixed", "repaired", "closed",
            "knew", "again", "normal", "back", "lasted", "outage", "downtime", "unavailable", "disruption",
            "offline", "impaired",
        ].map { String($0.prefix(3)) })

    private static func stretch(of said: ProseWord, at index: Int, in clause: ArraySlice<ProseWord>)
        -> Stretch?
    {
        let word = said.text
        if word == "notices" || word == "notice" && !isVerb(at: index, in: clause) { return nil }
        for stem in ["detect", "notic", "discover", "spott", "unnotic", "undetect", "ttd", "mttd"]
            as [WordText]
        where word.hasPrefix(stem) {
            return .detection
        }
        if ["alert", "alerted", "alerts", "alarm", "fired", "paged", "caught", "unseen"].contains(word) {
            return .detection
        }
        for stem in ["acknowledg", "acked", "tta", "mtta"] as [WordText] where word.hasPrefix(stem) {
            return .acknowledgement
        }
        for stem in [
            "restor", "recover", "resolv", "resolut", "mitigat", "ttr", "mttr", "stabilis", "stabiliz",
        ] as [WordText] where word.hasPrefix(stem) {
            return .recovery
        }
        if ["fixed", "repaired", "closed"].contains(word) || wholes.contains(said.key) { return .recovery }
        if word == "knew", !clause.has(["that", "what", "which", "why", "where", "who", "it", "how"]) {
            return .detection
        }
        if word == "resumed" || word == "again" && isAbleAgain(clause) { return .recovery }
        if word == "normal", clause.has(["back", "return", "returned", "to"]) { return .recovery }
        if word == "back", clause.has(["up", "online", "bring", "brought"]) { return .recovery }
        return nil
    }

    /// `Customers could pay again`
    static func isAbleAgain(_ clause: ArraySlice<ProseWord>) -> Bool {
        clause.has(AmountMention.people) && clause.has(["could", "able", "can"])
    }

    /// `nobody did notice`, and no `notice to customers`.
    private static func isVerb(at index: Int, in clause: ArraySlice<ProseWord>) -> Bool {
        index > clause.startIndex
            && ["not", "didn't", "did", "to", "couldn't", "could"].contains(clause[index - 1].text)
    }
}
