import DisplayText
import Forms
import Guides

/// Walks down a chain of causes, each answer quoted in the next question, and lets it branch at any step.
struct WhysDialog: AnswerDialog {
    /// What the next line is. Paths are those of the present chain.
    enum Phase: Equatable, Sendable {
        /// A cause that answers the question below `path` (nil: the chain's first question).
        case cause(below: [Int]?)
        /// A further cause below a resting place.
        case rest([Int], WhysPhrasing.Rest)
        case evidence([Int])
        case ending([Int])
        /// A second cause somewhere, or nothing more.
        case more
        case editing(WhyPath)
    }

    let phrasing: WhysPhrasing
    var chain = 0
    var phase: Phase?
    /// Where the walk was when a cause came back for other words.
    var beforeEditing: Phase?
    /// The next question in the person's own words.
    var ownQuestion: String?
    /// Causes that were asked about as a resting place; nothing is asked about twice.
    var questionedRests: Set<String> = []
    /// Causes that were put beside another one, in the order of their turn.
    var leftBehind: [String] = []
    /// Causes whose branch was ended; none is gone back to by itself.
    var ended: Set<String> = []
    /// A key that was typed where words are asked for; the same again is meant.
    var questioned: String?
    /// The keys of a step were told and used.
    var knowsKeys = false

    init(phrasing: WhysPhrasing) { self.phrasing = phrasing }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        let forest = Self.forest(context.content)
        let text = entry.items.joined(separator: " ")
        if case .cause(_?) = present(forest), !text.isEmpty { knowsKeys = true }
        if let note = WhyNote(text, phrasing.labels), let step = take(note, forest) { return step }
        switch present(forest) {
        case .cause(let below) where entry.isList: return takeCauses(entry.items, below, forest, context)
        case .cause(let below):
            return questioning(text, as: "a cause", context) ?? takeCause(text, below, forest, context)
        case .rest(let path, let rest): return takeRest(text, path, rest, forest, context)
        case .evidence(let path):
            return meantForNext(text, path, forest, context) ?? questioning(
                text, as: "how it is known", context)
                ?? takeEvidence(text, path, forest)
        case .ending(let path): return takeEnding(text, path, forest)
        case .more: return takeMore(text, forest, context)
        case .editing(let path): return takeEdit(text, path, forest)
        }
    }

    var staysOnUndo: Bool { true }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        let paths = Self.forest(context.content).paths
        guard paths.indices.contains(number - 1) else { return false }
        if case .editing? = phase {} else { beforeEditing = phase }
        phase = .editing(paths[number - 1])
        return true
    }

    var chainID: String { phrasing.chains[chain].id }

    /// Every cause of the present chain, in reading order.
    func paths(_ forest: WhyForest) -> [[Int]] {
        forest.paths.filter { $0.chain == chainID }.map(\.indices)
    }

    /// The causes of the present chain with their numbers in the whole answer, as `:row` and `:tree` have them.
    func numbers(_ forest: WhyForest) -> [(number: Int, path: [Int])] {
        forest.paths.enumerated().filter { $0.element.chain == chainID }.map {
            (number: $0.offset + 1, path: $0.element.indices)
        }
    }

    func lastPath(_ forest: WhyForest) -> [Int]? { paths(forest).last }

    func cause(_ indices: [Int], _ forest: WhyForest) -> WhyCause? {
        forest[WhyPath(chain: chainID, indices: indices)]
    }

    /// The question that is open below a cause: as it stands in the document, else from the guide's pattern.
    func question(below path: [Int]?, _ forest: WhyForest, _ context: DialogContext) -> String {
        if let ownQuestion { return ownQuestion }
        guard let path else {
            if let asked = forest[chain: chainID]?.step?.question { return asked }
            let problem = context.sources.problem
            return chain == 0 && !problem.isEmpty
                ? phrasing.question(after: problem) : phrasing.chains[chain].ask
        }
        guard let above = cause(path, forest) else { return phrasing.chains[chain].ask }
        return above.next?.question ?? phrasing.question(after: above.text)
    }

    static func forest(_ content: FormContent?) -> WhyForest {
        guard case .whys(let forest)? = content else { return WhyForest() }
        return forest
    }
}
