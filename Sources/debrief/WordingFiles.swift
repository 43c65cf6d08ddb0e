import BuiltInPrompts
import DocumentStorage
import StrictYAML
import Wording

/// Rule packs and word lists: those that come with the program, then a user's own, which lie in `.debrief/wording/`
/// beside the documents and in `wording/` of the config folder.
struct WordingFiles {
    let surroundings: Surroundings

    /// Those of the program and the user's own; a file that does not read well is told.
    func packs() throws(Failure) -> Packs {
        var own = WordingPacks()
        for path in ownFiles { try own.add(read(path)) }
        return Packs(own: own)
    }

    /// All packs and word lists; those of the program are only read as files where others are added to them.
    struct Packs {
        var own: WordingPacks

        /// Every rule by its id, as comments, options and configurations name them.
        var ruleIDs: [String] {
            WordingFiles.builtInChecker.ruleIDs + own.packs.flatMap(\.ruleIDs) + ["personal-name"]
        }

        /// - Parameter words: what a team names in its configuration.
        func checker(adding words: LexiconPack? = nil) -> WordingChecker {
            guard !own.isEmpty || words != nil else { return WordingFiles.builtInChecker }
            let all = WordingPacks.builtIn
            return WordingChecker(
                packs: all.packs, lexicons: all.lexicons + own.lexicons + [words].compactMap { $0 },
                own: own.packs)
        }
    }

    /// The checker that was worked out when the program was built.
    static let builtInChecker = WordingChecker(decoding: BuiltInPrompts.wordingRules)

    /// Begins to unpack it while the arguments are still read.
    static func prepare() { BackgroundWork.prepare { _ = builtInChecker } }

    /// Paths of a user's own files, nearest folder first.
    var ownFiles: [String] {
        PromptFiles(surroundings: surroundings).ownFolders.map { $0 + "/wording" }.flatMap { folder in
            FolderListing.files(in: folder).filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
                .map { folder + "/" + $0 }
        }
    }

    /// A pack or a word list, with all its problems told at once.
    func read(_ path: String) throws(Failure) -> WordingFile {
        let name =
            path.hasPrefix(surroundings.folder + "/")
            ? String(path.dropFirst(surroundings.folder.count + 1)) : path
        let source: YAMLSource
        do {
            source = YAMLSource(
                name: name, text: String(decoding: try StoredDocument.openingText(path).bytes, as: UTF8.self))
        } catch {
            throw Failure(error)
        }
        let parsed = parse(source)
        let read = parsed.node.map { WordingFile.read($0, file: name) }
        let problems = parsed.problems + (read?.problems ?? [])
        guard let file = read?.file, problems.isEmpty else {
            throw Failure(.unreadable, problems.map { $0.rendered(in: source) }.joined(separator: "\n"))
        }
        return file
    }
}

/// What a file in a wording folder can be.
enum WordingFile {
    case pack(RulePack)
    case lexicon(LexiconPack)

    /// A file with `classes` is a word list, any other a pack.
    static func read(_ node: YAMLNode, file: String) -> (file: WordingFile?, problems: [YAMLProblem]) {
        if node["classes"] != nil {
            let read = LexiconPack.read(node, file: file)
            return (read.pack.map { .lexicon($0) }, read.problems)
        }
        let read = RulePack.read(node, file: file)
        return (read.pack.map { .pack($0) }, read.problems)
    }
}

/// Packs and word lists that are used together.
struct WordingPacks {
    var packs: [RulePack] = []
    var lexicons: [LexiconPack] = []

    var isEmpty: Bool { packs.isEmpty && lexicons.isEmpty }

    mutating func add(_ file: WordingFile) {
        switch file {
        case .pack(let pack): packs.append(pack)
        case .lexicon(let lexicon): lexicons.append(lexicon)
        }
    }

    static var builtIn: WordingPacks {
        var set = WordingPacks()
        for name in BuiltInPrompts.files(in: "wording") {
            guard let tree = BuiltInPrompts.tree(name),
                let file = WordingFile.read(tree, file: "Prompts/\(name)").file
            else { preconditionFailure("'\(name)' was checked when the program was built") }
            set.add(file)
        }
        return set
    }
}
