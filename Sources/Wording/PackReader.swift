import Diagnostics
import StrictYAML

/// From a tree to a pack, with all problems on the way.
final class PackReader {
    private let reader: YAMLReader
    private let file: String
    private var parts: [String: Pattern] = [:]
    private var defaults = PackDefaults()

    init(_ file: String) {
        self.file = file
        reader = YAMLReader(file: file)
    }

    var problems: [YAMLProblem] { reader.problems }

    private enum PackKey: String, CaseIterable {
        case name
        case about
        case category
        case severity
        case message
        case question
        case rewrite
        case parts
        case headings
        case rules
        case probes
    }

    private struct PackDefaults {
        var category: String?
        var severity: RuleSeverity?
        var message: String?
        var question: String?
        var rewrite: String?
    }

    func pack(_ node: YAMLNode) -> RulePack? {
        guard let mapping = reader.mapping(node, keys: PackKey.self, of: "rule pack") else { return nil }
        defaults = PackDefaults(
            category: mapping.string(.category), severity: mapping.choice(.severity, as: RuleSeverity.self),
            message: mapping.string(.message), question: mapping.string(.question),
            rewrite: mapping.string(.rewrite))
        readParts(mapping.node(.parts))
        let name = mapping.requiredString(.name)
        let rules = mapping.sequence(.rules).compactMap(rule)
        for (index, rule) in rules.enumerated() where rules[..<index].contains(where: { $0.id == rule.id }) {
            reader.problem(at: mapping.sequence(.rules)[index], "the rule '\(rule.id)' stands twice")
        }
        return RulePack(
            name: name, about: mapping.string(.about) ?? "", file: file, rules: rules,
            probes: mapping.sequence(.probes).compactMap(probe), headings: headings(mapping.node(.headings)))
    }

    /// Parts may use those above them.
    private func readParts(_ node: YAMLNode?) {
        guard let node else { return }
        guard let entries = node.entries else {
            return reader.problem(at: node, "'parts' is a mapping of names to patterns")
        }
        for (key, value) in entries {
            guard let name = key.text, let pattern = pattern(value) else { continue }
            parts[name] = pattern
        }
    }

    private func headings(_ node: YAMLNode?) -> [(kind: String, phrases: [String])] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            reader.problem(at: node, "'headings' is a mapping of kinds of section to words of their headings")
            return []
        }
        return entries.map { key, value in
            let phrases = value.items?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
            return (key.text ?? "", phrases.map { $0.lowercased() })
        }
    }

    // MARK: rules

    private enum RuleKey: String, CaseIterable {
        case id
        case category
        case pattern
        case subject
        case notBefore = "not-before"
        case notAfter = "not-after"
        case unless
        case unlessLater = "unless-later"
        case needs
        case sections = "in"
        case notIn = "not-in"
        case severity
        case quotes
        case message
        case question
        case rewrite
        case flags
        case passes
    }

    /// Kinds of section as a list or as one text, with blanks between them.
    private func kinds(_ texts: [String]) -> Set<String> {
        Set(texts.flatMap { $0.split(separator: " ").map(String.init) })
    }

    private func rule(_ node: YAMLNode) -> WordingRule? {
        guard let mapping = reader.mapping(node, keys: RuleKey.self, of: "rule") else { return nil }
        let id = mapping.requiredString(.id)
        if !id.isEmpty, !WordClass.isName(id) {
            reader.problem(at: node, "the id of a rule is of small letters, digits and '-', not '\(id)'")
        }
        guard let category = category(mapping, node) else { return nil }
        let sections = kinds(mapping.strings(.sections))
        let flags = mapping.sequence(.flags).compactMap {
            example($0, sections.sorted().first, isMarked: true)
        }
        let passes = mapping.sequence(.passes).compactMap {
            example($0, sections.sorted().first, isMarked: false)
        }
        if flags.isEmpty { reader.problem(at: node, "the rule '\(id)' has no example under 'flags'") }
        if passes.isEmpty { reader.problem(at: node, "the rule '\(id)' has no example under 'passes'") }
        guard let message = mapping.string(.message) ?? defaults.message else {
            reader.problem(at: node, "the rule '\(id)' needs a 'message', its own or the pack's")
            return nil
        }
        return WordingRule(
            id: id, category: category,
            patterns: patterns(mapping.node(.pattern), node, "pattern of '\(id)'"),
            subjects: subjects(mapping.node(.subject)), notBefore: patterns(mapping.node(.notBefore)),
            notAfter: patterns(mapping.node(.notAfter)), unless: patterns(mapping.node(.unless)),
            unlessLater: patterns(mapping.node(.unlessLater)), needs: patterns(mapping.node(.needs)),
            sections: sections, otherSections: kinds(mapping.strings(.notIn)),
            severity: mapping.choice(.severity, as: RuleSeverity.self) ?? defaults.severity ?? .byTarget,
            readsQuotes: mapping.bool(.quotes) ?? false, message: message,
            question: mapping.string(.question) ?? defaults.question,
            rewrite: mapping.string(.rewrite) ?? defaults.rewrite, flags: flags, passes: passes,
            line: node.mark.line)
    }

    private func category(_ mapping: MappingReader<RuleKey>, _ node: YAMLNode) -> RuleCategory? {
        let known = BlameCategory.allCases.map(\.rawValue) + WordingTrap.allCases.map(\.rawValue)
        guard let name = mapping.string(.category) ?? defaults.category else {
            reader.problem(
                at: node, "a rule needs a 'category', its own or the pack's: \(joined(known, "or"))")
            return nil
        }
        if let category = RuleCategory(named: name) { return category }
        let guess =
            closest(to: name, in: known).map { "did you mean '\($0)'?" } ?? "known: \(joined(known, "and"))"
        reader.problem(at: mapping.node(.category) ?? node, "unknown category '\(name)'; \(guess)")
        return nil
    }

    private func subjects(_ node: YAMLNode?) -> Set<SubjectKind>? {
        guard let node else { return nil }
        let names =
            node.text.map { $0.split(separator: " ").map(String.init) } ?? node.items?.compactMap(\.text)
            ?? []
        var kinds: Set<SubjectKind> = []
        for name in names {
            if let group = SubjectKind.groups[name] {
                kinds.formUnion(group)
            } else if let kind = SubjectKind(rawValue: name) {
                kinds.insert(kind)
            } else {
                let known = SubjectKind.allCases.map(\.rawValue) + SubjectKind.groups.keys.sorted()
                reader.problem(at: node, "unknown subject '\(name)'; known: \(joined(known, "and"))")
            }
        }
        return kinds
    }

    private func patterns(_ node: YAMLNode?, _ place: YAMLNode, _ name: String) -> [Pattern] {
        if node == nil { reader.problem(at: place, "the \(name) is missing") }
        return patterns(node)
    }

    private func patterns(_ node: YAMLNode?) -> [Pattern] {
        guard let node else { return [] }
        return (node.items ?? [node]).compactMap(pattern)
    }

    private func pattern(_ node: YAMLNode) -> Pattern? {
        guard let text = node.text else {
            reader.problem(at: node, "a pattern is a text")
            return nil
        }
        var parser = PatternParser(text, parts: parts)
        let pattern = parser.parse()
        if let problem = parser.problem { reader.problem(at: node, "the pattern cannot be read: \(problem)") }
        return pattern
    }

    // MARK: examples

    /// `(actions) Remind everyone.` stands in a section of that kind.
    private func example(_ node: YAMLNode, _ section: String?, isMarked: Bool) -> RuleExample? {
        guard let text = node.text else {
            reader.problem(at: node, "an example is a text")
            return nil
        }
        var example = RuleExample(
            text: text, section: section, line: node.mark.line, column: node.mark.column)
        if text.hasPrefix("("), let end = text.firstIndex(of: ")") {
            example.section = String(text[text.index(after: text.startIndex)..<end])
            example.text = String(text[text.index(after: end)...].drop { $0 == " " })
        }
        guard isMarked else { return example }
        let parts = example.text.split(separator: "⟦", omittingEmptySubsequences: false)
        let ends = parts.count == 2 ? parts[1].split(separator: "⟧", omittingEmptySubsequences: false) : []
        guard ends.count == 2 else {
            reader.problem(at: node, "the words to be marked stand between one ⟦ and one ⟧")
            return nil
        }
        let start = parts[0].utf8.count
        example.marked = start..<(start + ends[0].utf8.count)
        example.text = String(parts[0] + ends[0] + ends[1])
        return example
    }

    // MARK: probes

    private enum ProbeKey: String, CaseIterable {
        case id
        case pattern
        case unless
        case question
        case flags
        case passes
    }

    private func probe(_ node: YAMLNode) -> Probe? {
        guard let mapping = reader.mapping(node, keys: ProbeKey.self, of: "probe") else { return nil }
        let probe = Probe(
            id: mapping.requiredString(.id),
            patterns: patterns(mapping.node(.pattern), node, "pattern of a probe"),
            unless: patterns(mapping.node(.unless)), question: mapping.requiredString(.question),
            flags: mapping.strings(.flags), passes: mapping.strings(.passes), line: node.mark.line)
        if probe.flags.isEmpty || probe.passes.isEmpty {
            reader.problem(at: node, "the probe '\(probe.id)' needs examples under 'flags' and 'passes'")
        }
        return probe
    }
}
