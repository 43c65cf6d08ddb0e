import Forms
import Guides

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
        case (.groups, .groups(let groups)?): .groups(adding(text, to: groups))
        case (.groups(let offered, _), _): .groups([ContentGroup(offered.first?.name ?? "A", [text, "b"])])
        case (.checklist, .checklist(let boxes)?): .checklist(boxes + [ChecklistItem(text, isDone: true)])
        case (.checklist, _):
            .checklist([ChecklistItem(text, isDone: true), ChecklistItem("b", isDone: false)])
        case (.whys(let phrasing), _):
            .whys(WhyForest([WhyChain(id: phrasing.chains[0].id, step: whys(text))]))
        }
    }

    private static func adding(_ text: String, to groups: [ContentGroup]) -> [ContentGroup] {
        var groups = groups
        groups[groups.count - 1].items.append(text)
        return groups
    }

    private static func whys(_ text: String) -> WhyStep {
        let branch = WhyCause("b", next: WhyStep(question: text, causes: [WhyCause(text, evidence: text)]))
        return WhyStep(question: "How?", causes: [WhyCause(text), branch])
    }
}
