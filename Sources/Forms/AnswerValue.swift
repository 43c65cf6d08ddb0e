/// An answer as plain data, the common ground of answers files and JSON: every scalar is a text.
package indirect enum AnswerValue: Equatable, Sendable {
    case text(String)
    case list([AnswerValue])
    case map([Entry])

    package struct Entry: Equatable, Sendable {
        package var key: String
        package var value: AnswerValue

        package init(_ key: String, _ value: AnswerValue) {
            self.key = key
            self.value = value
        }
    }

    package subscript(key: String) -> AnswerValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package var items: [AnswerValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    package var entries: [Entry]? {
        if case .map(let entries) = self { entries } else { nil }
    }
}

/// An answers file that does not say what the shape of a question wants, told as one sentence.
package struct AnswerProblem: Error, Equatable {
    package var message: String

    init(_ message: String) { self.message = message }
}

extension FormContent {
    /// The content as plain data; tables name their columns.
    package func value(as shape: AnswerShape) -> AnswerValue {
        switch self {
        case .text(let text): .text(text)
        case .list(let items): .list(items.map { .text($0) })
        case .table(let rows): .list(rows.map { Self.value(of: $0, shape) })
        case .groups(let groups): .map(groups.map { .init($0.name, .list($0.items.map { .text($0) })) })
        case .whys(let forest): .map([.init("chains", .map(forest.chains.compactMap(Self.value)))])
        case .checklist(let items):
            .list(
                items.map {
                    .map([.init("text", .text($0.text)), .init("done", .text($0.isDone ? "true" : "false"))])
                })
        case .notApplicable(let reason): .map([.init("notApplicable", .text(reason))])
        case .markdown(let text): .map([.init("markdown", .text(text))])
        }
    }

    private static func value(of row: TableRecord, _ shape: AnswerShape) -> AnswerValue {
        guard case .table(let columns) = shape else { return .list(row.cells.map { .text($0) }) }
        return .map(zip(columns, row.cells).map { .init($0.name, .text($1)) })
    }

    private static func value(of chain: WhyChain) -> AnswerValue.Entry? {
        chain.step.map { .init(chain.id, value(of: $0)) }
    }

    private static func value(of step: WhyStep) -> AnswerValue {
        .map([.init("question", .text(step.question)), .init("causes", .list(step.causes.map(value)))])
    }

    private static func value(of cause: WhyCause) -> AnswerValue {
        var entries = [AnswerValue.Entry("text", .text(cause.text))]
        if let evidence = cause.evidence { entries.append(.init("evidence", .text(evidence))) }
        if let ending = cause.ending { entries.append(.init("ends", .text(ending))) }
        if let factor = cause.factor { entries.append(.init("factor", .text(factor))) }
        if !cause.actions.isEmpty { entries.append(.init("actions", .list(cause.actions.map { .text($0) }))) }
        if let next = cause.next { entries.append(.init("next", value(of: next))) }
        return .map(entries)
    }
}
