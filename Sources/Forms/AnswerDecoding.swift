import Diagnostics

extension FormContent {
    /// Reads plain data in the shape of a question; a problem says what was expected where.
    package init(_ value: AnswerValue, as shape: AnswerShape) throws(AnswerProblem) {
        if let entries = value.entries, entries.count == 1, let text = entries[0].value.text {
            if entries[0].key == "notApplicable" {
                self = .notApplicable(text)
                return
            }
            if entries[0].key == "markdown" {
                self = .markdown(text)
                return
            }
        }
        switch shape {
        case .line, .prose, .code: self = .text(try Self.text(value, "a text"))
        case .list: self = .list(try Self.texts(value))
        case .table(let columns): self = .table(try Self.rows(value, columns))
        case .groups: self = .groups(try Self.groups(value))
        case .whys(let phrasing): self = .whys(try Self.forest(value, phrasing))
        case .checklist: self = .checklist(try Self.boxes(value))
        }
    }

    private static func text(_ value: AnswerValue?, _ expected: String) throws(AnswerProblem) -> String {
        guard let text = value?.text else { throw AnswerProblem("expected \(expected)") }
        return text
    }

    /// A single text stands for a list of one.
    private static func texts(_ value: AnswerValue) throws(AnswerProblem) -> [String] {
        if let text = value.text { return [text] }
        guard let items = value.items else { throw AnswerProblem("expected a list of texts") }
        var texts: [String] = []
        for item in items { texts.append(try text(item, "a text in the list")) }
        return texts
    }

    private static func rows(_ value: AnswerValue, _ columns: [TableColumn]) throws(AnswerProblem)
        -> [TableRecord]
    {
        guard let items = value.items else {
            throw AnswerProblem("expected a list of rows, each with \(names(columns))")
        }
        var rows: [TableRecord] = []
        for item in items {
            guard let entries = item.entries else {
                throw AnswerProblem("expected a row with \(names(columns))")
            }
            if let odd = entries.first(where: { entry in !columns.contains { $0.name == entry.key } }) {
                throw AnswerProblem("unknown column '\(odd.key)'; the columns are \(names(columns))")
            }
            var cells: [String] = []
            for column in columns {
                guard let cell = item[column.name] else {
                    cells.append("")
                    continue
                }
                cells.append(try text(cell, "a text under '\(column.name)'"))
            }
            rows.append(TableRecord(cells))
        }
        return rows
    }

    private static func names(_ columns: [TableColumn]) -> String {
        columns.map(\.name).joined(separator: ", ")
    }

    private static func groups(_ value: AnswerValue) throws(AnswerProblem) -> [ContentGroup] {
        guard let entries = value.entries else {
            throw AnswerProblem("expected names, each with a list of texts")
        }
        var groups: [ContentGroup] = []
        for entry in entries { groups.append(ContentGroup(entry.key, try texts(entry.value))) }
        return groups
    }

    private static func boxes(_ value: AnswerValue) throws(AnswerProblem) -> [ChecklistItem] {
        guard let items = value.items else {
            throw AnswerProblem("expected a list of boxes, each with text and done")
        }
        var boxes: [ChecklistItem] = []
        for item in items {
            if let text = item.text {
                boxes.append(ChecklistItem(text, isDone: false))
                continue
            }
            try checkKeys(of: item, ["text", "done"])
            let done =
                try item["done"].map { value throws(AnswerProblem) in
                    try text(value, "true or false under 'done'")
                } ?? "false"
            guard done == "true" || done == "false" else {
                throw AnswerProblem("'done' is true or false, not '\(done)'")
            }
            boxes.append(ChecklistItem(try text(item["text"], "a text under 'text'"), isDone: done == "true"))
        }
        return boxes
    }

    // MARK: whys

    private static func forest(_ value: AnswerValue, _ phrasing: WhysPhrasing) throws(AnswerProblem)
        -> WhyForest
    {
        let ids = phrasing.chains.map(\.id)
        guard let chains = value["chains"]?.entries else {
            throw AnswerProblem("expected 'chains' with \(ids.joined(separator: ", "))")
        }
        var forest = WhyForest()
        for chain in chains {
            guard ids.contains(chain.key) else {
                throw AnswerProblem(
                    "unknown chain '\(chain.key)'; the chains are \(ids.joined(separator: ", "))")
            }
            forest.chains.append(WhyChain(id: chain.key, step: try step(chain.value)))
        }
        return forest
    }

    private static func step(_ value: AnswerValue) throws(AnswerProblem) -> WhyStep {
        try checkKeys(of: value, ["question", "causes"])
        guard let items = value["causes"]?.items else {
            throw AnswerProblem("expected 'question' and a list of 'causes'")
        }
        var causes: [WhyCause] = []
        for item in items { causes.append(try cause(item)) }
        return WhyStep(question: try text(value["question"], "a text under 'question'"), causes: causes)
    }

    private static func cause(_ value: AnswerValue) throws(AnswerProblem) -> WhyCause {
        if let text = value.text { return WhyCause(text) }
        try checkKeys(of: value, ["text", "evidence", "ends", "factor", "actions", "next"])
        var cause = WhyCause(try text(value["text"], "a text under 'text'"))
        if let evidence = value["evidence"] { cause.evidence = try text(evidence, "a text under 'evidence'") }
        if let ending = value["ends"] { cause.ending = try text(ending, "a text under 'ends'") }
        if let factor = value["factor"] { cause.factor = try text(factor, "a text under 'factor'") }
        if let actions = value["actions"] { cause.actions = try texts(actions) }
        if let next = value["next"] { cause.next = try step(next) }
        return cause
    }

    /// A key that nothing is read from would be an answer lost.
    private static func checkKeys(of value: AnswerValue, _ known: [String]) throws(AnswerProblem) {
        guard let unknown = value.entries?.first(where: { !known.contains($0.key) }) else { return }
        let guess = closest(to: unknown.key, in: known).map { ", did you mean '\($0)'?" }
        let help = guess ?? "; the keys are \(known.joined(separator: ", "))"
        throw AnswerProblem("unknown key '\(unknown.key)'\(help)")
    }
}
