import Diagnostics
import DisplayText
import Forms
import Guides

enum TreeCommand: InterviewCommand {
    static let usage = ":tree [chain]"
    static let help = [
        "Draws the whys with their branches, evidence and endings.",
        "':tree unseen' draws one of the chains; the numbers are those of ':row'.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let (id, phrasing) = session.whys else {
            return session.declined("This guide has no whys.")
        }
        guard case .whys(let forest)? = session.postmortem.reading(id).content else {
            return session.declined("There are no whys yet; ':goto \(id)' begins them.")
        }
        var chain: String?
        if !argument.isEmpty {
            guard let named = Self.chain(argument, in: phrasing) else {
                let known = phrasing.chains.map(\.id)
                return session.declined(
                    "No chain is called '\(argument)'; the chains are \(joined(known, "and")).")
            }
            chain = named
        }
        let lines = WhysDrawing(forest, phrasing: phrasing, values: session.guide.values).lines(chain: chain)
        guard !lines.isEmpty else { return session.answered("That chain holds nothing yet.", .hint) }
        return [.show(lines)] + session.ask()
    }

    static func candidates(in session: InterviewSession) -> [String] {
        session.whys?.phrasing.chains.map(\.id) ?? []
    }

    /// By its id, its number or the first letters of its heading.
    private static func chain(_ word: String, in phrasing: WhysPhrasing) -> String? {
        if let number = Int(word), phrasing.chains.indices.contains(number - 1) {
            return phrasing.chains[number - 1].id
        }
        let typed = word.lowercased()
        return phrasing.chains.first {
            $0.id.lowercased().hasPrefix(typed) || $0.heading?.lowercased().hasPrefix(typed) == true
        }?.id
    }
}

extension InterviewSession {
    /// The guide's question of whys, with its words.
    var whys: (id: QuestionID, phrasing: WhysPhrasing)? {
        for section in guide.sections {
            guard let form = section.form as? FiveWhysForm else { continue }
            return (QuestionID(section.id, "chain"), form.phrasing)
        }
        return nil
    }
}
