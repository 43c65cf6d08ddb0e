import IncidentTime

/// A mistake as the cause, with or without the person it belongs to: `a slip of the clerk`, `the clerk's oversight`,
/// `by mistake`.
enum HumanSlip {
    /// - Parameter names: of people in the document.
    static func isTold(in words: [ProseWord], names: () -> WordSet) -> Bool {
        unowned.stand(in: words) || words.indices.contains { isOwned(at: $0, words, names) }
    }

    private static func isOwned(at index: Int, _ words: [ProseWord], _ names: () -> WordSet) -> Bool {
        guard slips.contains(words[index].key) else { return false }
        let owner = words[(index + 1)...].prefix(7)
        let by = owner.firstIndex { agents.contains($0.key) }
        if let by, isSomebody(words[(by + 1)...].prefix(5)) { return true }
        return human.contains(words[index].key)
            && words[..<index].suffix(2).contains { isSomebodys($0, names) }
    }

    private static func isSomebody(_ words: ArraySlice<ProseWord>) -> Bool {
        words.has(PersonAsCause.people) || words.has(IndividualNouns.all) || words.has(outsiders)
            || words.contains { $0.text == "who" }
    }

    /// `his`, `the clerk's`
    private static func isSomebodys(_ word: ProseWord, _ names: () -> WordSet) -> Bool {
        if owners.contains(word.key) { return true }
        guard word.text.hasSuffix("'s") else { return false }
        let bare = String(word.text.description.dropLast(2))
        return PersonAsCause.people.contains(bare) || IndividualNouns.all.contains(bare)
            || names().contains(bare)
    }

    private static let slips: WordSet = [
        "misconfiguration", "mistake", "mistakes", "error", "errors", "slip", "slips", "lapse", "typo",
        "oversight",
        "oversights", "blunder", "omission", "misjudgement", "misjudgment", "misunderstanding",
        "forgetfulness",
        "inexperience", "inattention",
    ]
    /// Nothing but a person has these.
    private static let human: WordSet = [
        "mistake", "mistakes", "slip", "slips", "lapse", "typo", "oversight", "oversights", "blunder",
        "omission",
        "misjudgement", "misjudgment", "forgetfulness", "inexperience", "inattention",
    ]
    private static let agents: WordSet = ["by", "of", "from"]
    private static let owners: WordSet = ["his", "her", "someone's", "somebody's", "my"]
    private static let outsiders: WordSet = ["sre", "sres", "ops", "devops", "support", "vendor", "supplier"]
    private static let unowned: ProsePhrases = [
        "by mistake", "an oversight", "by oversight", "through oversight", "simple oversight",
        "honest mistake",
        "a slip of", "an honest slip", "a simple mistake", "a silly mistake", "out of carelessness",
        "due to inexperience",
    ]
}

/// Nouns for one person at work.
enum IndividualNouns {
    static let all: WordSet = [
        "engineer", "developer", "operator", "someone", "somebody", "reviewer", "admin", "administrator",
        "intern", "contractor", "colleague", "technician", "author", "responder", "employee", "manager",
        "tester", "dba", "person", "programmer", "analyst", "sysadmin", "newcomer", "clerk", "nurse",
        "doctor",
        "physician", "pharmacist", "pilot", "conductor", "dispatcher", "supervisor",
        "volunteer", "curator", "librarian", "cashier", "teacher", "trainee", "apprentice", "student",
        "officer", "secretary", "assistant", "mechanic", "electrician", "plumber", "cleaner", "caretaker",
        "janitor", "consultant", "freelancer", "maintainer", "committer", "director", "boss", "specialist",
        "expert", "architect", "designer", "coordinator", "scientist", "researcher", "hydrologist",
        "chemist", "surveyor", "superintendent", "foreman", "commander", "scribe", "buyer",
        "bookkeeper", "accountant", "salesperson", "welder", "ranger", "warden", "midwife",
        "he", "she",
    ]
}
