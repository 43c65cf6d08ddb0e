/// Chains of questions and causes; every cause may lead to a further question, so that whys can branch.
package struct WhyForest: Equatable, Hashable, Sendable {
    package var chains: [WhyChain]

    package init(_ chains: [WhyChain] = []) { self.chains = chains }

    package var isEmpty: Bool { chains.allSatisfy { $0.step == nil } }

    package var causeCount: Int { paths.count }

    /// The places of all causes, in reading order.
    package var paths: [WhyPath] {
        chains.flatMap { chain in (chain.step?.paths ?? []).map { WhyPath(chain: chain.id, indices: $0) } }
    }

    /// Causes that lead to no further question, in reading order.
    package var leaves: [WhyPath] { paths.filter { self[$0]?.next == nil } }

    /// The causes from the start of a chain down to the one at a path.
    package func line(to path: WhyPath) -> [WhyCause] {
        path.indices.indices.compactMap { depth in
            self[WhyPath(chain: path.chain, indices: Array(path.indices[...depth]))]
        }
    }

    package subscript(chain id: String) -> WhyChain? { chains.first { $0.id == id } }

    package subscript(path: WhyPath) -> WhyCause? {
        get { self[chain: path.chain]?.step?[path.indices[...]] }
        set {
            guard let newValue, let index = chains.firstIndex(where: { $0.id == path.chain }) else { return }
            chains[index].step?[path.indices[...]] = newValue
        }
    }

    /// Takes the cause and all that follows from it away; a question left without a cause goes with it.
    package mutating func remove(_ path: WhyPath) {
        guard let index = chains.firstIndex(where: { $0.id == path.chain }) else { return }
        chains[index].step = chains[index].step?.removing(path.indices[...])
    }

    /// Puts a cause at the end of the question that follows from `parent` (nil: the chain's first question).
    package mutating func add(
        _ cause: WhyCause, asking question: String, chain id: String, below parent: [Int]?
    ) -> WhyPath {
        if self[chain: id] == nil { chains.append(WhyChain(id: id)) }
        let index = chains.firstIndex { $0.id == id }!
        guard let parent, !parent.isEmpty else {
            var step = chains[index].step ?? WhyStep(question: question)
            step.causes.append(cause)
            chains[index].step = step
            return WhyPath(chain: id, indices: [step.causes.count - 1])
        }
        let path = WhyPath(chain: id, indices: parent)
        guard var above = self[path] else {
            preconditionFailure("a cause is added below one that is not there")
        }
        var step = above.next ?? WhyStep(question: question)
        step.causes.append(cause)
        above.next = step
        self[path] = above
        return WhyPath(chain: id, indices: parent + [step.causes.count - 1])
    }
}

/// One starting point, such as how it came to happen or how it stayed unseen.
package struct WhyChain: Equatable, Hashable, Sendable {
    /// The guide's name for the starting point.
    package var id: String
    package var step: WhyStep?

    package init(id: String, step: WhyStep? = nil) {
        self.id = id
        self.step = step
    }
}

/// A question and the causes that answer it, each necessary and together sufficient.
package struct WhyStep: Equatable, Hashable, Sendable {
    package var question: String
    package var causes: [WhyCause]

    package init(question: String, causes: [WhyCause] = []) {
        self.question = question
        self.causes = causes
    }

    fileprivate var paths: [[Int]] {
        causes.enumerated().flatMap { index, cause in
            [[index]] + (cause.next?.paths ?? []).map { [index] + $0 }
        }
    }

    fileprivate subscript(indices: ArraySlice<Int>) -> WhyCause? {
        get {
            guard let first = indices.first, causes.indices.contains(first) else { return nil }
            return indices.count == 1 ? causes[first] : causes[first].next?[indices.dropFirst()]
        }
        set {
            guard let newValue, let first = indices.first, causes.indices.contains(first) else { return }
            if indices.count == 1 {
                causes[first] = newValue
            } else {
                causes[first].next?[indices.dropFirst()] = newValue
            }
        }
    }

    fileprivate func removing(_ indices: ArraySlice<Int>) -> WhyStep? {
        guard let first = indices.first, causes.indices.contains(first) else { return self }
        var copy = self
        if indices.count == 1 {
            copy.causes.remove(at: first)
        } else {
            copy.causes[first].next = copy.causes[first].next?.removing(indices.dropFirst())
        }
        return copy.causes.isEmpty ? nil : copy
    }
}

package struct WhyCause: Equatable, Hashable, Sendable {
    package var text: String
    /// How it is known: a link, a log line, or the word *unverified*.
    package var evidence: String?
    /// Where the chain honestly stops: changeable here, outside our control, or an open question.
    package var ending: String?
    /// The label of the contributing factor that this cause became, such as `F1`.
    package var factor: String?
    package var actions: [String]
    private var following: [WhyStep]

    package init(
        _ text: String, evidence: String? = nil, ending: String? = nil, factor: String? = nil,
        actions: [String] = [], next: WhyStep? = nil
    ) {
        self.text = text
        self.evidence = evidence
        self.ending = ending
        self.factor = factor
        self.actions = actions
        following = next.map { [$0] } ?? []
    }

    /// The question this cause leads to.
    package var next: WhyStep? {
        get { following.first }
        set { following = newValue.map { [$0] } ?? [] }
    }
}

/// Where a cause stands: which chain, and at each level which cause.
package struct WhyPath: Equatable, Hashable, Sendable {
    package var chain: String
    package var indices: [Int]

    package init(chain: String, indices: [Int]) {
        self.chain = chain
        self.indices = indices
    }
}
