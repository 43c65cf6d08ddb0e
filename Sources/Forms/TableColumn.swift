/// One column of a table, in the guide's words.
package struct TableColumn: Sendable {
    package var name: String
    /// Its name and what other tables call it, as headers are compared.
    package let headings: [HeadingName]
    /// Asked when a row is filled cell by cell.
    package var ask: String
    package var hint: String
    package var kind: AnswerKind
    package var choices: [String]
    package var placeholder: String
    /// What an unanswered cell of a new row becomes.
    package var initial: String
    package var computed: ComputedCell?
    /// Rows stay in the order of this column.
    package var sorts: Bool
    package var completion: CompletionSource?

    package init(
        name: String, aliases: [String] = [], ask: String = "", hint: String = "", kind: AnswerKind = .text,
        choices: [String] = [],
        placeholder: String = "", initial: String = "", computed: ComputedCell? = nil, sorts: Bool = false,
        completion: CompletionSource? = nil
    ) {
        self.name = name
        headings = ([name] + aliases).map { HeadingName($0) }
        self.ask = ask
        self.hint = hint
        self.kind = kind
        self.choices = choices
        self.placeholder = placeholder
        self.initial = initial
        self.computed = computed
        self.sorts = sorts
        self.completion = completion
    }
}

extension [TableColumn] {
    /// Which of a table's headers is each column's: the one with its name, else with the first of its aliases. What is one
    /// column's by its name is no other's by an alias. A table that has none of the names is in a form of its own.
    package func places(among headers: [HeadingName]) -> [Int?] {
        var places = map { column in column.headings.first.flatMap { headers.firstIndex(of: $0) } }
        guard places.contains(where: { $0 != nil }) else { return places }
        for (index, column) in enumerated() where places[index] == nil {
            places[index] = column.headings.dropFirst().lazy.compactMap { headers.firstIndex(of: $0) }
                .first { !places.contains($0) }
        }
        return places
    }
}

/// What an answer is checked as; every kind but choice also takes an answer that does not fit, once confirmed.
package enum AnswerKind: String, CaseIterable, Sendable {
    case text
    case time
    case date
    case duration
    case number
    case choice
    case person
    /// What a timeline cell may hold: a time, a range, `~14:30`, `Next Day`.
    case moment
}

/// A cell that is worked out and can be overruled.
package enum ComputedCell: Equatable, Sendable {
    /// One more than the highest number in all tables of the section.
    case number
    /// The change from the first named column to the second.
    case change(from: String, to: String)
}

/// Words typed before that a place completes from.
package enum CompletionSource: String, CaseIterable, Sendable {
    case people
    case services
}
