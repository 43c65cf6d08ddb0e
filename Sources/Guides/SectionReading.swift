import Diagnostics
import Forms
import StrictYAML

/// The keys of a section that every form shares; the rest belong to its form.
enum SectionKey: String, CaseIterable {
    case id
    case heading
    case aliases
    case kind
    case why
    case form
    case questions
    case sections
}

extension GuideReader {
    mutating func readSection(_ node: YAMLNode, parent: String?, level: Int) {
        let form = formKind(of: node)
        let allowed = SectionKey.allCases.map(\.rawValue) + (form?.keys ?? FormKey.allCases).map(\.rawValue)
        guard let map = reader.mapping(node, allowed: allowed, of: "section") else { return }
        let id = map.requiredString(SectionKey.id.rawValue)
        if !sectionIDs.insert(id).inserted {
            reader.problem(
                at: map.node(SectionKey.id.rawValue) ?? node, "a second section with the id '\(id)'")
        }
        let heading = map.string(SectionKey.heading.rawValue)
        let isTitle = form == .title
        if heading == nil, !isTitle, map.string(FormKey.afterBreak.rawValue) != "true" {
            reader.problem(at: node, "section '\(id)' needs 'heading'")
        }
        let questions = map.sequence(SectionKey.questions.rawValue).compactMap { question($0, form: form) }
        if let form { checkQuestions(questions, of: id, form, at: node) }
        sections.append(
            GuideSection(
                id: id, heading: heading, aliases: map.strings(SectionKey.aliases.rawValue),
                level: isTitle ? 1 : level,
                parent: parent, kind: map.string(SectionKey.kind.rawValue) ?? "",
                why: map.string(SectionKey.why.rawValue) ?? "",
                form: FormReader(reader: reader, map: map).form(form ?? .none),
                questions: questions))
        for child in map.sequence(SectionKey.sections.rawValue) {
            readSection(child, parent: id, level: level + 1)
        }
    }

    /// Nil where none is named, or none that is known; nothing else is held against the section then.
    private func formKind(of node: YAMLNode) -> FormKind? {
        guard let form = node[SectionKey.form.rawValue] else {
            reader.problem(
                at: node,
                "a section needs 'form'; known forms: \(joined(FormKind.allCases.map(\.rawValue), "and"))")
            return nil
        }
        guard let text = form.text, let kind = FormKind(rawValue: text) else {
            let known = FormKind.allCases.map(\.rawValue)
            let guess = closest(to: form.text ?? "", in: known).map { "did you mean '\($0)'?" }
            reader.problem(
                at: form,
                "unknown form '\(form.text ?? "")'; \(guess ?? "known forms: \(joined(known, "and"))")")
            return nil
        }
        return kind
    }

    /// One question for most forms, none for those that are not asked about.
    private func checkQuestions(_ questions: [Question], of id: String, _ form: FormKind, at node: YAMLNode) {
        var seen: Set<String> = []
        for question in questions where !seen.insert(question.field.id).inserted {
            reader.problem(
                at: node, "section '\(id)' has a second question with the id '\(question.field.id)'")
        }
        switch form.questionCount {
        case .none where !questions.isEmpty:
            reader.problem(at: node, "section '\(id)' of form '\(form.rawValue)' takes no questions")
        case .one where questions.count != 1:
            reader.problem(
                at: node,
                "section '\(id)' of form '\(form.rawValue)' takes one question, not \(questions.count)")
        case .whys where Set(questions.map(\.field.id)) != ["problem", "chain"]:
            reader.problem(
                at: node, "section '\(id)' of form 'five-whys' takes the questions 'problem' and 'chain'")
        case .none, .one, .several, .whys:
            break
        }
    }

    // MARK: questions

    private func question(_ node: YAMLNode, form: FormKind?) -> Question? {
        guard let map = reader.mapping(node, keys: QuestionKey.self, of: "question") else { return nil }
        let kind = map.choice(.validate, as: AnswerKind.self) ?? .text
        let choices = map.strings(.choices)
        if kind == .choice, choices.isEmpty {
            reader.problem(at: node, "a question with 'validate: choice' needs 'choices'")
        }
        let label =
            form == .prose || form == .codeBlock ? map.string(.label) ?? "" : map.requiredString(.label)
        let field = Field(
            id: map.requiredString(.id), label: label, aliases: map.strings(.aliases),
            placeholder: map.string(.placeholder) ?? "[\(label.isEmpty ? "Answer" : label)]",
            choices: choices,
            shape: map.choice(.shape, as: FieldShape.self) ?? .text)
        return Question(
            field: field, ask: map.requiredString(.ask), hint: map.string(.hint) ?? "",
            example: map.string(.example) ?? "", why: map.string(.why) ?? "",
            isEssential: map.bool(.essential) ?? false,
            kind: kind, computed: computed(map.node(.computed)),
            horizon: map.choice(.horizon, as: Horizon.self),
            initial: map.string(.default) ?? "",
            completion: map.choice(.completion, as: CompletionSource.self))
    }

    /// `{duration: [start, end]}`
    private func computed(_ node: YAMLNode?) -> ComputedField? {
        guard let node else { return nil }
        guard let pair = node["duration"]?.items?.compactMap(\.text), pair.count == 2,
            node.entries?.count == 1
        else {
            reader.problem(at: node, "'computed' of a question is {duration: [start, end]}")
            return nil
        }
        return .duration(from: pair[0], to: pair[1])
    }
}

/// How many questions a form takes.
enum QuestionCount {
    case none
    case one
    case several
    case whys
}

extension FormKind {
    var questionCount: QuestionCount {
        switch self {
        case .none, .static: .none
        case .title, .prose, .list, .table, .numberedGroups, .fishbone, .checklist, .codeBlock: .one
        case .fieldsTable, .keyedList, .labelledLines, .phasedTables: .several
        case .fiveWhys: .whys
        }
    }
}
