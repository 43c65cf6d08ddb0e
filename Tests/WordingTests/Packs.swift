import StrictYAML
import TestSupport

@testable import Wording

/// The packs and lexicons of the program, read from their files.
enum Packs {
    static let rules: [RulePack] = trees(in: "Prompts/wording").compactMap {
        RulePack.read($0.node, file: $0.name).pack
    }

    static let lexicons: [LexiconPack] = trees(in: "Prompts/wording/lexicon").compactMap {
        LexiconPack.read($0.node, file: $0.name).pack
    }

    static let checker = WordingChecker(packs: rules, lexicons: lexicons)

    private static func trees(in folder: String) -> [(name: String, node: YAMLNode)] {
        Repository.files(in: folder).filter { $0.hasSuffix(".yml") }.compactMap { file in
            let source = YAMLSource(name: file, text: Repository.text("\(folder)/\(file)"))
            return parse(source).node.map { (file, $0) }
        }
    }

    /// A pack of one's own over the lexicons of the program.
    static func checker(_ text: String) -> WordingChecker {
        WordingChecker(packs: pack(text).map { [$0] } ?? [], lexicons: lexicons)
    }

    static func pack(_ text: String) -> RulePack? {
        let source = YAMLSource(name: "own.yml", text: text)
        return parse(source).node.flatMap { RulePack.read($0, file: "own.yml").pack }
    }
}
