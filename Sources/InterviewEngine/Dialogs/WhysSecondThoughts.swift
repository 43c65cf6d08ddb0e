import DisplayText
import Forms

/// What comes to mind about causes that are there: more of them, evidence, actions, other words.
extension WhysDialog {
    /// `2` goes on below cause 2, `2: text` adds a cause beside it, `2 = text` is its evidence; other text is a cause
    /// beside the last one; nothing moves on.
    mutating func takeMore(_ text: String, _ forest: WhyForest, _ context: DialogContext)
        -> DialogStep
    {
        guard !text.isEmpty else { return nextChain(forest) }
        let numbers = numbers(forest)
        guard let named = WhyNumber(text) else {
            return add(text, below: numbers.last.map { Array($0.path.dropLast()) }, forest, context)
        }
        guard let path = numbers.first(where: { $0.number == named.number })?.path else {
            let known = numbers.map { String($0.number) }
            let range =
                known.count == 1
                ? "The only cause here is \(known[0])"
                : "The causes here are \(known.first ?? "1") to \(known.last ?? "1")"
            let problem = "\(range); \(named.number) is none of them."
            return .again(StyledText(problem, .problem), prefill: RefusedEntry.kept(text))
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

    mutating func takeEdit(_ text: String, _ path: WhyPath, _ forest: WhyForest) -> DialogStep {
        phase = beforeEditing
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
    mutating func take(_ note: WhyNote, _ forest: WhyForest) -> DialogStep? {
        let indices: [Int]? =
            switch present(forest) {
            case .cause(let below): below
            case .rest(let path, _), .evidence(let path), .ending(let path): path
            case .more: lastPath(forest)
            case .editing: nil
            }
        var place = indices.map { WhyPath(chain: chainID, indices: $0) }
        if case .editing(let path) = present(forest) {
            place = path
            phase = beforeEditing
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

    func record(
        _ forest: WhyForest, _ path: [Int], saying words: String? = nil, _ change: (inout WhyCause) -> Void
    ) -> DialogStep {
        record(forest, WhyPath(chain: chainID, indices: path), saying: words, change)
    }

    private func record(
        _ forest: WhyForest, _ path: WhyPath, saying words: String?, _ change: (inout WhyCause) -> Void
    ) -> DialogStep {
        guard var cause = forest[path] else { return .ask() }
        var changed = forest
        change(&cause)
        changed[path] = cause
        let note = words.map { StyledText("\($0): \(cause.text)", .hint) }
        return .change(.whys(changed), note: note, isDone: false)
    }
}
