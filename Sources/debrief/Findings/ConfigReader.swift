import Diagnostics
import StrictYAML

/// Reads a configuration strictly: what it does not say in so many words would be passed over in silence.
struct ConfigReader {
    let reader: YAMLReader
    /// Categories, rules and checks that may be named.
    let known: Set<String>

    private enum Key: String, CaseIterable {
        case words
        case people
        case teams
        case systems
        case rules
        case exclude

        /// A value that would work.
        var example: String {
            switch self {
            case .words: "[\"blast radius\"]"
            case .people: "[Ana Ruiz, Bo Okafor]"
            case .teams: "[Atlas, SRE]"
            case .systems: "[ledger, Hermes]"
            case .rules: "'weak-action: off'"
            case .exclude: "[\"archive/**\"]"
            }
        }
    }

    /// Keys that people try, and where that stands which they mean.
    private static let elsewhere = [
        "fail-on": "'fail-on' is an option of the command and no key here: '--fail-on warning'",
        "format": "'format' is an option of the command and no key here: '--format json'",
        "only": "'only' is an option of the command and no key here: '--only omission'",
        "except":
            "'except' is an option of the command and no key here; for good it is 'rules: {weak-action: off}'",
        "severity": "severities stand under 'rules', as in 'rules: {weak-action: off}'",
        "categories": "categories stand under 'rules', as in 'rules: {weak-action: off}'",
    ]

    func config(_ node: YAMLNode) -> ProjectConfig? {
        guard let map = reader.mapping(withoutStrays(node), keys: Key.self, of: "configuration") else {
            return nil
        }
        let (teams, systems) = (texts(.teams, map), texts(.systems, map))
        tellBoth(teams, systems)
        return ProjectConfig(
            words: texts(.words, map).map { $0.text.lowercased() }, people: texts(.people, map).map(\.text),
            teams: teams.map(\.text), systems: systems.map(\.text), rules: rules(map),
            exclude: texts(.exclude, map).compactMap { pattern($0.text, $0.node) })
    }

    /// Without the keys that belong elsewhere, which are told.
    private func withoutStrays(_ node: YAMLNode) -> YAMLNode {
        guard let entries = node.entries else { return node }
        let kept = entries.filter { key, _ in
            guard let message = Self.elsewhere[key.text ?? ""] else { return true }
            reader.problem(at: key, message)
            return false
        }
        return YAMLNode(.mapping(kept), at: node.mark)
    }

    private func texts(_ key: Key, _ map: MappingReader<Key>) -> [(text: String, node: YAMLNode)] {
        guard let node = map.node(key), node.text != "" else { return [] }
        guard let items = node.items else {
            reader.problem(at: node, "'\(key.rawValue)' is a list such as \(key.example), not \(seen(node))")
            return []
        }
        return items.compactMap { item in
            guard let text = item.text else {
                reader.problem(at: item, "'\(key.rawValue)' is a list of texts, and this is \(seen(item))")
                return nil
            }
            if text.isEmpty {
                reader.problem(at: item, "'\(key.rawValue)' holds an empty text; leave it out")
            }
            return (text, item)
        }
    }

    private func pattern(_ text: String, _ node: YAMLNode) -> GlobPattern? {
        guard let problem = GlobPattern.problem(in: text) else { return GlobPattern(text) }
        reader.problem(at: node, problem)
        return nil
    }

    /// A name cannot be judged as people are and fail as machines do.
    private func tellBoth(
        _ teams: [(text: String, node: YAMLNode)], _ systems: [(text: String, node: YAMLNode)]
    ) {
        let named = Set(teams.map { $0.text.lowercased() })
        for (text, node) in systems where named.contains(text.lowercased()) {
            reader.problem(at: node, "'\(text)' stands under 'teams' as well; it is one or the other")
        }
    }

    private func rules(_ map: MappingReader<Key>) -> [String: ProjectConfig.Setting] {
        guard let node = map.node(.rules), node.text != "" else { return [:] }
        guard let entries = node.entries else {
            reader.problem(at: node, "'rules' is a mapping such as \(Key.rules.example), not \(seen(node))")
            return [:]
        }
        var rules: [String: ProjectConfig.Setting] = [:]
        for (key, value) in entries {
            let name = key.text ?? ""
            if !known.contains(name) {
                reader.problem(at: key, "unknown rule or category '\(name)'\(guess(name, Array(known)))")
            }
            rules[name] = setting(value, of: name)
        }
        return rules
    }

    private func setting(_ node: YAMLNode, of name: String) -> ProjectConfig.Setting? {
        if let setting = node.text.flatMap(ProjectConfig.Setting.init(rawValue:)) { return setting }
        let all = ProjectConfig.Setting.allCases.map(\.rawValue)
        reader.problem(
            at: node, "'\(name)' is \(joined(all, "or")), not \(seen(node))\(guess(node.text ?? "", all))")
        return nil
    }

    private func guess(_ text: String, _ known: [String]) -> String {
        closest(to: text, in: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    private func seen(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text): "'\(text)'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
