import StrictYAML
import Wording

/// The rule packs and lexicons among the prompts, which only make sense together.
struct WordingPrompts {
    private var packs: [RulePack] = []
    private var lexicons: [LexiconPack] = []

    init(_ files: [(name: String, node: YAMLNode?)]) {
        for (name, node) in files {
            guard let node, name.hasPrefix("wording/") else { continue }
            if name.hasPrefix("wording/lexicon/") {
                if let lexicon = LexiconPack.read(node, file: "Prompts/\(name)").pack {
                    lexicons.append(lexicon)
                }
            } else if let pack = RulePack.read(node, file: "Prompts/\(name)").pack {
                packs.append(pack)
            }
        }
    }

    /// The checker over all of them, worked out.
    var encoded: String { WordingChecker(packs: packs, lexicons: lexicons).encoded }

    /// Examples that do not behave as their rules say.
    var problems: [String] {
        RuleExamples.problems(packs: packs, lexicons: lexicons).map(\.headline)
    }
}
