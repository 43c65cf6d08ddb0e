import IncidentTime
import BuiltInPrompts
import Consistency
import Diagnostics
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing
import Wording

@Suite("Conversations read as on file") struct ConversationTests {
    @Test(arguments: [
        "facts", "tables", "whys", "fishbone", "lists", "captures", "commands", "undo", "states", "mishaps",
        "closing", "passed", "forest", "trace", "captured-actions", "second-thoughts", "stand-ins",
        "section-na", "refused", "placeholders", "standing", "rows", "names", "checklist", "bars", "cells",
        "factor-names",
    ])
    func withTheStandardGuide(_ name: String) throws {
        Transcript(name).check(.blank(try TestGuides.standard()))
    }

    @Test(arguments: ["findings", "findings-edited"]) func withFindings(_ name: String) throws {
        let reviewer = Reviewer { postmortem, _ in
            let text = String(decoding: postmortem.document.bytes, as: UTF8.self)
            guard !text.contains("debrief:keep counterfactual") else { return [] }
            return text.ranges(of: "should have").map { range in
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                return Finding(
                    rule: "should-have", category: "counterfactual", severity: .error,
                    span: SourceSpan(start..<(start + 11)),
                    message: "measures people against what did not happen.",
                    question: "What did they see at that point?")
            }
        }
        Transcript(name).check(.blank(try TestGuides.standard()), reviewer: reviewer)
    }

    @Test func withProbesOfTheProgramsOwn() throws {
        Transcript("probes").check(
            .blank(try TestGuides.standard()),
            reviewer: Reviewer(WordingChecker(decoding: BuiltInPrompts.wordingRules)))
    }

    /// In a night in which the clocks go forward.
    @Test func withQuestionsAboutTheTimeline() throws {
        let zones = ZoneSource { $0 == "Europe/Berlin" ? ZoneTables.berlin : nil }
        Transcript("timeline").check(
            Conversation(.blank(try TestGuides.standard()), checks: .document(zones: zones)))
    }

    @Test func withTheShortGuide() throws {
        Transcript("short-forest").check(.blank(try TestGuides.short()))
    }

    @Test func withWhatWasWrittenByHand() throws {
        Transcript("by-hand").check(
            Postmortem(MarkdownDocument(HandWritten.text), guide: try TestGuides.standard()))
    }

    @Test func throughAPipe() throws {
        Transcript("piped").check(.blank(try TestGuides.short()), isPiped: true)
    }
}
