import StrictYAML

/// Words by what they mean to the rules, as one YAML file holds them.
package struct LexiconPack: Sendable {
    package var name: String

    /// The lexicon of a tree, or every problem in it.
    package static func read(_ node: YAMLNode, file: String) -> (pack: LexiconPack?, problems: [YAMLProblem])
    {
        (LexiconPack(name: file), [])
    }
}
