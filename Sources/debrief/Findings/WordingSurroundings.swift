import Guides
import LosslessMarkdown
import Postmortems
import Wording

/// What the wording checker is told about a document: for a postmortem its people and kinds of section, for any other
/// nothing, so that its headings decide.
final class WordingSurroundings: Sendable {
    /// Asked for when the first document needs them.
    private let guides: SharedValue<[Guide]>
    private let people: [String]
    private let systems: [String]
    private let showsHints: Bool
    private let flagsNames: Bool

    init(_ guides: SharedValue<[Guide]>, _ config: ProjectConfig, showsHints: Bool, flagsNames: Bool) {
        self.guides = guides
        people = config.people
        systems = config.systems
        self.showsHints = showsHints
        self.flagsNames = flagsNames
    }

    func context(of document: MarkdownDocument) -> WordingContext {
        var context = WordingContext(
            people: people, systems: systems, showsHints: showsHints, flagsNames: flagsNames)
        guard mayBePostmortem(document) else { return context }
        guard let postmortem = GuideMatch.postmortem(document, among: guides.value) else { return context }
        context.people += postmortem.words(for: .people)
        context.sections = postmortem.sectionKinds
        return context
    }

    /// A postmortem has three headings of a guide, or names its guide; anything shorter need not be looked at.
    private func mayBePostmortem(_ document: MarkdownDocument) -> Bool {
        document.sections.count > 3 || GuideMatch.named(in: document) != nil
    }
}
