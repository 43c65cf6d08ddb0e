import LosslessMarkdown

extension FormContent {
    /// The content as it reads back once it is written: blanks tidied, what would break the frame escaped. Rows, items
    /// and Markdown that are in `present` stay as they are.
    package func normalized(as shape: AnswerShape, beside present: FormContent? = nil) -> FormContent {
        switch self {
        case .text(let text): return .text(Self.normalized(text, as: shape))
        case .list(let items):
            let known = present?.knownItems ?? []
            return .list(items.flatMap { known.contains($0) ? [$0] : Self.normalized([$0], as: shape) })
        case .table(let rows):
            let known: [TableRecord] = if case .table(let rows)? = present { rows } else { [] }
            return .table(
                rows.map { known.contains($0) ? $0 : TableRecord($0.cells.map(Self.cell)) }
                    .filter { !$0.isBlank })
        case .groups(let groups):
            return .groups(NestedLists.canonical(groups, beside: present?.knownItems ?? []))
        case .whys(let forest): return .whys(Self.normalized(forest, as: shape))
        case .checklist(let items):
            let known = present?.knownItems ?? []
            let tidy = items.map { box in
                let text = known.contains(box.text) ? box.text : Escaping.itemLine(Prose.line(box.text))
                return ChecklistItem(text, isDone: box.isDone)
            }
            return .checklist(tidy.filter { !$0.text.isEmpty })
        case .markdown(let text): return .markdown(CodeBlockForm.canonical(text))
        case .notApplicable: return self
        }
    }

    private var knownItems: Set<String> {
        switch self {
        case .list(let items): Set(items)
        case .groups(let groups): Set(groups.flatMap(\.items))
        case .checklist(let boxes): Set(boxes.map(\.text))
        case .text, .table, .whys, .notApplicable, .markdown: []
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
