import Diagnostics

/// One rule as a pack holds it.
struct WordingRule: Sendable {
    var id: String
    var category: RuleCategory
    /// Any of them is enough.
    var patterns: [Pattern]
    /// Of the clause that the marked words are in; nil where it does not matter.
    var subjects: Set<SubjectKind>?
    /// What may not follow, precede, stand anywhere in the sentence or later in it.
    var notBefore: [Pattern]
    var notAfter: [Pattern]
    var unless: [Pattern]
    var unlessLater: [Pattern]
    /// What must stand somewhere in the sentence.
    var needs: [Pattern]
    /// Kinds of section it speaks in; empty for all.
    var sections: Set<String>
    var otherSections: Set<String>
    var severity: RuleSeverity
    /// Whether it looks into quotation marks.
    var readsQuotes: Bool
    var message: String
    var question: String?
    var rewrite: String?
    var flags: [RuleExample]
    var passes: [RuleExample]
    var line: Int
    /// How often a sentence may hold it before it is told.
    var allowed = 0

    /// Told only where hints are asked for.
    var isHint: Bool {
        if case .trap = category { return true }
        return severity == .hint
    }
}

enum RuleCategory: Equatable, Sendable {
    case blame(BlameCategory)
    case trap(WordingTrap)

    init?(named name: String) {
        if let category = BlameCategory(rawValue: name) {
            self = .blame(category)
        } else if let trap = WordingTrap(rawValue: name) {
            self = .trap(trap)
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .blame(let category): category.rawValue
        case .trap(let trap): trap.rawValue
        }
    }

    /// Where several fit one clause, the lowest matters most.
    var rank: Int {
        switch self {
        case .blame(let category): Self.order.firstIndex(of: category) ?? 0
        case .trap: Self.order.count
        }
    }

    private static let order: [BlameCategory] = [
        .punitiveAction, .attribution, .humanError, .character, .intent, .blameQuestion, .omission,
        .counterfactual,
        .hindsight, .loadedTone, .absolutes, .weakAction,
    ]
}

enum RuleSeverity: String, CaseIterable, Sendable {
    /// An error where others are meant, a warning for we, I, everyone and nobody in particular.
    case byTarget = "by-target"
    /// The same, and where nobody is the subject whoever stands nearest counts.
    case bySentence = "by-sentence"
    /// An error, whoever is meant, but a warning for what people say of themselves.
    case error
    case warning
    case hint
}

/// A sentence of a rule's own, with the words that are to be marked; none in what is to pass.
struct RuleExample: Sendable {
    var text: String
    /// Bytes of the text without the marks.
    var marked: Range<Int>?
    /// The kind of section it stands in.
    var section: String?
    var line: Int
    var column: Int
}
