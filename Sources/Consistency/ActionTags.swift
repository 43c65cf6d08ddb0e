import Diagnostics
import Guides
import IncidentTime

/// What an action is marked with before or behind its words: `Detect: …`, `… (mitigate, F2)`, `… [prevent; F1]`.
struct ActionTags {
    /// The action without its marks.
    private(set) var text: String
    /// The purposes that it names itself, in the words of a person.
    private var names: Set<Name> = []

    private enum Name {
        case investigate
        case mitigate
        case repair
        case detect
        case prevent
    }

    init(_ action: String) {
        text = action
        while let bracket = Self.bracket(atEndOf: text) { take(bracket) }
        guard let lead = Self.lead(of: text), let found = Self.names(in: lead.words) else { return }
        names.formUnion(found)
        text = lead.rest
    }

    /// Relief within a day is for this incident, and for the next one later.
    func purposes(horizon: Horizon?) -> Set<ActionPurpose> {
        Set(
            names.map { name in
                switch name {
                case .investigate: .investigate
                case .mitigate: horizon == .day ? .mitigate : .mitigateNext
                case .repair: .repair
                case .detect: .detect
                case .prevent: .prevent
                }
            })
    }

    /// The action behind a word or two and a colon, of any kind: `Runbook: …`.
    static func withoutLead(_ text: String) -> String { lead(of: text)?.rest ?? text }

    // MARK: marks

    private typealias Mark = (words: [String], rest: String)

    private mutating func take(_ bracket: Mark) {
        names.formUnion(Self.names(in: bracket.words) ?? [])
        text = bracket.rest
    }

    private static func lead(of text: String) -> Mark? {
        guard let colon = text.place(of: ": "), text[..<colon.lowerBound].utf8.count <= 24 else { return nil }
        let words = text[..<colon.lowerBound].lowercased().words().map(String.init)
        let rest = String(text[colon.upperBound...])
        return (1...2).contains(words.count) && !rest.isEmpty ? (words, rest) : nil
    }

    /// A bracket at the end that holds nothing but labels and purposes.
    private static func bracket(atEndOf text: String) -> Mark? {
        guard let close = text.last, close == ")" || close == "]",
            let start = text.lastIndex(of: close == ")" ? "(" : "[")
        else { return nil }
        let words = text[text.index(after: start)...].lowercased().words().map(String.init)
        guard !words.isEmpty, names(in: words) != nil else { return nil }
        var rest = text[..<start]
        while rest.last == " " { rest.removeLast() }
        return rest.isEmpty ? nil : (words, String(rest))
    }

    /// Nil as soon as one of the words is neither a purpose nor a label.
    private static func names(in words: [String]) -> Set<Name>? {
        var found: Set<Name> = []
        for word in words {
            if let name = purposes.first(where: { $0.words.contains(word) })?.name {
                found.insert(name)
            } else if FactorLabel(word) == nil, !passing.contains(word) {
                return nil
            }
        }
        return found
    }

    private static let purposes: [(name: Name, words: WordSet)] = [
        (.investigate, ["investigate", "investigation", "understand"]),
        (
            .mitigate,
            ["mitigate", "mitigates", "mitigation", "mitigating", "contain", "containment", "respond"]
        ),
        (
            .repair,
            ["repair", "repairs", "fix", "correct", "corrective", "recover", "recovery", "remediation"]
        ),
        (.detect, ["detect", "detects", "detection", "detective"]),
        (.prevent, ["prevent", "prevents", "prevention", "preventive", "preventative"]),
    ]
    private static let passing: WordSet = ["and", "factor", "factors", "for", "addresses", "answers"]
}
