import StrictYAML

/// The guides and rule packs that come with the program, checked when it was built.
package enum BuiltInPrompts {
    /// In alphabetical order, but the standard guide first.
    package static var guideNames: [String] {
        let names = EmbeddedPrompts.names.filter { !$0.contains("/") }.map { String($0.dropLast(4)) }
        return names.filter { $0 == "standard" } + names.filter { $0 != "standard" }
    }

    package static func guide(named name: String) -> YAMLNode? { tree("\(name).yml") }

    /// Paths of the files below a folder of Prompts/, such as `wording`.
    package static func files(in folder: String) -> [String] {
        EmbeddedPrompts.names.filter { $0.hasPrefix(folder + "/") }
    }

    /// The wording rules with all their words, worked out when the program was built.
    package static var wordingRules: StaticString { EmbeddedPrompts.wording }

    /// The tree of one file by its path below Prompts/.
    package static func tree(_ path: String) -> YAMLNode? {
        EmbeddedPrompts.tree(path).map { YAMLNode(decoding: $0) }
    }
}
