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
    /// The next question in the person's own words.
    var ownQuestion: String?
    /// Causes that were asked about as a resting place; nothing is asked about twice.
    var questionedRests: Set<String> = []
    /// Causes that a second one was put beside before their own branch was followed.
    var leftBehind: [String] = []
    /// The keys of a step were told and used.
    var knowsKeys = false

    init(phrasing: WhysPhrasing) { self.phrasing = phrasing }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        let forest = Self.forest(context.content)
        let text = entry.items.joined(separator: " ")
        if case .cause(_?) = present(forest), !text.isEmpty { knowsKeys = true }
        if let note = WhyNote(text, phrasing.labels), let step = take(note, forest) { return step }
        switch present(forest) {
        case .cause(let below): return takeCause(text, below, forest, context)
        case .rest(let path, let rest): return takeRest(text, path, rest, forest, context)
        case .evidence(let path): return takeEvidence(text, path, forest)
        case .ending(let path): return takeEnding(text, path, forest)
        case .more: return takeMore(text, forest, context)
        case .editing(let path): return takeEdit(text, path, forest)
        }
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        let paths = Self.forest(context.content).paths
        guard paths.indices.contains(number - 1) else { return false }
        phase = .editing(paths[number - 1])
        return true
    }

    /// A cause that moved is followed; a place that is gone becomes the one above it.
    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        let (before, after) = (Self.forest(old), Self.forest(new))
        func moved(_ path: [Int]) -> [Int] {
            guard let text = cause(path, before)?.text, cause(path, after)?.text != text else { return path }
            return paths(after).first { cause($0, after)?.text == text } ?? path
        }
        switch phase {
        case .cause(let below?)?: phase = .cause(below: madeAgain(below, before, after) ?? moved(below))
        case .rest(let path, let rest)?: phase = .rest(moved(path), rest)
        case .evidence(let path)?: phase = .evidence(moved(path))
        case .ending(let path)?: phase = .ending(moved(path))
        case .editing(let path)?: return before[path]?.text == after[path]?.text
        case .cause(nil)?, .more?, nil: break
        }
        return true
    }

    /// The cause that an undone change brings back below the present one.
    private func madeAgain(_ below: [Int], _ before: WhyForest, _ after: WhyForest) -> [Int]? {
        let children = { (forest: WhyForest) in
            paths(forest).filter { $0.count == below.count + 1 && $0.starts(with: below) }
        }
        guard let new = children(after).last, children(after).count == children(before).count + 1 else {
            return nil
        }
        return new
    }

    /// `Why 3` asks below the last cause at the second step.
    mutating func resume(at label: String, _ context: DialogContext) {
        guard label.hasPrefix("Why "), let depth = Int(label.dropFirst(4)) else { return }
        let forest = Self.forest(context.content)
        guard let path = forest.leaves.last(where: { $0.indices.count == depth - 1 }),
            let index = phrasing.chains.firstIndex(where: { $0.id == path.chain })
        else { return }
        (chain, phase) = (index, .cause(below: path.indices))
    }

    /// The phase over what is there, or where an existing forest is taken up again: at what else there was.
    func present(_ forest: WhyForest) -> Phase {
        switch phase {
        case .cause(let below?)?:
            let path = standing(below, forest)
            return .cause(below: path.isEmpty ? nil : path)
        case .rest(let path, _)?, .evidence(let path)?, .ending(let path)?:
            let place = standing(path, forest)
            return place == path ? phase! : .cause(below: place.isEmpty ? nil : place)
        case .more?: return lastPath(forest) == nil ? .cause(below: nil) : .more
        case .editing(let path)?: return forest[path] == nil ? .more : .editing(path)
        case .cause(nil)?: return .cause(below: nil)
        case nil: return lastPath(forest) == nil ? .cause(below: nil) : .more
        }
    }

    /// As much of a path as leads to a cause.
    private func standing(_ path: [Int], _ forest: WhyForest) -> [Int] {
        var path = path
        while !path.isEmpty, cause(path, forest) == nil { path.removeLast() }
        return path
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

// MARK: causes

extension WhysDialog {
    private mutating func takeCause(
        _ text: String, _ below: [Int]?, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        if text.isEmpty { return endBranch(forest, context) }
        if text.hasPrefix("? ") {
            ownQuestion = text.dropFirst(2).trimmed
            return .ask()
        }
        if text.hasPrefix("+ "), let below, let beside = cause(below, forest) {
            if beside.next == nil { leftBehind.append(beside.text) }
            return add(text.dropFirst(2).trimmed, below: Array(below.dropLast()), forest, context)
        }
        return add(text, below: below, forest, context)
    }

    private mutating func add(
        _ text: String, below: [Int]?, _ forest: WhyForest, _ context: DialogContext, asking: String? = nil
    ) -> DialogStep {
        var grown = forest
        let parent = below.flatMap { $0.isEmpty ? nil : $0 }
        let question = asking ?? question(below: parent, forest, context)
        let path = grown.add(WhyCause(text), asking: question, chain: chainID, below: parent)
        phase = .cause(below: path.indices)
        ownQuestion = nil
        return .change(.whys(grown), isDone: false)
    }

    /// A branch that ends is asked about its resting place, its evidence and its ending, each once.
    private mutating func endBranch(_ forest: WhyForest, _ context: DialogContext) -> DialogStep {
        guard case .cause(let below?) = present(forest), let leaf = cause(below, forest) else {
            return nextChain(forest)
        }
        ownQuestion = nil
        guard leaf.next == nil else { return goOn(forest) }
        if questionedRests.insert(leaf.text).inserted, leaf.ending == nil,
            let rest = rest(at: below, forest, context)
        {
            phase = .rest(below, rest)
        } else {
            phase = leaf.evidence == nil ? .evidence(below) : leaf.ending == nil ? .ending(below) : nil
            if phase == nil { return goOn(forest) }
        }
        return .ask()
    }

    private func rest(at path: [Int], _ forest: WhyForest, _ context: DialogContext) -> WhysPhrasing.Rest? {
        let line = forest.line(to: WhyPath(chain: chainID, indices: path)).map(\.text)
        let problem = chain == 0 ? [context.sources.problem].filter { !$0.isEmpty } : []
        return phrasing.rest(
            at: line.last ?? "", above: problem + line.dropLast(), people: context.people)
    }

    private mutating func takeRest(
        _ text: String, _ path: [Int], _ rest: WhysPhrasing.Rest, _ forest: WhyForest,
        _ context: DialogContext
    ) -> DialogStep {
        if text.isEmpty {
            phase = .cause(below: path)
            return endBranch(forest, context)
        }
        return add(text, below: path, forest, context, asking: rest.ask)
    }

    // MARK: the end of a branch

    private mutating func takeEvidence(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        phase = .ending(path)
        guard cause(path, forest)?.ending == nil else { return leave(path, text, forest) }
        guard !text.isEmpty else { return .ask() }
        return record(forest, path) { $0.evidence = text }
    }

    private mutating func leave(_ path: [Int], _ text: String, _ forest: WhyForest) -> DialogStep {
        let step = goOn(forest)
        return text.isEmpty ? step : record(forest, path) { $0.evidence = text }
    }

    private mutating func takeEnding(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        let step = goOn(forest)
        guard !text.isEmpty else { return step }
        let ending = WhyEnding.allCases.first { $0.number == text }?.words ?? text
        return record(forest, path) { $0.ending = ending }
    }

    /// Back to a cause whose own branch was not followed yet, else to what else there was.
    private mutating func goOn(_ forest: WhyForest) -> DialogStep {
        phase = .more
        while let text = leftBehind.popLast() {
            guard
                let path = paths(forest).first(where: {
                    cause($0, forest)?.text == text && cause($0, forest)?.next == nil
                })
            else { continue }
            phase = .cause(below: path)
            break
        }
        return .ask()
    }

    private mutating func nextChain(_ forest: WhyForest) -> DialogStep {
        ownQuestion = nil
        guard chain + 1 < phrasing.chains.count else { return .done }
        chain += 1
        phase = nil
        return .ask()
    }
}

// MARK: second thoughts

extension WhysDialog {
    /// `2` goes on below cause 2, `2: text` adds a cause beside it, `2 = text` is its evidence; other text is a cause
    /// beside the last one; nothing moves on.
    private mutating func takeMore(_ text: String, _ forest: WhyForest, _ context: DialogContext)
        -> DialogStep
    {
        guard !text.isEmpty else { return nextChain(forest) }
        let numbers = numbers(forest)
        guard let named = WhyNumber(text) else {
            return add(text, below: numbers.last.map { Array($0.path.dropLast()) }, forest, context)
        }
        guard let path = numbers.first(where: { $0.number == named.number })?.path else {
            let known = numbers.map { String($0.number) }
            let problem =
                "The causes here are \(known.first ?? "1") to \(known.last ?? "1"); \(named.number) is none of them."
            return .again(StyledText(problem, .problem), prefill: text)
        }
        switch named.rest {
        case nil:
            phase = .cause(below: path)
            return .ask()
        case .beside(let cause)?: return add(cause, below: Array(path.dropLast()), forest, context)
        case .evidence(let evidence)?: return record(forest, path) { $0.evidence = evidence }
        case .action(let action)?: return record(forest, path) { $0.actions.append(action) }
        }
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

    /// Evidence, an ending or an action for the cause that was given last; nil where there is none yet.
    private mutating func take(_ note: WhyNote, _ forest: WhyForest) -> DialogStep? {
        let place: [Int]? =
            switch present(forest) {
            case .cause(let below): below
            case .rest(let path, _), .evidence(let path), .ending(let path): path
            case .more: lastPath(forest)
            case .editing: nil
            }
        guard let place else { return nil }
        return record(forest, place, saying: note.said) { cause in
            switch note {
            case .evidence(let text): cause.evidence = text
            case .ending(let text): cause.ending = text
            case .action(let text): cause.actions.append(text)
            }
        }
    }

    private func record(
        _ forest: WhyForest, _ path: [Int], saying words: String? = nil, _ change: (inout WhyCause) -> Void
    ) -> DialogStep {
        guard var cause = cause(path, forest) else { return .ask() }
        var changed = forest
        change(&cause)
        changed[WhyPath(chain: chainID, indices: path)] = cause
        let note = words.map { StyledText("\($0): \(cause.text)", .hint) }
        return .change(.whys(changed), note: note, isDone: false)
    }
}
