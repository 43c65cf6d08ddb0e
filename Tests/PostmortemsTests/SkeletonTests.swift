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

    /// A label and its text in brackets are one place.
    @Test(arguments: ["standard", "short"]) func tellsEveryPlaceholderThatItWrote(_ name: String) throws {
        let blank = Postmortem.blank(try TestGuides.guide(name))
        let told = Set(blank.placeholders.map { blank.document.position(of: $0.range.lowerBound).line })
        let lines = String(decoding: blank.document.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(/\[[^\]]{2,}\](?!\()/) {
            #expect(told.contains(index + 1), "\(line)")
        }
    }

    @Test func namesItsGuideAtTheEnd() throws {
        let blank = Postmortem.blank(try TestGuides.standard())
        #expect(GuideMatch.named(in: blank.document) == "standard")
    }

    /// A short document that is asked by the standard guide grows chapter by chapter.
    @Test func growsBetweenItsRulesAndBeforeItsComment() throws {
        var grown = Postmortem(
            Postmortem.blank(try TestGuides.short()).document, guide: try TestGuides.standard())
        let answers = [
            ("successes.items", FormContent.list(["Second gate"])), ("logs.block", .text("06:40 refused")),
            ("effectiveness.items", .checklist([ChecklistItem("Seen", isDone: true)])),
        ]
        for (id, content) in answers {
            guard case .changed(let changed) = grown.setting(QuestionID(id)!, to: content) else {
                Issue.record("\(id) found no place")
                continue
            }
            grown = changed
        }
        #expect(
            Self.frame(of: grown) == [
                "Incident Summary", "---", "Impact Assessment", "---", "Root Cause Analysis", "---",
                "What Went Well", "---", "Lessons Learned", "---", "Action Items", "---", "Supporting Data",
                "---", "Continuous Improvement", "<!-- debrief:guide short -->",
            ])
    }

    /// Chapters, rules and the guide's comment, from top to bottom.
    private static func frame(of postmortem: Postmortem) -> [String] {
        String(decoding: postmortem.document.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            if line.hasPrefix("## ") { return String(line.dropFirst(3)) }
            return line == "---" || line.hasPrefix("<!-- debrief:guide") ? String(line) : nil
        }
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
