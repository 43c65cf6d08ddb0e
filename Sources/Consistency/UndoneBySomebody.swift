import IncidentTime

/// A clause in which one person left something undone, did not know or took something for granted, whether by role
/// (`the clerk who ordered it never asked`) or by name.
enum UndoneBySomebody {
    /// - Parameters:
    ///   - text: that the words were read from.
    ///   - names: of people in the document.
    static func isTold(in words: [ProseWord], _ text: String, names: () -> WordSet) -> Bool {
        guard !words.dropFirst(3).has(reasons) else { return false }
        return clauses(of: words).contains { clause in
            let opened = clause.drop { openers.contains($0.key) }
            guard let said = predicate(of: opened) ?? predicate(ofNamed: opened, text, names) else {
                return false
            }
            return isUndone(said) || isBlunder(said)
        }
    }

    /// Cut at marks and at words that begin a new thought; `and did not` goes on with the same person.
    private static func clauses(of words: [ProseWord]) -> [ArraySlice<ProseWord>] {
        var found: [ArraySlice<ProseWord>] = []
        var start = 0
        for index in words.indices where breaks.contains(words[index].key) {
            let goesOn = words[index].text == "and" && words[(index + 1)...].prefix(1).has(continuations)
            guard !goesOn else { continue }
            found.append(words[start..<index])
            start = index + 1
        }
        return found + [words[start...]]
    }

    // MARK: who

    /// What is said of a person that the clause begins with.
    private static func predicate(of clause: ArraySlice<ProseWord>) -> ArraySlice<ProseWord>? {
        let names = clause.prefix(5)
        guard
            let subject = names.firstIndex(where: { IndividualNouns.all.contains($0.key) })
                ?? names.firstIndex(where: { $0.text == "who" || $0.text == "whoever" }),
            !clause[..<subject].has(verbs), clause[subject...].dropFirst().first?.text != "-"
        else { return nil }
        return clause[(subject + 1)...]
    }

    /// The same of a name: one that the document knows, or a word in capitals with what only people do behind it.
    private static func predicate(
        ofNamed clause: ArraySlice<ProseWord>, _ text: String, _ names: () -> WordSet
    ) -> ArraySlice<ProseWord>? {
        guard let first = clause.first, isCapital(first, text) else { return nil }
        let rest = clause.dropFirst().drop { isCapital($0, text) }
        guard isUndone(rest) || isBlunder(rest) else { return nil }
        if onlyPeople.stand(in: rest) && clause.startIndex > 0 { return rest }
        return first.text.count > 2 && names().contains(first.key) ? rest : nil
    }

    private static func isCapital(_ word: ProseWord, _ text: String) -> Bool {
        let start = text.utf8.index(text.startIndex, offsetBy: word.range.lowerBound)
        return text[start].isUppercase
    }

    // MARK: what

    /// A negation with a verb of minding close behind it. Who was never told or asked is a matter of the others.
    private static func isUndone(_ words: ArraySlice<ProseWord>) -> Bool {
        words.indices.contains { index in
            guard negations.contains(words[index].key) else { return false }
            let verb = words[(index + 1)...].prefix(3)
            let isPassive = words[..<index].suffix(1).has(being) || verb.has(being)
            return verb.has(states) || !isPassive && verb.has(minding)
        }
    }

    /// `left the disk out`
    private static func isBlunder(_ words: ArraySlice<ProseWord>) -> Bool {
        if blunders.stand(in: words) || words.prefix(9).has(PersonAsCause.lapses) || words.has(beliefs) {
            return true
        }
        guard let left = words.firstIndex(where: { $0.text == "left" }) else { return false }
        return words[left...].prefix(5).contains { $0.text == "out" }
    }

    private static let continuations: WordSet = [
        "did", "didn't", "never", "had", "hadn't", "so", "then", "not",
    ]
    private static let openers: WordSet = ["because", "since", "as", "that"]
    private static let breaks: WordSet = [",", ";", ".", ":", "–", "(", ")", "but", "and"]
    /// Behind one of these the chain goes on to a condition.
    private static let reasons: WordSet = ["because", "since", "as"]
    private static let verbs: WordSet = [
        "to", "for", "by", "of", "with", "from", "at", "in", "into", "was", "is", "are", "were", "had", "has",
        "have", "did", "does", "do", "tells", "told", "asks", "asked", "gives", "gave", "shows", "showed",
        "lets",
        "let", "needs", "needed", "makes", "made", "no", "every", "any", "each",
    ]
    private static let negations: WordSet = [
        "never", "not", "didn't", "hadn't", "hasn't", "haven't", "doesn't", "nor",
    ]
    private static let being: WordSet = ["was", "were", "is", "are", "been", "being"]
    private static let states: WordSet = [
        "aware", "careful", "attentive", "concentrating", "thorough", "diligent",
    ]
    private static let minding: WordSet = [
        "think", "thought", "know", "known", "remember", "remembered", "notice", "noticed", "realise",
        "realised", "realize", "realized", "look", "looked", "read", "check", "checked", "tell", "told",
        "ask",
        "asked", "see", "seen", "verify", "verified", "follow", "followed", "review", "reviewed", "update",
        "updated", "write", "written", "wrote", "consider", "considered", "expect", "expected", "bother",
        "bothered", "get", "got", "gotten", "pay", "paid", "understand", "understood", "anticipate",
        "anticipated", "mention", "mentioned", "consult", "consulted", "document", "documented", "test",
        "tested", "inform", "informed", "foresee", "foreseen", "question", "questioned",
        "care", "cared", "mind", "pass", "passed", "finish", "finished", "wait", "waited", "warn", "warned",
        "concentrate", "listen", "listened",
    ]
    private static let beliefs: WordSet = [
        "assumed", "presumed", "misjudged", "confused", "mistook", "misremembered", "underestimated",
    ]
    private static let blunders: ProsePhrases = [
        "mixed up", "left out", "in a hurry", "got wrong", "got it wrong", "took it for granted", "gave up",
        "decided not to", "chose not to", "clicked through", "waved through", "was too busy", "was too tired",
        "had no idea",
    ]
    private static let onlyPeople: ProsePhrases = [
        "got round to", "got around to", "get round to", "get around to", "gotten around to", "thought of",
        "think of", "bothered to", "bother to", "paid attention", "pay attention", "realised", "realized",
        "remembered to", "remember to", "asked anybody", "asked anyone", "in a hurry", "had no idea",
    ]
}
