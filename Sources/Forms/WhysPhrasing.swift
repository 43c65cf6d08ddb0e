/// The guide's words around a forest of whys.
package struct WhysPhrasing: Sendable {
    /// The next question, with `{answer}` where the previous answer is quoted.
    package var askNext: String
    /// Invites a second cause beside the first.
    package var askMore: String
    package var askEvidence: String
    package var askEnding: String
    /// Words that begin an answer with a capital and are quoted without it; names keep theirs.
    package var commonWords: Set<String>
    package var labels: Labels
    package var chains: [Chain]
    /// Resting places that are asked about once.
    package var rests: [Rest]

    /// The words before a colon in the bullets beneath a cause.
    package struct Labels: Sendable {
        package var evidence: String
        package var ends: String
        package var action: String
        package var factor: String

        package init(evidence: String, ends: String, action: String, factor: String = "Factor") {
            self.evidence = evidence
            self.ends = ends
            self.action = action
            self.factor = factor
        }
    }

    /// An answer that a chain had better not end at, and the question that leads on from it.
    package struct Rest: Equatable, Sendable {
        package var kind: RestKind
        package var ask: String
        /// Found anywhere in the answer; one that ends with `*` matches the beginnings of words.
        package var words: [String]
        /// The answer begins with one of these.
        package var starts: [String]

        package init(kind: RestKind, ask: String, words: [String] = [], starts: [String] = []) {
            self.kind = kind
            self.ask = ask
            self.words = words
            self.starts = starts
        }
    }

    /// A starting point; the first has no heading of its own.
    package struct Chain: Sendable {
        package var id: String
        package var heading: String?
        package var ask: String

        package init(id: String, heading: String?, ask: String) {
            self.id = id
            self.heading = heading
            self.ask = ask
        }
    }

    package init(
        askNext: String, askMore: String, askEvidence: String, askEnding: String = "",
        commonWords: Set<String> = [], labels: Labels,
        chains: [Chain], rests: [Rest] = []
    ) {
        self.askNext = askNext
        self.askMore = askMore
        self.askEvidence = askEvidence
        self.askEnding = askEnding
        self.commonWords = commonWords
        self.labels = labels
        self.chains = chains
        self.rests = rests
    }

    /// The question that an answer leads to, quoting it without its capital, its full stop or a leading *because*.
    /// Quotation marks of the answer become single ones where the pattern has its own around it.
    package func question(after answer: String) -> String {
        let words = quoted(answer)
        let isMarked = askNext.contains("\"{answer}\"")
        return askNext.replacing("{answer}", with: isMarked ? words.replacing("\"", with: "'") : words)
    }

    private func quoted(_ answer: String) -> String {
        let spoken = Self.withoutEscapes(answer.prefix { $0 != "\n" })
        var words = spoken.split(separator: " ", omittingEmptySubsequences: true)[...]
        if words.count > 1, words.first?.lowercased() == "because" { words = words.dropFirst() }
        var text = words.joined(separator: " ")
        while let last = text.last, ".!?;,".contains(last) { text.removeLast() }
        return startsCommonly(text) ? text.prefix(1).lowercased() + text.dropFirst() : text
    }

    /// The words without the backslashes that keep them from being a label, a list or a heading.
    private static func withoutEscapes(_ text: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if isEscaped, ":#-+.)>[|=~".contains(character) { plain.removeLast() }
            plain.append(character)
            isEscaped = character == "\\" && !isEscaped
        }
        return plain
    }

    /// Whether the first word is no name: one that the guide lists, or a noun or verb by its ending.
    private func startsCommonly(_ text: String) -> Bool {
        let word = text.prefix { $0 != " " }
        guard word.first?.isUppercase == true,
            !word.dropFirst().contains(where: { $0.isUppercase || $0.isNumber })
        else {
            return false
        }
        let endings = [
            "ing", "tion", "ment", "ness", "ity", "ance", "ence", "ers", "ons", "ies", "ets", "ests", "ges",
            "oys",
        ]
        return commonWords.contains(word.lowercased()) || endings.contains { word.hasSuffix($0) }
    }
}
