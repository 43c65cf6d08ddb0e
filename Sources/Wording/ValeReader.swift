import Diagnostics
import StrictYAML

/// Reads rules that are written for Vale: `existence`, `substitution` and `occurrence`.
///
/// Of regular expressions the part is read that says words: letters, blanks (`\s`, `\s+`), alternatives, groups, `?`
/// behind a letter or a group, sets of letters, `\w+` for a word, and `\b`, which is always meant. Case never matters.
enum ValeReader {
    private enum Key: String, CaseIterable {
        case extends
        case message
        case description
        case link
        case level
        case scope
        case ignorecase
        case nonword
        case append
        case vocab
        case limit
        case action
        case capitalize
        case category
        case tokens
        case raw
        case exceptions
        case swap
        case token
        case max
    }

    private enum Kind: String, CaseIterable {
        case existence
        case substitution
        case occurrence
    }

    static func read(_ node: YAMLNode, file: String) -> (pack: RulePack?, problems: [YAMLProblem]) {
        let reader = YAMLReader(file: file)
        guard let mapping = reader.mapping(node, keys: Key.self, of: "rule of Vale's"),
            let kind = mapping.choice(.extends, as: Kind.self)
        else { return (nil, reader.problems) }
        let name = file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? file
        var draft = ValeRule(mapping.string(.message) ?? "'%s' is on a list of words.", node)
        draft.id = name
        draft.severity = ["error": .error, "warning": .warning][mapping.string(.level) ?? ""] ?? .warning
        if let category = mapping.choice(.category, as: BlameCategory.self) {
            draft.category = .blame(category)
        }
        draft.exceptions = patterns(under: .exceptions, of: mapping, reader)
        let rules: [WordingRule] =
            switch kind {
            case .existence:
                [
                    draft.rule(
                        patterns(under: .tokens, of: mapping, reader)
                            + rawPatterns(of: mapping, reader))
                ]
            case .substitution:
                (mapping.node(.swap)?.entries ?? []).map { key, value in
                    // `really|quite` are two to choose from.
                    let instead = value.text?.split(separator: "|").joined(separator: " or ")
                    return draft.rule(patterns(key.text ?? "", key, reader), instead: instead)
                }
            case .occurrence:
                [
                    draft.rule(
                        patterns(mapping.requiredString(.token), node, reader),
                        allowed: mapping.int(.max) ?? 0)
                ]
            }
        guard reader.problems.isEmpty else { return (nil, reader.problems) }
        return (
            RulePack(
                name: name, about: "A rule of Vale's.", file: file, rules: rules, probes: [], headings: []),
            []
        )
    }

    /// Those of a list, each told at its own place where it cannot be read.
    private static func patterns(under key: Key, of mapping: MappingReader<Key>, _ reader: YAMLReader)
        -> [Pattern]
    {
        guard mapping.strings(key).count > 0, let list = mapping.node(key) else { return [] }
        return (list.items ?? [list]).flatMap { item in item.text.map { patterns($0, item, reader) } ?? [] }
    }

    /// The parts of one expression, one behind the other.
    private static func rawPatterns(of mapping: MappingReader<Key>, _ reader: YAMLReader) -> [Pattern] {
        let parts = mapping.strings(.raw)
        guard !parts.isEmpty, let node = mapping.node(.raw) else { return [] }
        return patterns(parts.joined(), node, reader)
    }

    private static func patterns(_ expression: String, _ node: YAMLNode, _ reader: YAMLReader) -> [Pattern] {
        var expansion = RegexExpansion(expression)
        let texts = expansion.run()
        if let problem = expansion.problem {
            reader.problem(at: node, "the expression '\(expression)' cannot be read: \(problem)")
            return []
        }
        return texts.map { text in .sequence(RegexExpansion.words(text)) }
    }
}

/// What the rules of one file have in common.
private struct ValeRule {
    var id = ""
    var category = RuleCategory.blame(.loadedTone)
    var severity = RuleSeverity.warning
    var exceptions: [Pattern] = []
    private let message: String
    private let line: Int

    init(_ message: String, _ node: YAMLNode) {
        self.message = message
        line = node.mark.line
    }

    func rule(_ patterns: [Pattern], instead: String? = nil, allowed: Int = 0) -> WordingRule {
        var text = message
        let places = text.ranges(of: "%s")
        if let instead, places.count > 1 { text.replaceSubrange(places[0], with: instead) }
        return WordingRule(
            id: id, category: category, patterns: patterns, notBefore: [], notAfter: [], unless: exceptions,
            unlessLater: [], needs: [], sections: [], otherSections: [], severity: severity,
            readsQuotes: false,
            message: text.replacing("%s", with: "{words}"), question: nil, rewrite: instead, flags: [],
            passes: [], line: line, allowed: allowed)
    }
}
