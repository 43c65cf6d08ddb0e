import DisplayText
import Forms

/// What `:unknown` and `:na` mean for the part of the whys that is asked now; nothing that was built goes with it.
extension WhysDialog {
    mutating func take(_ standIn: StandIn, _ context: DialogContext) -> DialogStep? {
        let forest = Self.forest(context.content)
        switch present(forest) {
        case .cause(below: nil): return takeStart(standIn, forest, context)
        case .cause(let path?), .rest(let path, _), .ending(let path):
            return end(WhyPath(chain: chainID, indices: path), standIn, forest, context)
        case .evidence(let path): return takeEvidence(standIn.words(context.values), path, forest)
        case .more:
            let last = numbers(forest).last?.number ?? 1
            return declined(
                "This is asked of all causes; a number such as '\(last)' goes to one, Enter goes on.")
        case .editing(let path): return end(path, standIn, forest, context)
        }
    }

    /// A starting point that nobody here can speak to, or that does not apply; the very first is the whole question.
    private mutating func takeStart(
        _ standIn: StandIn, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep? {
        guard chain > 0 || !forest.isEmpty else { return nil }
        var ending: String?
        if case .unknown = standIn { ending = WhyEnding.open.words }
        var grown = forest
        _ = grown.add(
            WhyCause(standIn.words(context.values), ending: ending),
            asking: question(below: nil, forest, context), chain: chainID, below: nil)
        return .change(.whys(grown), isDone: nextChain(forest) == .done)
    }

    /// The branch rests at a cause: as an open question, or for the reason that was given.
    private mutating func end(
        _ path: WhyPath, _ standIn: StandIn, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        guard var cause = forest[path], cause.next == nil else {
            return declined("There are causes below this one; a branch ends at its last cause.")
        }
        switch standIn {
        case .unknown: cause.ending = standIn.words(context.values)
        case .notApplicable(let reason): cause.ending = reason
        }
        var changed = forest
        changed[path] = cause
        ownQuestion = nil
        ended.insert(cause.text)
        if case .editing? = phase { phase = beforeEditing } else { _ = goOn(forest) }
        let said = WhyNote.ending("").said
        return .change(.whys(changed), note: StyledText("\(said): \(cause.text)", .hint), isDone: false)
    }

    private func declined(_ words: String) -> DialogStep { .ask([StyledText(words, .problem)]) }
}
