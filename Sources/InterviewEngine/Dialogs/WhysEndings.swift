import Diagnostics
import Forms

/// How a branch ends: how its last cause is known, the place it rests at, and where the walk goes on.
extension WhysDialog {
    mutating func takeEvidence(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        phase = .ending(path)
        guard cause(path, forest)?.ending == nil else { return leave(path, text, forest) }
        guard !text.isEmpty else { return .ask() }
        return record(forest, path) { $0.evidence = text }
    }

    private mutating func leave(_ path: [Int], _ text: String, _ forest: WhyForest) -> DialogStep {
        let step = goOn(forest)
        return text.isEmpty ? step : record(forest, path) { $0.evidence = text }
    }

    mutating func takeEnding(_ text: String, _ path: [Int], _ forest: WhyForest) -> DialogStep {
        let step = goOn(forest)
        guard !text.isEmpty else { return step }
        let ending = Self.ending(text)
        return record(forest, path) { $0.ending = ending }
    }

    /// `1`, or `3 @Ana` with who might know, or words of its own.
    private static func ending(_ text: String) -> String {
        for kind in WhyEnding.allCases {
            if text == kind.number { return kind.words }
            guard text.hasPrefix(kind.number + " ") else { continue }
            return "\(kind.words), \(text.dropFirst(kind.number.count + 1).trimmed)"
        }
        return text
    }

    /// Back to a cause whose own branch was not followed yet, else to what else there was.
    mutating func goOn(_ forest: WhyForest) -> DialogStep {
        phase = .more
        while !leftBehind.isEmpty {
            let text = leftBehind.removeFirst()
            guard let path = openPath(of: text, forest) else { continue }
            phase = .cause(below: path)
            return .ask()
        }
        if let path = leftInAnEarlierSession(forest) { phase = .cause(below: path) }
        return .ask()
    }

    /// Where a cause stands whose own branch was not followed yet.
    func openPath(of text: String, _ forest: WhyForest) -> [Int]? {
        paths(forest).first { cause($0, forest)?.text == text && cause($0, forest)?.next == nil }
    }

    /// A cause beside another one that nothing was said about yet.
    private func leftInAnEarlierSession(_ forest: WhyForest) -> [Int]? {
        let paths = paths(forest)
        return paths.first { path in
            guard let cause = cause(path, forest), cause.next == nil, cause.ending == nil,
                cause.evidence == nil
            else { return false }
            let hasSibling = paths.contains {
                $0 != path && $0.count == path.count && $0.dropLast() == path.dropLast()
            }
            return hasSibling && !ended.contains(cause.text)
        }
    }

    mutating func nextChain(_ forest: WhyForest) -> DialogStep {
        ownQuestion = nil
        guard chain + 1 < phrasing.chains.count else { return .done }
        chain += 1
        phase = nil
        return .ask()
    }
}
