import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("An answer changes its own place and nothing else") struct LosslessEditTests {
    /// Three hostile texts a question, others for the next question, so that all meet every form.
    @Test(arguments: Samples.names) func everyQuestionTakesHostileText(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        for (number, id) in postmortem.guide.questionIDs.enumerated() {
            for turn in 0..<3 {
                let text = HostileText.all[(number * 3 + turn) % HostileText.all.count]
                let taken = try LosslessEdit(before: postmortem, id: id).takes(text)
                #expect(taken || holdsOther(id, postmortem), "\(id) refused \(text.debugDescription)")
            }
        }
    }

    /// What stands in a place in another shape than the question's is left to its author.
    private func holdsOther(_ id: QuestionID, _ postmortem: Postmortem) -> Bool {
        if case .markdown? = postmortem.reading(id).content { true } else { false }
    }

    /// A box at the start of a line makes a task of an item.
    @Test(arguments: ["[ ] x", "[x] done", "[ ] "]) func everyQuestionTakesABox(_ text: String) throws {
        let blank = Postmortem.blank(try TestGuides.standard())
        for id in blank.guide.questionIDs {
            #expect(try LosslessEdit(before: blank, id: id).takes(text), "\(id)")
        }
    }

    @Test(arguments: Samples.names) func readingAloneChangesNoByte(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        for id in postmortem.guide.questionIDs {
            guard let content = postmortem.reading(id).content else { continue }
            if case .unchanged = postmortem.setting(id, to: content) { continue }
            Issue.record("\(id) does not take its own content for unchanged")
        }
    }
}
