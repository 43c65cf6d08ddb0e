import Forms
import StrictYAML

/// How whys are worded: `how` asks what made it possible, `why` keeps the familiar word.
enum WhysMode: String, CaseIterable {
    case how
    case why
}

extension FormReader {
    var phrasing: WhysPhrasing {
        let labels = map.node(FormKey.labels.rawValue).flatMap {
            reader.mapping($0, keys: LabelKey.self, of: "labels")
        }
        return WhysPhrasing(
            askNext: worded(.askNext), askMore: worded(.askMore), askEvidence: worded(.askEvidence),
            askEnding: worded(.askEnding),
            commonWords: Set(map.sequence(FormKey.commonWords.rawValue).compactMap { $0.text?.lowercased() }),
            labels: .init(
                evidence: labels?.string(.evidence) ?? "Evidence", ends: labels?.string(.ends) ?? "Ends here",
                action: labels?.string(.action) ?? "Action", factor: labels?.string(.factor) ?? "Factor"),
            chains: chains.isEmpty
                ? [.init(id: "happened", heading: nil, ask: "How did it come to happen?")] : chains,
            rests: rests)
    }

    private var chains: [WhysPhrasing.Chain] {
        map.sequence(FormKey.chains.rawValue).compactMap { node in
            guard let chain = reader.mapping(node, keys: ChainKey.self, of: "chain") else { return nil }
            guard let ask = chain.node(.ask), ask.entries != nil else {
                return .init(
                    id: chain.requiredString(.id), heading: chain.string(.heading),
                    ask: chain.requiredString(.ask))
            }
            return .init(
                id: chain.requiredString(.id), heading: chain.string(.heading), ask: worded(ask))
        }
    }

    private var rests: [WhysPhrasing.Rest] {
        map.sequence(FormKey.rests.rawValue).compactMap { node in
            guard let rest = reader.mapping(node, keys: RestKey.self, of: "rest"),
                let kind = rest.choice(.kind, as: RestKind.self)
            else { return nil }
            return .init(
                kind: kind, ask: rest.requiredString(.ask), words: rest.strings(.words),
                starts: rest.strings(.starts))
        }
    }

    // MARK: why or how

    private var mode: WhysMode { map.choice(FormKey.phrasing.rawValue, as: WhysMode.self) ?? .how }

    /// A text, or the one of `{how: …, why: …}` that the guide asks with.
    private func worded(_ key: FormKey) -> String {
        guard let node = map.node(key.rawValue) else { return map.requiredString(key.rawValue) }
        return node.entries == nil ? map.string(key.rawValue) ?? "" : worded(node)
    }

    private func worded(_ node: YAMLNode) -> String {
        guard let map = reader.mapping(node, keys: WhysMode.self, of: "question by phrasing") else {
            return ""
        }
        return map.requiredString(mode)
    }
}
