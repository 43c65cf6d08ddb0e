import IncidentTime

/// A length of time that prose gives to an effect, with its place.
struct Length {
    var said: SpokenDuration
    var range: Range<Int>
}

/// How long something did not work, told without a word for an outage: `nobody could pay for nearly two hours`.
enum Standstill {
    static func lengths(in sentence: ArraySlice<ProseWord>) -> [Length] {
        guard sentence.has(SpokenDuration.units), sentence.has(["for"]), !sentence.has(parts),
            !shares.stand(in: sentence)
        else { return [] }
        return Passage.clauses(of: sentence).flatMap { clause -> [Length] in
            guard clause.has(denials) || denied.stand(in: clause), !clause.has(intents) else { return [] }
            return clause.indices.dropFirst().compactMap { index in
                guard clause[index - 1].text == "for" else { return nil }
                return length(at: index, in: clause)
            }
        }
    }

    private static func length(at index: Int, in clause: ArraySlice<ProseWord>) -> Length? {
        guard let said = SpokenDuration(clause[index...]), said.longest >= 10 else { return nil }
        let end = index + said.count
        if clause[end...].prefix(2).has(relative) { return nil }
        return Length(said: said, range: clause[index].range.lowerBound..<clause[end - 1].range.upperBound)
    }

    private static let denials: WordSet = [
        "couldn't", "cannot", "can't", "unable", "nobody", "none", "nothing", "no", "stopped", "without",
        "neither", "stood", "halted", "blocked", "frozen", "unreachable", "dead", "hung",
    ]
    private static let denied: ProsePhrases = ["could not", "can not", "was not", "were not", "did not"]
    /// What befalls some of it only, or may have befallen it.
    private static let parts: WordSet = [
        "some", "most", "half", "part", "partly", "few", "each", "every", "many", "several", "until",
        "another",
        "already", "before",
    ]
    private static let shares: ProsePhrases = [
        "one of", "two of", "three of", "at first", "the first", "the last",
    ]
    private static let intents: WordSet = [
        "would", "should", "may", "might", "must", "noticed", "notice", "knew", "saw", "alert", "alarm",
        "page", "responded", "answered", "change", "changed", "deploy", "deployed",
    ]
    private static let relative: WordSet = [
        "more", "longer", "later", "after", "before", "each", "per", "until",
    ]
}
