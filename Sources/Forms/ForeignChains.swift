import LosslessMarkdown

extension FiveWhysForm {
    /// The chain below a heading that the guide does not know, where each numbered line of it asks and is answered. It is
    /// only read; the form writes into its own places alone.
    package func foreignChain(below section: Section, in document: MarkdownDocument, _ values: StateValues)
        -> WhyStep?
    {
        let place = SectionPlace(document: document, section: section, values: values)
        guard !phrasing.chains.contains(where: { Self.isHeaded(section, as: $0) }) else { return nil }
        let run = WhysRun(place)
        guard let first = run.blocks.first, first.isOrdered, !run.isBroken else { return nil }
        return WhysReader(document: document, phrasing: phrasing, firstQuestion: "").step(from: run.blocks)
            .flatMap {
                $0.question.hasSuffix("?") && $0.causes.count == 1 ? $0 : nil
            }
    }

    /// Whether a heading is the one of a chain, or goes on from it.
    static func isHeaded(_ section: Section, as chain: WhysPhrasing.Chain) -> Bool {
        guard let heading = chain.heading else { return false }
        return [heading, heading.replacing("How", with: "Why")].contains {
            HeadingName(section.title).begins(with: HeadingName($0))
        }
    }
}
