import DisplayText

/// A forest of whys as lines of a fixed width: branches drawn, texts wrapped, evidence and endings told by words.
package struct WhysDrawing: Sendable {
    private let forest: WhyForest
    private let phrasing: WhysPhrasing
    private let values: StateValues
    private let width: Int

    package init(_ forest: WhyForest, phrasing: WhysPhrasing, values: StateValues, width: Int = 80) {
        self.forest = forest
        self.phrasing = phrasing
        self.values = values
        self.width = width
    }

    /// All chains that hold something, or the one that is named; causes carry the numbers of the whole answer.
    package func lines(chain id: String? = nil) -> [StyledText] {
        var lines: [StyledText] = []
        for chain in forest.chains where chain.step != nil && (id == nil || chain.id == id) {
            guard let step = chain.step else { continue }
            if !lines.isEmpty { lines.append(StyledText("")) }
            lines += wrapped(StyledText(step.question, .strong), width: width)
            lines += branches(of: step, in: chain.id, at: [], indent: "")
        }
        return lines
    }

    private var numbers: [WhyPath: Int] {
        Dictionary(uniqueKeysWithValues: forest.paths.enumerated().map { ($0.element, $0.offset + 1) })
    }

    private func branches(of step: WhyStep, in chain: String, at indices: [Int], indent: String)
        -> [StyledText]
    {
        step.causes.enumerated().flatMap { index, cause -> [StyledText] in
            let isLast = index == step.causes.count - 1
            let path = WhyPath(chain: chain, indices: indices + [index])
            let stem = indent + (isLast ? "   " : "│  ")
            let head = item(
                StyledText(cause.text, .value), number: numbers[path] ?? 0,
                lead: indent + (isLast ? "└─ " : "├─ "),
                stem: stem)
            let below = cause.next.map { branches(of: $0, in: chain, at: path.indices, indent: stem) } ?? []
            return head + notes(on: cause, stem: stem, hasMore: cause.next != nil) + below
        }
    }

    private func item(_ text: StyledText, number: Int, lead: String, stem: String) -> [StyledText] {
        let label = "\(number) "
        let lines = wrapped(text, width: room(beside: lead + label))
        let blank = stem + String(repeating: " ", count: label.count)
        return lines.enumerated().map { row, line in
            row == 0
                ? StyledText(lead, .hint) + StyledText(label, .command) + line
                : StyledText(blank, .hint) + line
        }
    }

    /// Evidence and ending on lines of their own; a leaf without an ending says so, unless it is
    /// no cause at all.
    private func notes(on cause: WhyCause, stem: String, hasMore: Bool) -> [StyledText] {
        let labels = phrasing.labels
        var notes: [StyledText] = []
        func add(_ label: String, _ text: String, _ style: TextStyle) {
            let lead = stem + (hasMore ? "│    " : "     ")
            let word = label.isEmpty ? "" : "\(label): "
            let lines = wrapped(StyledText(word, .hint) + StyledText(text, style), width: room(beside: lead))
            notes += lines.map { StyledText(lead, .hint) + $0 }
        }
        if let evidence = cause.evidence { add(labels.evidence, evidence, .plain) }
        if let ending = cause.ending { add(labels.ends, ending, .plain) }
        if let factor = cause.factor { add(labels.factor, factor, .strong) }
        for action in cause.actions { add(labels.action, action, .plain) }
        guard !hasMore, !values.standsIn(cause.text) else { return notes }
        if cause.ending == nil { add("", "(no ending yet)", .problem) }
        if cause.evidence == nil { add("", "(no evidence yet)", .problem) }
        return notes
    }

    /// At least 20 columns, however deep a branch is.
    private func room(beside lead: String) -> Int { max(20, width - displayWidth(lead)) }
}
