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

    /// What begins so tells of a stretch.
    private static let stems: [(beginning: WordText, stretch: Stretch)] = [
        ("detect", .detection), ("notic", .detection), ("discover", .detection), ("spott", .detection),
        ("unnotic", .detection), ("undetect", .detection), ("ttd", .detection), ("mttd", .detection),
        ("acknowledg", .acknowledgement), ("acked", .acknowledgement), ("tta", .acknowledgement),
        ("mtta", .acknowledgement), ("restor", .recovery), ("recover", .recovery), ("resolv", .recovery),
        ("resolut", .recovery), ("mitigat", .recovery), ("ttr", .recovery), ("mttr", .recovery),
        ("stabilis", .recovery), ("stabiliz", .recovery),
    ]
    private static let detecting = [
        "alert", "alerted", "alerts", "alarm", "fired", "paged", "caught", "unseen",
    ]
    private static let recovering = ["fixed", "repaired", "closed", "resumed"] + wholeWords
    /// Tell of a stretch beside some other words only.
    private static let conditional = ["knew", "again", "normal", "back"]

    private static let detections = WordSet(detecting)
    private static let recoveries = WordSet(recovering)

    /// The first three letters of all of them; most words end the search here.
    private static let beginnings = WordSet(
        (stems.map(\.beginning.description) + detecting + recovering + conditional).map {
            String($0.prefix(3))
        })

    private static func tells(_ word: ProseWord) -> Bool {
        var beginning = WordKey()
        for index in 0..<min(3, word.text.count) { beginning.append(word.text[index]) }
        return beginnings.contains(beginning)
    }

    private static func stretch(of said: ProseWord, at index: Int, in clause: ArraySlice<ProseWord>)
        -> Stretch?
    {
        let word = said.text
        if word == "notices" || word == "notice" && !isVerb(at: index, in: clause) { return nil }
        if let known = stems.first(where: { word.hasPrefix($0.beginning) }) { return known.stretch }
        if detections.contains(said.key) { return .detection }
        if recoveries.contains(said.key) { return .recovery }
        switch word {
        case "knew" where !clause.has(["that", "what", "which", "why", "where", "who", "it", "how"]):
            return .detection
        case "again" where isAbleAgain(clause),
            "normal" where clause.has(["back", "return", "returned", "to"]),
            "back" where clause.has(["up", "online", "bring", "brought"]):
            return .recovery
        default: return nil
        }
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
