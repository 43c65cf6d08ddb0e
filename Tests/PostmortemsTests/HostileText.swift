import Forms
import Guides
import Postmortems
import Testing

/// Text that would break a document if it were written as it is.
enum HostileText {
    static let all = [
        "plain words", "a | b \\| c", "# not a heading", "---", "===", "- dash first", "1. number first",
        "> quote",
        "``` fence", "~~~", "<div>", "<!-- comment", "| a | b |\n| - | - |", "[x]: y",
        "*emphasis* and `code|pipe`",
        "trailing blanks   ", "\ttab first", "two\nlines", "para\n\npara", "é 日本語 👩‍💻", "Key: value: more",
        "**bold:** x", "ends with a backslash\\", "`unclosed", "- [ ] box", "null\u{0}byte", "a\r\nb", "+",
        "*", "_",
        "#", "1)", "&amp; <b>", "<!-- debrief:off -->", "|", "\\", "[a](b", "-->", "***", "Evidence: x",
        "[ ] x",
    ]

    /// An answer made of the text, in the shape of a question and beside what is there.
    static func content(_ text: String, as shape: AnswerShape, beside old: FormContent?) -> FormContent {
        switch (shape, old) {
        case (.line, _), (.prose, _), (.code, _): .text(text)
        case (.list, .list(let items)?): .list(items + [text])
        case (.list, _): .list([text, "second"])
        case (.table(let columns), .table(let rows)?): .table([TableRecord(columns.map { _ in text })] + rows)
        case (.table(let columns), _): .table([TableRecord(columns.map { _ in text })])
        case (.groups(let offered, _), _): .groups([ContentGroup(offered.first?.name ?? "A", [text, "b"])])
        case (.checklist, _):
            .checklist([ChecklistItem(text, isDone: true), ChecklistItem("b", isDone: false)])
        case (.whys(let phrasing), _):
            .whys(WhyForest([WhyChain(id: phrasing.chains[0].id, step: whys(text))]))
        }
    }

    private static func whys(_ text: String) -> WhyStep {
        let branch = WhyCause("b", next: WhyStep(question: text, causes: [WhyCause(text, evidence: text)]))
        return WhyStep(question: "How?", causes: [WhyCause(text), branch])
    }
}

/// Checks that an answer changes its own place and nothing else.
struct LosslessEdit {
    let before: Postmortem
    let id: QuestionID

    /// Whether the place took the answer; what it may not change is expected to be as it was.
    func takes(_ text: String, _ seed: String = "") throws -> Bool {
        let section = try #require(before.guide[section: id.section])
        let field = try #require(before.guide[id]).field
        let content = HostileText.content(
            text, as: section.form.shape(of: field), beside: before.reading(id).content)
        switch before.setting(id, to: content) {
        case .refused: return false
        case .unchanged: return true
        case .changed(let after):
            let hint = "\(id) ← \(text.debugDescription) \(seed)"
            #expect(
                after.reading(id).content != nil
                    || content.normalized(as: section.form.shape(of: field)).isEmpty, "\(hint)")
            checkAnswers(after, hint)
            checkBytes(after, hint)
            return true
        }
    }

    private func checkAnswers(_ after: Postmortem, _ hint: String) {
        for other in before.guide.questionIDs where other != id && !isWorkedOut(other) {
            #expect(after.reading(other).content == before.reading(other).content, "\(hint) changed \(other)")
        }
    }

    /// The bytes before and behind the section. A problem statement and times are also worked into other places.
    private func checkBytes(_ after: Postmortem, _ hint: String) {
        guard let place = before.section(id.section)?.subtree,
            !["problem", "start", "end"].contains(id.question)
        else { return }
        let (old, new) = (before.document.bytes, after.document.bytes)
        let head = old[..<place.lowerBound]
        let tail = old[place.upperBound...]
        #expect(new.starts(with: head), "\(hint) changed bytes before its section")
        #expect(new.reversed().starts(with: tail.reversed()), "\(hint) changed bytes behind its section")
    }

    private func isWorkedOut(_ other: QuestionID) -> Bool {
        other.section == id.section && (before.guide[other]?.computed != nil || id.question == "problem")
    }
}
