import DisplayText
import Forms

/// Where in its dialog a line stands, as a draft keeps it: a word, and what it is about.
struct DialogPlace: Equatable {
    var kind: String
    var rest: String

    init(_ kind: String, _ rest: String = "") {
        self.kind = kind
        // A draft keeps its place on one line.
        self.rest = rest.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    init(written: String) {
        kind = String(written.prefix { $0 != " " })
        rest = String(written.dropFirst(kind.count + 1))
    }

    var written: String { rest.isEmpty ? kind : "\(kind) \(rest)" }

    /// Whether it is about a text.
    func isAbout(_ text: String) -> Bool { DialogPlace(kind, text) == self }

    /// Proposals from the whys that had been left out before this place was reached.
    func passedLeaves(_ leaves: [LeafProposal]) -> ArraySlice<WhyPath> {
        leaves.map(\.path).prefix { rest != $0.written || kind != "leaf" }
    }

    /// The number of a part that was brought back.
    var number: Int? { kind == "row" ? Int(rest) : nil }
}

extension WhyPath {
    /// `unseen 0.1`: the chain and the steps down; the chain alone where nothing is answered.
    var written: String {
        ([chain] + (indices.isEmpty ? [] : [indices.map(String.init).joined(separator: ".")])).joined(
            separator: " ")
    }

    init?(written: String) {
        let words = written.split(separator: " ")
        guard let chain = words.first, words.count < 3 else { return nil }
        let steps = words.dropFirst().first?.split(separator: ".").map { Int($0) } ?? []
        guard steps.allSatisfy({ $0 != nil }) else { return nil }
        self.init(chain: String(chain), indices: steps.compactMap { $0 })
    }
}
