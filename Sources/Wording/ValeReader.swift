import StrictYAML

/// Reads rules that are written for Vale.
enum ValeReader {
    static func read(_ node: YAMLNode, file: String) -> (pack: RulePack?, problems: [YAMLProblem]) {
        (nil, [YAMLProblem(file: file, mark: node.mark, message: "rules of Vale's are not read yet")])
    }
}
