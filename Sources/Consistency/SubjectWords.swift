import IncidentTime

/// What a sentence is about: its words without the small ones, cut back to what their forms share.
package struct SubjectWords: Equatable, Sendable {
    package let stems: Set<String>

    package init(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
        stems = Set(
            words.compactMap { word in
                let bare = String(word)
                guard bare.count > 1, !Self.small.contains(bare), !bare.allSatisfy(\.isNumber),
                    FactorLabel(word) == nil
                else { return nil }
                return Self.stem(bare)
            })
    }

    init(_ words: some Sequence<ProseWord>) {
        stems = Set(
            words.lazy.filter {
                $0.text.utf8.count > 1 && $0.text.first?.isLetter == true && !Self.small.contains($0.text)
            }
            .map { Self.stem($0.text) })
    }

    private init(stems: Set<String>) { self.stems = stems }

    package var isEmpty: Bool { stems.isEmpty }

    package func shared(with other: SubjectWords) -> Int { stems.intersection(other.stems).count }

    /// The share of the smaller text that the other one has too.
    func overlap(with other: SubjectWords) -> Double {
        let smaller = min(stems.count, other.stems.count)
        return smaller == 0 ? 0 : Double(shared(with: other)) / Double(smaller)
    }

    package func union(_ other: SubjectWords) -> SubjectWords {
        SubjectWords(stems: stems.union(other.stems))
    }

    /// `monitoring`, `monitors` and `monitored` are one word.
    static func stem(_ word: String) -> String {
        var stem = word[...]
        for ending in endings where stem.count >= ending.count + 3 && stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.count)
            break
        }
        return String(stem.prefix(7))
    }

    /// Longer endings first.
    private static let endings = [
        "ations", "ation", "ments", "ment", "ities", "ings", "ions", "ers", "ing", "ion", "ies", "ity", "ed",
        "er", "es", "al", "ly", "y", "e", "s",
    ]

    private static let small: Set<String> = [
        "the", "and", "for", "with", "from", "into", "that", "this", "these", "those", "when", "while",
        "where",
        "which", "what", "than", "then", "are", "was", "were", "has", "have", "had", "its", "our", "their",
        "all",
        "any", "each", "every", "some", "more", "most", "less", "not", "but", "only", "also", "can", "could",
        "will", "would", "should", "must", "may", "over", "under", "after", "before", "during", "between",
        "until",
        "of", "to", "in", "on", "at", "by", "as", "is", "be", "it", "an", "or", "so", "if", "we", "no", "up",
        "out",
        "add", "added", "adding", "make", "made", "set", "get", "use", "used", "using", "new", "one", "two",
        "implement", "implemented", "create", "created", "establish", "introduce", "enable", "update",
        "require",
        "required", "requirement", "mandate", "maintain", "conduct", "ensure", "provide", "define", "keep",
        "because", "been", "being", "there", "they", "them", "about", "per", "via", "such", "own", "who",
        "how",
    ]
}
