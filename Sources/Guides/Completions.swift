import Forms

/// Which answers hold the words that others complete from, and which of them an answer takes.
extension GuideSection {
    func mayHold(_ source: CompletionSource, in question: Question) -> Bool {
        guard case .table(let columns) = form.shape(of: question.field) else {
            return question.holds(source)
        }
        return columns.contains { $0.holds(source) }
    }
}

extension TableColumn {
    package func holds(_ source: CompletionSource) -> Bool { source.isHeld(by: completion, kind) }

    /// What its cells complete from.
    package var completions: [CompletionSource] { .taken(by: completion, kind) }
}

extension Question {
    package func holds(_ source: CompletionSource) -> Bool { source.isHeld(by: completion, kind) }

    /// What its answer completes from.
    package var completions: [CompletionSource] { .taken(by: completion, kind) }
}

extension CompletionSource {
    /// - Parameter named: what the guide says of the place.
    fileprivate func isHeld(by named: CompletionSource?, _ kind: AnswerKind) -> Bool {
        named == self || self == .people && kind == .person
    }
}

extension [CompletionSource] {
    /// Any words may name a service.
    fileprivate static func taken(by named: CompletionSource?, _ kind: AnswerKind) -> [CompletionSource] {
        if let named { return [named] }
        return switch kind {
        case .person: [.people]
        case .text: [.services]
        case .time, .date, .duration, .number, .choice, .moment: []
        }
    }
}
