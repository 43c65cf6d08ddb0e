import Guides

/// What answers what: contributing factors, the actions and the prevention measures that name them, and ideas that
/// were declined with their reason.
///
/// A document that names labels anywhere (`(F1)`) is read by its labels; in one without, an action belongs to a factor
/// and a measure to an action where they speak of the same things.
package struct Trace: Sendable {
    package var factors: [Factor]
    package var actions: [Action]
    package var measures: [Measure]
    /// Ideas that were declined with a reason, wherever they stand.
    package var declined: [Declined]

    /// A contributing factor.
    package struct Factor: Hashable, Sendable {
        /// Nil for a factor written by hand without one.
        package var label: FactorLabel?
        /// Before the colon; empty where there is none.
        package var title: String
        package var condition: String
        package var place: Place

        /// `F1 Quiet gates`, or as much of it as there is.
        package var name: String {
            let words = title.isEmpty ? condition : title
            return [label?.description, words].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// A row of the action tables.
    package struct Action: Hashable, Sendable {
        /// The number in its row; empty where it has none.
        package var number: String
        package var text: String
        package var owner: String
        package var due: String
        package var horizon: Horizon?
        package var labels: [FactorLabel]
        /// Of the cell that holds the text.
        package var place: Place
    }

    /// An item of the prevention measures that is not declined.
    package struct Measure: Hashable, Sendable {
        package var group: String
        package var text: String
        package var labels: [FactorLabel]
        /// `action 5`, `actions 5 and 7`
        package var actionNumbers: [String]
        /// Already a habit, so that no action has to bring it about.
        package var isStanding: Bool
        package var place: Place
    }

    package struct Declined: Hashable, Sendable {
        package var text: String
        package var labels: [FactorLabel]
        package var place: Place
    }

    /// Where a part stands: whose answer, which of its parts (from 1), which bytes.
    package struct Place: Hashable, Sendable {
        package var question: QuestionID
        package var part: Int
        package var range: Range<Int>
    }

    /// Whether the actions or measures name factors by label.
    package var usesLabels: Bool {
        (actions.map(\.labels) + measures.map(\.labels)).contains { !$0.isEmpty }
    }
}

// MARK: links

extension Trace {
    package func actions(for factor: Factor) -> [Action] {
        if let label = factor.label, usesLabels { return actions.filter { $0.labels.contains(label) } }
        if usesLabels, factor.label == nil, factors.contains(where: { $0.label != nil }) { return [] }
        return actions.filter { Self.speaks(of: factor, $0.text) }
    }

    package func measures(for factor: Factor) -> [Measure] {
        if let label = factor.label, usesLabels { return measures.filter { $0.labels.contains(label) } }
        return measures.filter { Self.speaks(of: factor, $0.text) }
    }

    package func declined(for factor: Factor) -> [Declined] {
        declined.filter { idea in
            guard idea.labels.isEmpty else { return factor.label.map(idea.labels.contains) ?? false }
            return usesLabels ? Self.declines(idea, factor) : Self.speaks(of: factor, idea.text)
        }
    }

    /// The factors that an action answers.
    package func factors(of action: Action) -> [Factor] {
        factors.filter { actions(for: $0).contains(action) }
    }

    /// The actions that bring a measure about: those it names, those that answer the same factor, else those that
    /// speak of the same things. Where measures name their actions by number, one that names none has to speak of hardly
    /// anything else.
    package func actions(behind measure: Measure) -> [Action] {
        actions(behind: measure, whereNumbersCount: namesActionsByNumber)
    }

    private func actions(behind measure: Measure, whereNumbersCount: Bool) -> [Action] {
        let numbered = actions.filter { measure.actionNumbers.contains($0.number) }
        if !numbered.isEmpty { return numbered }
        let labelled = actions.filter { !Set($0.labels).isDisjoint(with: measure.labels) }
        if !labelled.isEmpty { return labelled }
        return actions.filter { whereNumbersCount ? Self.says(measure, $0) : Self.brings(about: measure, $0) }
    }

    /// Whether three measures do.
    private var namesActionsByNumber: Bool { measures.count { !$0.actionNumbers.isEmpty } >= 3 }

    private static func speaks(of factor: Factor, _ text: String) -> Bool {
        let words = SubjectWords(text)
        if words.shared(with: SubjectWords(factor.title)) > 0 { return true }
        return words.shared(with: SubjectWords(factor.condition)) > 1
    }

    /// Among labels, a note without one declines a factor where most of its title or several of its words are the same.
    private static func declines(_ idea: Declined, _ factor: Factor) -> Bool {
        let proposed = DeclinedIdea.subject(of: idea.text)
        let title = SubjectWords(factor.title)
        return proposed.shared(with: title.union(SubjectWords(factor.condition))) > 1
            || !title.isEmpty && 2 * proposed.shared(with: title) >= title.count
    }

    private static func says(_ measure: Measure, _ action: Action) -> Bool {
        let wanted = SubjectWords(measure.text)
        let shared = wanted.shared(with: SubjectWords(action.text))
        return shared > 2 && 4 * shared >= 3 * wanted.count
    }

    private static func brings(about measure: Measure, _ action: Action) -> Bool {
        let wanted = SubjectWords(measure.text)
        let promised = SubjectWords(action.text)
        let shared = wanted.shared(with: promised)
        guard shared > 0 else { return false }
        let isMost = 2 * shared >= wanted.count
        return isMost && (shared > 1 || wanted.count == 1)
            || shared > 1 && 3 * shared > 2 * promised.count - 1
    }
}

// MARK: orphans

extension Trace {
    /// Factors that neither an action nor a declined note answers.
    package var openFactors: [Factor] {
        factors.filter { actions(for: $0).isEmpty && declined(for: $0).isEmpty }
    }

    /// Actions that answer no factor; none where there are no factors to answer.
    package var looseActions: [Action] {
        guard !factors.isEmpty else { return [] }
        return actions.filter { $0.labels.isEmpty && factors(of: $0).isEmpty }
    }

    /// Measures that are no standing practice and that no action brings about.
    package var looseMeasures: [Measure] {
        let whereNumbersCount = namesActionsByNumber
        return measures.filter {
            !$0.isStanding && actions(behind: $0, whereNumbersCount: whereNumbersCount).isEmpty
        }
    }

    /// Labels in actions, measures and declined notes that no factor carries.
    package var strayLabels: [(label: FactorLabel, place: Place)] {
        let known = Set(factors.compactMap(\.label))
        guard !known.isEmpty else { return [] }
        let named =
            actions.map { ($0.labels, $0.place) } + measures.map { ($0.labels, $0.place) }
            + declined.map { ($0.labels, $0.place) }
        return named.flatMap { labels, place in
            labels.filter { !known.contains($0) }.map { ($0, place) }
        }
    }

    /// Numbers of actions that measures name, where no action has that number.
    package var strayNumbers: [(number: String, place: Place)] {
        let known = Set(actions.map(\.number))
        guard known.contains(where: { Int($0) != nil }) else { return [] }
        return measures.flatMap { measure in
            measure.actionNumbers.filter { !known.contains($0) }.map { ($0, measure.place) }
        }
    }

    /// The label for the next factor: higher than any in use and than the number of factors, so that a label never
    /// comes to mean something else.
    package var nextLabel: FactorLabel {
        let used =
            factors.compactMap(\.label) + actions.flatMap(\.labels) + measures.flatMap(\.labels)
            + declined.flatMap(\.labels)
        return FactorLabel(max(used.map(\.number).max() ?? 0, factors.count) + 1)
    }
}
