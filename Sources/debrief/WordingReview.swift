import Diagnostics
import Forms
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Wording

/// The wording checker as the interview's reviewer: names and kinds of section come from the postmortem.
enum WordingReview {
    static func reviewer(_ checker: WordingChecker) -> Reviewer {
        Reviewer(
            findings: { postmortem, range in
                checker.findings(in: postmortem.document, within: range, WordingContext(postmortem))
            },
            probe: { checker.probe(for: $0) })
    }
}

extension WordingContext {
    /// What a postmortem knows of its people and its parts.
    init(_ postmortem: Postmortem, showsHints: Bool = true, flagsNames: Bool = false) {
        self.init(
            people: postmortem.words(for: .people), sections: postmortem.sectionKinds,
            showsHints: showsHints, flagsNames: flagsNames)
    }
}
