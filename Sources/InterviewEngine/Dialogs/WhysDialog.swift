import DisplayText
import Forms
import Guides

/// Walks down a chain of causes, each answer quoted in the next question, and lets it branch at any step.
struct WhysDialog: AnswerDialog {
    /// What the next line is.
    enum Phase: Equatable, Sendable {
        /// A cause that answers the question below `path` (nil: the chain's first question).
        case cause(below: [Int]?)
        case evidence([Int])
        case ending([Int])
        /// A second cause somewhere, or nothing more.
        case more([Int])
        case editing(WhyPath)
    }

    let phrasing: WhysPhrasing
    var chain = 0
    var phase: Phase?
    /// The next question in the person's own words.
    var ownQuestion: String?
    /// Paths that were asked about as a resting place; nothing is asked about twice.
    var questionedRests: Set<[Int]> = []

    init(phrasing: WhysPhrasing) { self.phrasing = phrasing }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        let forest = Self.forest(context.content)
        let text = entry.items.joined(separator: " ")
        switch present(forest) {
        case .cause(let below): return takeCause(text, below, forest, context)
        case .evidence(let path): return takeEvidence(text, path, forest)
        case .ending(let path): return takeEnding(text, path, forest)
        case .more(let path): return takeMore(text, path, forest, context)
        case .editing(let path): return takeEdit(text, path, forest)
        }
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        let paths = Self.forest(context.content).paths
        guard paths.indices.contains(number - 1) else { return false }
        phase = .editing(paths[number - 1])
        return true
    }

    /// The phase, or where an existing forest is taken up again: at what else there was.
    func present(_ forest: WhyForest) -> Phase {
        if let phase { return phase }
        guard let last = lastPath(forest) else { return .cause(below: nil) }
        return .more(last)
    }

    var chainID: String { phrasing.chains[chain].id }

    /// The last leaf of the present chain.
    func lastPath(_ forest: WhyForest) -> [Int]? {
        forest.paths.last { $0.chain == chainID }?.indices
    }

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

// MARK: taking lines

extension WhysDialog {
    private mutating func takeCause(
        _ text: String, _ below: [Int]?, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        if text.isEmpty { return endBranch(forest) }
        if text.hasPrefix("? ") {
            ownQuestion = text.dropFirst(2).trimmed
            return .ask()
        }
        if text.hasPrefix("+ "), let below {
            return add(text.dropFirst(2).trimmed, below: Array(below.dropLast()), forest, context)
        }
        return add(text, below: below, forest, context)
    }

    private mutating func add(
        _ text: String, below: [Int]?, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        var grown = forest
        let parent = below.flatMap { $0.isEmpty ? nil : $0 }
        let question = question(below: parent, forest, context)
        let path = grown.add(WhyCause(text), asking: question, chain: chainID, below: parent)
        phase = .cause(below: path.indices)
        ownQuestion = nil
        return .change(.whys(grown), isDone: false)
    }

    private mutating func endBranch(_ forest: WhyForest) -> DialogStep {
        guard case .cause(let below?)? = phase, cause(below, forest) != nil else { return nextChain() }
        phase = .evidence(below)
        return .ask()
    }

    private mutating func takeEvidence(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        phase = .ending(path)
        guard !text.isEmpty else { return .ask() }
        return record(forest, path) { $0.evidence = text }
    }

    private mutating func takeEnding(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        phase = .more(path)
        guard !text.isEmpty else { return .ask() }
        let ending = WhyEnding.allCases.first { $0.number == text }?.words ?? text
        return record(forest, path) { $0.ending = ending }
    }

    /// `2: text` adds beside step 2, other text beside the last cause; nothing moves on.
    private mutating func takeMore(
        _ text: String, _ path: [Int], _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        guard !text.isEmpty else { return nextChain() }
        let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
        guard parts.count == 2, let step = Int(parts[0]) else {
            return add(text, below: Array(path.dropLast()), forest, context)
        }
        guard (1...path.count).contains(step) else {
            let problem = "This branch has steps 1 to \(path.count); \(step) is none of them."
            return .again(StyledText(problem, .problem), prefill: text)
        }
        return add(parts[1], below: Array(path.prefix(step - 1)), forest, context)
    }

    private mutating func takeEdit(_ text: String, _ path: WhyPath, _ forest: WhyForest) -> DialogStep {
        phase = nil
        guard !text.isEmpty, var cause = forest[path] else { return .ask() }
        var changed = forest
        if cause.next?.question == phrasing.question(after: cause.text) {
            cause.next?.question = phrasing.question(after: text)
        }
        cause.text = text
        changed[path] = cause
        return .change(.whys(changed), isDone: false)
    }

    private func record(_ forest: WhyForest, _ path: [Int], _ change: (inout WhyCause) -> Void) -> DialogStep
    {
        guard var cause = cause(path, forest) else { return .ask() }
        var changed = forest
        change(&cause)
        changed[WhyPath(chain: chainID, indices: path)] = cause
        return .change(.whys(changed), isDone: false)
    }

    private mutating func nextChain() -> DialogStep {
        ownQuestion = nil
        guard chain + 1 < phrasing.chains.count else { return .done }
        chain += 1
        phase = nil
        return .ask()
    }
}

/// The honest places for a chain to end.
enum WhyEnding: String, CaseIterable, Sendable {
    case changeable
    case outside
    case open

    var number: String {
        switch self {
        case .changeable: "1"
        case .outside: "2"
        case .open: "3"
        }
    }

    var words: String {
        switch self {
        case .changeable: "something we can change"
        case .outside: "outside our control"
        case .open: "an open question"
        }
    }
}
