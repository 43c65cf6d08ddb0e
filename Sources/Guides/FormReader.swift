import Diagnostics
import Forms
import StrictYAML

/// The keys that belong to forms.
enum FormKey: String, CaseIterable {
    case prefix
    case text
    case columns
    case rows
    case note
    case style
    case mark
    case items
    case intro
    case keyValidate = "key-validate"
    case lead
    case afterBreak = "after-break"
    case groups
    case problemLabel = "problem-label"
    case askNext = "ask-next"
    case commonWords = "common-words"
    case askMore = "ask-more"
    case askEvidence = "ask-evidence"
    case askEnding = "ask-ending"
    case askCategory = "ask-category"
    case labels
    case chains
    case phrasing
    case rests
    case categories
    case effect
    case from
    case info
}

enum ColumnKey: String, CaseIterable {
    case name
    case aliases
    case ask
    case hint
    case validate
    case choices
    case placeholder
    case `default`
    case computed
    case sort
    case completion
}

enum LabelKey: String, CaseIterable {
    case evidence
    case ends
    case action
    case factor
}

enum RestKey: String, CaseIterable {
    case kind
    case ask
    case words
    case starts
}

enum ChainKey: String, CaseIterable {
    case id
    case heading
    case ask
}

enum CategoryKey: String, CaseIterable {
    case name
    case gloss
}

extension FormKind {
    /// What a section of this form may say beside the keys of every section.
    var keys: [FormKey] {
        switch self {
        case .none: []
        case .title: [.prefix]
        case .static: [.text]
        case .fieldsTable: [.columns]
        case .prose, .keyedList: []
        case .list: [.style, .mark, .items, .intro, .keyValidate]
        case .labelledLines: [.lead, .afterBreak]
        case .table: [.columns, .rows]
        case .phasedTables: [.columns, .note]
        case .numberedGroups: [.groups]
        case .fiveWhys:
            [
                .problemLabel, .phrasing, .askNext, .askMore, .askEvidence, .askEnding, .commonWords, .labels,
                .chains,
                .rests,
            ]
        case .fishbone: [.categories, .effect, .from, .askCategory]
        case .checklist: [.items]
        case .codeBlock: [.info, .intro]
        }
    }
}

/// Makes a form from the keys of its section.
struct FormReader {
    let reader: YAMLReader
    let map: NamedMappingReader

    func form(_ kind: FormKind) -> any SectionForm {
        switch kind {
        case .none: NoForm()
        case .title: TitleForm(prefix: text(.prefix))
        case .static: StaticForm(text: text(.text))
        case .fieldsTable: FieldsTableForm(columns: map.strings(FormKey.columns.rawValue))
        case .prose: ProseForm()
        case .keyedList: KeyedListForm()
        case .list: listForm
        case .labelledLines: LabelledLinesForm(lead: text(.lead), isAfterBreak: text(.afterBreak) == "true")
        case .table: TableForm(columns: columns, rows: rows)
        case .phasedTables: PhasedTablesForm(columns: columns, note: text(.note))
        case .numberedGroups: NumberedGroupsForm(groups: map.strings(FormKey.groups.rawValue))
        case .fiveWhys: FiveWhysForm(problemLabel: text(.problemLabel), phrasing: phrasing)
        case .fishbone:
            FishboneForm(
                categories: categories, effect: text(.effect), from: text(.from),
                askCategory: map.requiredString(FormKey.askCategory.rawValue))
        case .checklist: ChecklistForm(items: map.strings(FormKey.items.rawValue))
        case .codeBlock: CodeBlockForm(info: text(.info), intro: text(.intro))
        }
    }

    private func text(_ key: FormKey) -> String { map.string(key.rawValue) ?? "" }

    private var listForm: ListForm {
        ListForm(
            style: map.choice(FormKey.style.rawValue, as: ListStyle.self) ?? .bullets, mark: text(.mark),
            items: map.strings(FormKey.items.rawValue), intro: text(.intro),
            keyKind: map.choice(FormKey.keyValidate.rawValue, as: AnswerKind.self) ?? .text)
    }

    private var rows: [[String]] {
        map.sequence(FormKey.rows.rawValue).map { row in row.items?.compactMap(\.text) ?? [] }
    }

    // MARK: columns

    private var columns: [TableColumn] {
        map.sequence(FormKey.columns.rawValue).compactMap { node in
            guard let column = reader.mapping(node, keys: ColumnKey.self, of: "column") else { return nil }
            let kind = column.choice(.validate, as: AnswerKind.self) ?? .text
            let choices = column.strings(.choices)
            if kind == .choice, choices.isEmpty {
                reader.problem(at: node, "a column with 'validate: choice' needs 'choices'")
            }
            return TableColumn(
                name: column.requiredString(.name), aliases: column.strings(.aliases),
                ask: column.string(.ask) ?? "",
                hint: column.string(.hint) ?? "",
                kind: kind, choices: choices,
                placeholder: column.string(.placeholder) ?? "", initial: column.string(.default) ?? "",
                computed: column.node(.computed).flatMap { computed($0) }, sorts: column.bool(.sort) ?? false,
                completion: column.choice(.completion, as: CompletionSource.self))
        }
    }

    /// `number`, or `{change: [Normal, During Incident]}`.
    private func computed(_ node: YAMLNode) -> ComputedCell? {
        if node.text == "number" { return .number }
        if let pair = node["change"]?.items?.compactMap(\.text), pair.count == 2, node.entries?.count == 1 {
            return .change(from: pair[0], to: pair[1])
        }
        reader.problem(at: node, "'computed' of a column is number, or {change: [COLUMN, COLUMN]}")
        return nil
    }

    // MARK: fishbone

    private var categories: [OfferedGroup] {
        map.sequence(FormKey.categories.rawValue).compactMap { node in
            if let name = node.text { return OfferedGroup(name) }
            guard let category = reader.mapping(node, keys: CategoryKey.self, of: "category") else {
                return nil
            }
            return OfferedGroup(category.requiredString(.name), gloss: category.string(.gloss) ?? "")
        }
    }
}
