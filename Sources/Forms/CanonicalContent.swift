import LosslessMarkdown

extension FormContent {
    /// The content as it reads back once it is written: blanks tidied, what would break the frame escaped.
    package func normalized(as shape: AnswerShape) -> FormContent {
        switch self {
        case .text(let text): .text(Self.normalized(text, as: shape))
        case .list(let items): .list(Self.normalized(items, as: shape))
        case .table(let rows):
            .table(rows.map { TableRecord($0.cells.map(Self.cell)) }.filter { !$0.isBlank })
        case .groups(let groups): .groups(NestedLists.canonical(groups))
        case .whys(let forest): .whys(Self.normalized(forest, as: shape))
        case .checklist(let items):
            .checklist(
                items.map { ChecklistItem(Escaping.itemLine(Prose.line($0.text)), isDone: $0.isDone) }
                    .filter { !$0.text.isEmpty })
        case .markdown(let text): .markdown(Prose.canonical(text))
        case .notApplicable: self
        }
    }

    private static func normalized(_ text: String, as shape: AnswerShape) -> String {
        switch shape {
        case .prose: Prose.canonical(text)
        case .code: CodeBlockForm.canonical(text)
        case .line, .list, .table, .groups, .whys, .checklist: withoutComments(Prose.line(text)).trimmed
        }
    }

    private static func normalized(_ items: [String], as shape: AnswerShape) -> [String] {
        guard case .list(let style, let mark) = shape else { return items }
        let text = ListItemText(style: style, mark: mark, values: .none)
        return items.map { text.canonical($0) }.filter { !$0.isEmpty }
    }

    private static func normalized(_ forest: WhyForest, as shape: AnswerShape) -> WhyForest {
        guard case .whys(let phrasing) = shape else { return forest }
        return WhysText.canonical(forest, phrasing.labels)
    }

    /// Line breaks inside a cell stay: a hand-written cell may hold them.
    private static func cell(_ text: String) -> String {
        withoutComments(text).split(whereSeparator: \.isNewline).map { Prose.line(String($0)) }.filter {
            !$0.isEmpty
        }
        .joined(separator: "\n")
    }
}
