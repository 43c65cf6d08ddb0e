import Forms
import Guides
import LosslessMarkdown
import Postmortems
import Wording

extension Reviewer {
    /// The wording checker, made when something is there to be looked at; names and kinds of section come from the
    /// postmortem.
    package init(_ checker: @autoclosure @escaping @Sendable () -> WordingChecker) {
        self.init(
            findings: { postmortem, range in
                checker().findings(in: postmortem.document, within: range, WordingContext(postmortem))
            },
            probe: { checker().probe(for: $0) })
    }
}

extension WordingContext {
    /// What a postmortem knows of its people and its parts.
    package init(_ postmortem: Postmortem, showsHints: Bool = true, flagsNames: Bool = false) {
        self.init(
            people: postmortem.words(for: .people), sections: postmortem.sectionKinds,
            showsHints: showsHints, flagsNames: flagsNames)
    }
}
