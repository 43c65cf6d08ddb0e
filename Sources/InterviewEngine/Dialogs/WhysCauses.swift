import Diagnostics
import DisplayText
import Forms

/// A cause below the last one, or beside it.
extension WhysDialog {
    mutating func takeCause(
        _ text: String, _ below: [Int]?, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        if text.isEmpty { return endBranch(forest, context) }
        if text.hasPrefix("? ") {
            ownQuestion = text.dropFirst(2).trimmed
            return .ask()
        }
        if text.hasPrefix("+ "), let below {
            return addBeside(text.dropFirst(2).trimmed, below, forest, context)
        }
        return add(text, below: below, forest, context)
    }

    /// A list answers one question with causes that stand beside each other.
    mutating func takeCauses(
        _ texts: [String], _ below: [Int]?, _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        var grown = forest
        let parent = below.flatMap { $0.isEmpty ? nil : $0 }
        let question = question(below: parent, forest, context)
        let paths = texts.map {
            grown.add(WhyCause($0), asking: question, chain: chainID, below: parent).indices
        }
        phase = .cause(below: paths[0])
        ownQuestion = nil
        leftBehind += texts.dropFirst()
        let note = StyledText(
            "\(counted(texts.count, "cause")), beside each other; each has its own why once the one before has ended.",
            .hint)
        return .change(.whys(grown), note: note, isDone: false)
    }

    /// The question stays the one below the first cause, which the next line is meant for as long as nothing else is said.
    private mutating func addBeside(
        _ text: String, _ path: [Int], _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep {
        var grown = forest
        let parent = path.count > 1 ? Array(path.dropLast()) : nil
        let question = question(below: parent, forest, context)
        _ = grown.add(WhyCause(text), asking: question, chain: chainID, below: parent)
        phase = .cause(below: path)
        leftBehind.append(text)
        let note = StyledText(
            "It stands beside the first; its own why comes once this branch has ended.", .hint)
        return .change(.whys(grown), note: note, isDone: false)
    }

    /// A key for where a branch ends, typed where something else is asked for; nil for other text and at the second time.
    mutating func questioning(_ text: String, as meaning: String, _ context: DialogContext) -> DialogStep? {
        let isKey = WhyEnding.allCases.contains { $0.number == text }
        let isNumber = !text.isEmpty && text.allSatisfy(\.isNumber)
        guard isNumber, questioned != text, !context.isPiped else {
            questioned = nil
            return nil
        }
        questioned = text
        let what =
            isKey
            ? "'\(text)' is a key for where a branch ends, which is not asked yet."
            : "'\(text)' is a number and no more."
        return .again(StyledText("\(what) The same again is \(meaning).", .problem), prefill: "")
    }

    /// Words with nothing in them by which a thing is known, typed at the end of a branch while a cause beside it waits for
    /// its own why: they are most likely about that one. The same again is evidence.
    mutating func meantForNext(
        _ text: String, _ path: [Int], _ forest: WhyForest, _ context: DialogContext
    ) -> DialogStep? {
        guard let next = leftBehind.first(where: { openPath(of: $0, forest) != nil }), !context.isPiped,
            questioned != text,
            text.split(separator: " ").count > 3, !text.contains(where: \.isNumber),
            !text.contains(where: { "`[\"/:".contains($0) })
        else { return nil }
        questioned = text
        let known = truncated(cause(path, forest)?.text ?? "", to: 40)
        let what =
            "Here that is how we know '\(known)'; the why of '\(truncated(next, to: 40))' is asked once this branch has ended. Enter again keeps it here."
        return .again(StyledText(what, .problem), prefill: text)
    }

    mutating func add(
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
        ended.insert(leaf.text)
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

    func rest(at path: [Int], _ forest: WhyForest, _ context: DialogContext) -> WhysPhrasing.Rest? {
        let line = forest.line(to: WhyPath(chain: chainID, indices: path)).map(\.text)
        let problem = chain == 0 ? [context.sources.problem].filter { !$0.isEmpty } : []
        return phrasing.rest(
            at: line.last ?? "", above: problem + line.dropLast(), people: context.people)
    }

    mutating func takeRest(
        _ text: String, _ path: [Int], _ rest: WhysPhrasing.Rest, _ forest: WhyForest,
        _ context: DialogContext
    ) -> DialogStep {
        if text.isEmpty {
            phase = .cause(below: path)
            return endBranch(forest, context)
        }
        return add(text, below: path, forest, context, asking: rest.ask)
    }
}
