import Diagnostics
import Forms
import Guides
import LosslessMarkdown
import Postmortems
import Testing

@Suite("An answer changes its own place and nothing else") struct LosslessEditTests {
    /// Text that would break a document if it were written as it is.
    static let hostile = [
        "plain words", "a | b \\| c", "# not a heading", "---", "===", "- dash first", "1. number first",
        "> quote",
        "``` fence", "~~~", "<div>", "<!-- comment", "| a | b |\n| - | - |", "[x]: y",
        "*emphasis* and `code|pipe`",
        "trailing blanks   ", "\ttab first", "two\nlines", "para\n\npara", "é 日本語 👩‍💻", "Key: value: more",
        "**bold:** x",
        "ends with a backslash\\", "`unclosed", "- [ ] box", "null\u{0}byte", "a\r\nb", "+", "*", "_", "#",
        "1)", "&amp; <b>",
    ]

    @Test(arguments: Samples.names) func everyQuestionTakesHostileText(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        var refused = 0
        for id in postmortem.guide.questionIDs {
            for text in Self.hostile { refused += try check(text, in: id, of: postmortem) ? 0 : 1 }
        }
        print("\(sample): \(refused) refused of \(postmortem.guide.questionIDs.count * Self.hostile.count)")
    }

    @Test(arguments: Samples.names) func readingAloneChangesNoByte(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        for id in postmortem.guide.questionIDs {
            guard let content = postmortem.reading(id).content else { continue }
            if case .unchanged = postmortem.setting(id, to: content) { continue }
            Issue.record("\(id) does not take its own content for unchanged")
        }
    }

    /// The answer reads back, every other answer is as it was, and the bytes outside the section are the same.
    /// False where the edit was refused.
    private func check(_ text: String, in id: QuestionID, of before: Postmortem) throws -> Bool {
        let section = try #require(before.guide[section: id.section])
        let shape = section.form.shape(of: try #require(before.guide[id]).field)
        let content = Self.content(text, as: shape, beside: before.reading(id).content)
        switch before.setting(id, to: content) {
        case .refused: return false
        case .unchanged: return true
        case .changed(let after):
            #expect(after.reading(id).content != nil, "\(id) ← \(text.debugDescription)")
            for other in before.guide.questionIDs
            where other != id && !Self.follows(other, from: id, before.guide) {
                #expect(
                    after.reading(other).content == before.reading(other).content,
                    "\(id) changed \(other) with \(text.debugDescription)")
            }
            if before.section(id.section) != nil { try checkBytes(before, after, id) }
            return true
        }
    }

    private func checkBytes(_ before: Postmortem, _ after: Postmortem, _ id: QuestionID) throws {
        let old = before.document.bytes
        let new = after.document.bytes
        let place = try #require(before.section(id.section)).subtree
        guard id.question != "problem", !["start", "end"].contains(id.question) else { return }
        #expect(
            old[..<place.lowerBound].elementsEqual(new[..<min(place.lowerBound, new.count)]),
            "\(id) changed bytes before its section")
        let tail = old.count - place.upperBound
        #expect(old.suffix(tail).elementsEqual(new.suffix(tail)), "\(id) changed bytes behind its section")
    }

    /// Places that are worked out from an answer.
    private static func follows(_ other: QuestionID, from id: QuestionID, _ guide: Guide) -> Bool {
        other.section == id.section && (guide[other]?.computed != nil || id.question == "problem")
    }

    private static func content(_ text: String, as shape: AnswerShape, beside old: FormContent?)
        -> FormContent
    {
        switch (shape, old) {
        case (.line, _), (.prose, _), (.code, _): return .text(text)
        case (.list, .list(let items)?): return .list(items + [text])
        case (.list, _): return .list([text, "second"])
        case (.table(let columns), .table(let rows)?):
            return .table([TableRecord(columns.map { _ in text })] + rows)
        case (.table(let columns), _): return .table([TableRecord(columns.map { _ in text })])
        case (.groups(let offered, _), _):
            return .groups([ContentGroup(offered.first?.name ?? "A", [text, "b"])])
        case (.checklist, _):
            return .checklist([ChecklistItem(text, isDone: true), ChecklistItem("b", isDone: false)])
        case (.whys(let phrasing), _):
            let step = WhyStep(
                question: "How?",
                causes: [
                    WhyCause(text), WhyCause("b", next: WhyStep(question: text, causes: [WhyCause(text)])),
                ])
            return .whys(WhyForest([WhyChain(id: phrasing.chains[0].id, step: step)]))
        }
    }
}
