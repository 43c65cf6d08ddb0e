import IncidentTime

/// What the words of a clause say of the state of things.
extension Stems {
    private static let denials: WordSet = [
        "not", "didn't", "wasn't", "isn't", "never", "nobody", "still", "unable", "without",
    ]

    static func isDenial(_ word: ProseWord) -> Bool { denials.contains(word.key) || word.text == "no" }

    var isNegated: Bool {
        has(Self.denials) || has(phrases: Self.failedTries)
    }

    private static let failedTries: ProsePhrases = ["failed to", "fails to", "failed again"]

    private static let plans: WordSet = [
        "will", "plan", "prepar", "schedul", "tomorrow", "would", "attempt", "try", "trying",
    ]

    var isPlanned: Bool { has(Self.plans) }

    private static let rollbacks: WordSet = ["rollback", "revert", "rolled-back"]

    var isAboutRollback: Bool {
        has(Self.rollbacks) || has(phrases: Self.rolledBack)
    }

    private static let rolledBack: ProsePhrases = [
        "rolled back", "roll back", "rolling back", "roll - back", "rolled - back",
    ]

    private static let normals: WordSet = ["restored", "recovered", "resolved", "restoration"]
    /// What a part may be all along, as a look at it in the middle of an incident finds.
    private static let states: WordSet = ["normal", "healthy", "operational"]
    private static let returns: WordSet = ["back", "return", "again", "to"]
    private static let normalPhrases: ProsePhrases = [
        "recovery complete", "back up", "back online", "up again", "fully available", "fully operational",
        "systems operational", "works again", "working again", "worked again", "is back", "are back",
        "as usual",
        "back in service", "full service",
    ]

    /// Says that things are as they should be again.
    var saysNormal: Bool {
        has(words: Self.normals) || has(words: Self.states) && has(Self.returns)
            || has(phrases: Self.normalPhrases) || endsBack
    }

    /// `steam was back`, and `steam was back by` in front of a time; not `was back at her desk`.
    private var endsBack: Bool {
        var last = lastWords(3)
        if let word = last.last, Self.points.contains(word.key) { last = last.dropLast() }
        return last.last?.text == "back" && last.dropLast().has(Self.being)
    }

    private static let being: WordSet = ["was", "were", "came", "all", "fully"]
    /// What stands before a time of day.
    private static let points: WordSet = ["by", "at", "around", "about"]

    private static let parts: WordSet = [
        "partial", "partially", "half", "some", "most", "gradual", "slowly", "begin", "start", "starting",
        "began", "canary", "degraded", "improving",
    ]
    private static let oneOf: ProsePhrases = ["one of", "first of"]
    private static let failures: WordSet = ["error", "fail"]

    /// Says it of a part only.
    var isPartial: Bool {
        has(Self.parts) || has(phrases: Self.oneOf)
            || shares.contains { $0 >= 5 && $0 < 99 } && !has(Self.failures)
    }
}
