import IncidentTime

/// Beginnings of actions of which nobody can tell when they are done.
extension ActionWords {
    /// Verbs that have no end of their own.
    static let weakVerbs: WordSet = [
        "improve", "improving", "investigate", "ensure", "consider", "review", "explore", "discuss",
        "evaluate",
        "monitor", "strengthen", "enhance", "optimize", "optimise", "encourage", "promote", "raise", "remind",
        "revisit", "examine", "assess", "analyze", "analyse", "study", "research", "understand", "try",
        "think",
        "address", "handle", "support", "better", "increase", "reduce", "align", "check", "watch",
        "coordinate",
        "collaborate", "communicate", "rethink", "tighten", "foster", "continue", "strive", "aim", "focus",
        "emphasise", "emphasize", "sensitise", "sensitize", "familiarise", "familiarize", "reconsider",
        "reflect",
        "learn", "stress", "tackle",
    ]

    static let weakStarts: WordPhrases = [
        "be careful", "be more careful", "be more", "be aware", "look into", "look at", "make sure",
        "pay attention", "pay more attention", "pay closer attention", "pay better attention", "be vigilant",
        "stay alert", "stay vigilant", "be mindful", "remember to", "try to", "try harder",
        "give more thought",
        "take care", "think about", "follow up", "work on", "do better", "keep an eye", "should be",
        "get better",
        "take a look", "work towards", "work toward", "get a grip", "get a handle", "keep an open eye",
        "be on guard", "pay heed", "talk to", "talk about", "reach out", "bear in mind", "keep in mind",
        "think twice",
        "have a look", "have a closer look", "take a closer look", "be on the lookout", "do something",
        "get to grips", "deal with", "sort out", "see whether", "see if", "see what", "find ways",
        "find a better way", "find a way", "find better ways", "spread the word", "keep working",
        "learn from",
    ]

    /// An action that begins with one of these is a wish.
    static let vagueAmounts: WordSet = ["more", "better", "greater", "further", "closer"]
    static let changing: WordSet = ["make", "get", "keep", "render", "take", "treat"]
    static let comparatives: WordSet = [
        "better", "safer", "clearer", "faster", "easier", "simpler", "stronger", "quicker", "nicer",
        "smoother",
        "tidier", "cleaner", "smarter", "seriously", "carefully", "closely", "thoroughly", "robust",
        "resilient", "reliable", "safe", "clear",
    ]
}
