import Diagnostics
import StrictYAML

/// Rules on wording, as one YAML file holds them.
package struct RulePack: Sendable {
    package var name: String
    package var about: String
    /// The file it was read from, as it is shown.
    package var file: String
    var rules: [WordingRule]
    var probes: [Probe]
    /// Words of headings by the kind of section they open, in the order in which they are tried.
    var headings: [(kind: String, phrases: [String])]

    /// The pack of a tree, or every problem in it. A tree with `extends` is read as a rule of Vale's.
    package static func read(_ node: YAMLNode, file: String) -> (pack: RulePack?, problems: [YAMLProblem]) {
        if node["extends"] != nil { return ValeReader.read(node, file: file) }
        let reader = PackReader(file)
        let pack = reader.pack(node)
        return (reader.problems.isEmpty ? pack : nil, reader.problems)
    }

    package var ruleIDs: [String] { rules.map(\.id) }

    /// A line a rule: what it is called, how grave it is, and a sentence it speaks of.
    package var summaries: [String] {
        rules.map { rule in
            "\(rule.id)  \(rule.category.name), \(rule.severity.rawValue)"
                + (rule.flags.first.map { ": \($0.text)" } ?? "")
        }
    }
}

/// A question that the shape of an answer invites.
struct Probe: Sendable {
    var id: String
    var patterns: [Pattern]
    var unless: [Pattern]
    var question: String
    var flags: [String]
    var passes: [String]
    var line: Int
}
