import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A new document") struct SkeletonTests {
    @Test func hasEveryHeadingOfTheTemplateInItsOrder() throws {
        let document = Postmortem.blank(try TestGuides.standard()).document
        let headings = document.sections.filter { $0.kind == .heading }
        #expect(headings.count == 54)
        #expect(headings.filter { $0.level == 2 }.map(\.title) == Self.chapters)
    }

    @Test(arguments: ["standard", "short"]) func leavesEveryQuestionOpenAndHasAPlaceForIt(_ name: String)
        throws
    {
        let blank = Postmortem.blank(try TestGuides.guide(name))
        for id in blank.guide.questionIDs where blank.guide[section: id.section]?.isOnDemand == false {
            #expect(blank.reading(id).state == .open, "\(id)")
        }
    }

    @Test func namesItsGuideAtTheEnd() throws {
        let blank = Postmortem.blank(try TestGuides.standard())
        #expect(GuideMatch.named(in: blank.document) == "standard")
    }

    private static let chapters = [
        "Blameless Postmortem Principles", "Incident Summary", "Impact Assessment", "Timeline of Events",
        "Root Cause Analysis", "What Went Well", "What Went Wrong", "Lessons Learned", "Action Items",
        "Supporting Data",
        "Related Incidents", "Communication Log", "Prevention Measures", "Postmortem Meeting Details",
        "Sign-off",
        "Distribution List", "Appendix", "Continuous Improvement",
    ]
}
