import StrictYAML

extension AnswerValue {
    /// The same tree without its places.
    package init(_ node: YAMLNode) {
        if let items = node.items {
            self = .list(items.map { AnswerValue($0) })
        } else if let entries = node.entries {
            self = .map(entries.map { Entry($0.key.text ?? "", AnswerValue($0.value)) })
        } else {
            self = .text(node.text ?? "")
        }
    }
}
