import BuiltInPrompts
import StrictYAML
import Wording

/// Rule packs and lexicons: those that come with the program, then a user's own.
struct WordingFiles {
    let surroundings: Surroundings

    /// The checker over every pack that reads well.
    func checker() throws(Failure) -> WordingChecker {
        var packs: [RulePack] = []
        var lexicons: [LexiconPack] = []
        for file in BuiltInPrompts.files(in: "wording") {
            guard let tree = BuiltInPrompts.tree(file) else { continue }
            if file.hasPrefix("wording/lexicon/") {
                if let lexicon = LexiconPack.read(tree, file: file).pack { lexicons.append(lexicon) }
            } else if let pack = RulePack.read(tree, file: file).pack {
                packs.append(pack)
            }
        }
        return WordingChecker(packs: packs, lexicons: lexicons)
    }
}
