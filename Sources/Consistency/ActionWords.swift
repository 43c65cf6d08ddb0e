import Diagnostics
import Guides

/// The words of an action, looked up in the lists below.
struct ActionWords {
    private let words: [String]
    /// Without a word or two and a colon before them.
    private let said: [String]

    init(_ text: String) {
        words = Self.words(of: text)
        let rest = ActionTags.withoutLead(text)
        said = rest == text ? words : Self.words(of: rest)
    }

    private static func words(of text: String) -> [String] {
        let lower = text.lowercased()
        return (lower.holds(0xE2) ? lower.replacing("’", with: "'") : lower)
            .words(with: "'%-")
            .map { $0.holds(0x27) ? $0.filter { $0 != "'" } : String($0) }.filter { $0 != "-" }
    }

    var verb: ActionReading.Verb {
        let said = said.drop { Self.openers.contains($0) }
        guard let first = said.first else { return .none }
        if let weak = Self.weakStarts.first(of: Array(said)) { return .weak(weak) }
        if Self.weakVerbs.contains(first) || onlyCompares(said) { return .weak(first) }
        return Self.isVerb(first)
            || said.dropFirst().prefix(6).contains(where: { Self.participles.contains($0) })
            ? .strong(first) : .none
    }

    /// A number, a limit, a *so that*: something that can be looked at.
    var hasMeasure: Bool {
        Self.measures.stand(in: words) || words.contains { Self.isFigure($0) }
    }

    /// A verb that ends with its result, or a weak one with a measure; a bare word or two has none.
    var hasEndState: Bool {
        if hasMeasure { return true }
        if case .weak = verb { return false }
        return words.count > 2
    }

    /// A weak start stays weak; else the strongest word counts.
    var strength: ActionStrength? {
        if startsWeakly { return .weaker }
        if has(Self.stronger) { return .stronger }
        if has(Self.intermediate) { return .intermediate }
        return has(Self.weaker) ? .weaker : nil
    }

    func purposes(horizon: Horizon?) -> Set<ActionPurpose> {
        var found: Set<ActionPurpose> = []
        let isNow = horizon == .day
        if has(Self.investigating) { found.insert(.investigate) }
        if has(Self.repairing) { found.insert(.repair) }
        if has(Self.easing) { found.insert(isNow ? .mitigate : .mitigateNext) }
        if has(Self.easingNow) { found.insert(.mitigate) }
        if has(Self.softening) { found.insert(.mitigateNext) }
        if has(Self.detecting) { found.insert(.detect) }
        if has(Self.preventing) { found.insert(.prevent) }
        return found
    }

    // MARK: looking up

    /// `make the runbook better`, `more care with deploys`: somewhat more of something, and no saying how much.
    private func onlyCompares(_ said: ArraySlice<String>) -> Bool {
        guard let first = said.first, let last = said.last else { return false }
        if Self.vagueAmounts.contains(first) { return true }
        guard Self.changing.contains(first) else { return false }
        return Self.comparatives.contains(last) || said.suffix(2).first == "more"
    }

    private var startsWeakly: Bool {
        guard let first = words.first(where: { !Self.openers.contains($0) }) else { return false }
        return Self.weakerStarts.contains(first)
            || Self.weakerPhrases.first(of: words) != nil
    }

    private func has(_ list: WordBeginnings) -> Bool { list.stand(in: words) }

    private static func isVerb(_ word: String) -> Bool { strongVerbs.contains(word) }

    /// `5%`, `200`, `99.9`, `10s`, but not the version in `v2`.
    private static func isFigure(_ word: String) -> Bool {
        guard let first = word.first, first.isNumber else { return false }
        return word.count < 8
    }
}
