import BuiltInPrompts
import StrictYAML
import Wording

/// Rule packs and lexicons: those that come with the program, then a user's own.
struct WordingFiles {
    let surroundings: Surroundings

    /// Every pack and lexicon that reads well.
    struct Packs {
        var rules: [RulePack] = []
        var lexicons: [LexiconPack] = []

        /// Every rule by its id, as comments, options and configurations name them.
        var ruleIDs: [String] { rules.flatMap(\.ruleIDs) + ["personal-name"] }

        /// - Parameter own: words that a team names in its configuration.
        func checker(adding own: LexiconPack? = nil) -> WordingChecker {
            WordingChecker(packs: rules, lexicons: lexicons + [own].compactMap { $0 })
        }
    }

    func packs() throws(Failure) -> Packs {
        var packs = Packs()
        for file in BuiltInPrompts.files(in: "wording") {
            guard let tree = BuiltInPrompts.tree(file) else { continue }
            if file.hasPrefix("wording/lexicon/") {
                if let lexicon = LexiconPack.read(tree, file: file).pack { packs.lexicons.append(lexicon) }
            } else if let pack = RulePack.read(tree, file: file).pack {
                packs.rules.append(pack)
            }
        }
        return packs
    }

    /// The checker over every pack that reads well.
    func checker() throws(Failure) -> WordingChecker { try packs().checker() }
}
