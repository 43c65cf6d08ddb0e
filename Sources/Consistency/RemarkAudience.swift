import IncidentTime

/// Whom a remark on communication is about: people outside, people inside, or some that it names.
struct RemarkAudience {
    private enum Side {
        case outside
        case inside
    }

    private let side: Side?
    private let words: SubjectWords

    init(_ words: ArraySlice<ProseWord>) {
        side =
            words.lazy.compactMap { word -> Side? in
                let stems = Stems([word])
                return stems.has(Self.outsiders) ? .outside : stems.has(Self.insiders) ? .inside : nil
            }.first
        self.words = SubjectWords(words.filter { !RemarkTone.isOne($0) && !Self.plain.contains($0.key) })
    }

    /// Of people inside there are many groups; those outside are one public.
    func isSame(as other: RemarkAudience) -> Bool {
        switch (side, other.side) {
        case (.outside?, .outside?): true
        case (.outside?, .inside?), (.inside?, .outside?): false
        case (.inside?, .inside?), (nil, _), (_, nil): words.shared(with: other.words) > 0
        }
    }

    private static let outsiders: WordSet = [
        "public", "outside", "outsid", "customer", "user", "guest", "passenger", "member", "visitor",
        "patient",
        "subscriber", "reader", "client", "travel", "resident", "citizen", "press", "status", "website",
        "banner",
        "app", "board", "facebook", "twitter", "people", "tenant", "household", "student", "parent",
        "shopper",
        "buyer", "skipper", "farmer",
    ]
    private static let insiders: WordSet = [
        "internal", "inside", "team", "colleague", "staff", "desk", "branch", "ward", "support", "manag",
        "management", "executiv", "leadership", "engineer", "responder", "stakeholder", "department",
        "office",
        "store", "shop", "depot", "crew",
    ]
    private static let plain: WordSet = [
        "utc", "minute", "minutes", "hour", "hours", "incident", "morning", "night", "evening", "word",
        "words",
        "communication", "information", "news", "update", "updates",
    ]
}
