import IncidentTime

/// Causes that stop at what somebody did or left undone.
enum PersonAsCause {
    private static let phrases: ProsePhrases = [
        "human error", "user error", "operator error", "human mistake", "human failure", "typo by",
        "pilot error", "personal error", "manual error", "human factor",
    ]
    static let people: WordSet = [
        "engineer", "engineers", "developer", "developers", "operator", "operators", "someone", "somebody",
        "reviewer", "reviewers", "admin", "administrator", "he", "she",
        "they", "intern", "contractor", "colleague", "technician", "author", "responder", "nobody",
        "employee", "manager", "tester", "dba", "person", "we",
        "team", "lead", "programmer", "analyst", "on-call", "call", "staff", "everyone", "people", "owner",
        "sysadmin", "newcomer",
    ]
    static let lapses: WordSet = [
        "forgot", "forgotten", "mistake", "mistakes", "mistakenly", "careless", "carelessly", "failed",
        "neglected", "ignored", "overlooked", "missed", "mistyped", "misread",
        "misunderstood", "accidentally", "inattentive", "inexperienced", "distracted", "tired", "skipped",
        "bothered", "negligent", "omitted", "incorrectly", "wrongly", "misconfigured", "lazy", "rushed",
        "attention", "slipped", "unaware", "hasty", "sloppy", "guessed", "misheard", "misjudged", "mixed",
        "mislabelled", "mislabeled", "misplaced", "overslept", "inexperience", "unfamiliar", "untrained",
    ]
    private static let negations: ProsePhrases = [
        "did not check", "didn't check", "did not notice", "didn't notice", "did not know", "didn't know",
        "did not test", "didn't test", "did not read", "didn't read", "did not follow", "didn't follow",
        "did not think", "didn't think", "not pay attention", "didn't pay", "did not run", "didn't run",
        "did not verify", "didn't verify", "was not careful", "wasn't careful", "made a mistake",
        "did not remember", "didn't remember", "was careless", "should have", "did not review",
        "didn't review", "did not look", "didn't look", "did not see", "did not update", "didn't update",
        "did not tell", "didn't tell", "pressed the wrong", "typed the wrong", "entered the wrong",
        "chose the wrong", "picked the wrong", "clicked the wrong", "ran the wrong", "used the wrong",
        "selected the wrong", "made the wrong", "lacked discipline", "lacked experience", "lacked attention",
    ]
    /// What only people are or do, whoever is named.
    private static let humanLapses: WordSet = [
        "careless", "carelessly", "carelessness", "inattentive", "inattention", "negligent", "negligence",
        "lazy", "laziness", "distracted", "hasty", "forgot", "forgetful", "sloppy", "sloppiness",
        "thoughtless", "thoughtlessness", "forgetfulness", "incompetence", "incompetent",
    ]
    private static let humanPhrases: ProsePhrases = [
        "mistake by", "error by", "not careful enough", "lack of attention", "lack of care",
        "paid no attention", "did not pay attention", "didn't pay attention", "insufficient attention",
        "insufficient care", "not enough care", "not enough attention", "lack of discipline",
        "lack of diligence", "lack of experience", "lack of concentration",
    ]
    /// Said of a machine too, so that somebody has to be named.
    private static let namedLapses: ProsePhrases = [
        "did not know", "didn't know", "did not remember", "didn't remember", "did not think", "didn't think",
        "did not look", "didn't look", "did not tell", "didn't tell", "did not read", "didn't read",
        "made a mistake", "missed", "overlooked", "skipped", "ignored",
    ]

    /// - Parameter names: of people in the document.
    static func ends(at text: String, names: @autoclosure () -> WordSet) -> Bool {
        let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
        if phrases.stand(in: words) || humanPhrases.stand(in: words) || words.has(humanLapses) { return true }
        if HumanSlip.isTold(in: words, names: names) || UndoneBySomebody.isTold(in: words, text, names: names)
        {
            return true
        }
        if namedLapses.stand(in: words.prefix(10)) {
            let names = names()
            if let name = words.prefix(3).firstIndex(where: { names.contains($0.key) }),
                namedLapses.stand(in: words[name...].prefix(7))
            {
                return true
            }
        }
        guard let subject = words.prefix(8).firstIndex(where: { people.contains($0.key) }) else {
            return false
        }
        let rest = words[subject...].prefix(9)
        return rest.has(lapses) || negations.stand(in: rest)
    }
}
