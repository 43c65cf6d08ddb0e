import Diagnostics

extension WordingChecker {
    /// Every rule by its id, as formats that list rules beside findings want it.
    package var ruleDescriptions: [String: RuleDescription] {
        var descriptions: [String: RuleDescription] = [:]
        for rule in rules.rules.map(\.rule) {
            descriptions[rule.id] = RuleDescription(
                id: rule.id, category: rule.category.name, severity: rule.severity.highest,
                summary: rule.message.replacing("{words}", with: "…"),
                help: [rule.question, rule.rewrite].compactMap { $0 }.joined(separator: " "))
        }
        return descriptions
    }
}

extension RuleSeverity {
    /// What a finding of such a rule is at most.
    fileprivate var highest: Severity {
        switch self {
        case .byTarget, .bySentence, .error: .error
        case .warning: .warning
        case .hint: .hint
        }
    }
}
