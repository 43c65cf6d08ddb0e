import StrictYAML

/// Rules on wording, as one YAML file holds them.
package struct RulePack: Sendable {
    package var name: String

    /// The pack of a tree, or every problem in it.
    package static func read(_ node: YAMLNode, file: String) -> (pack: RulePack?, problems: [YAMLProblem]) {
        (RulePack(name: file), [])
    }
}
