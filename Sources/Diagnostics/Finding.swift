/// A place in a text: byte offsets, end exclusive. Writers convert to the unit their format wants.
package struct SourceSpan: Equatable, Hashable, Sendable {
    package var range: Range<Int>

    package init(_ range: Range<Int>) { self.range = range }
}

/// A change that would settle a finding. `replacement` is nil when only a person can word it.
package struct Suggestion: Equatable, Hashable, Sendable {
    package var description: String
    package var replacement: TextEdit?

    package init(_ description: String, replacement: TextEdit? = nil) {
        self.description = description
        self.replacement = replacement
    }
}

/// Something seen in a text, said so that its author can act on it.
package struct Finding: Equatable, Hashable, Sendable {
    /// The rule or check that spoke, such as `should-have` or `duration`.
    package var rule: String
    /// The closed set the rule belongs to, such as `counterfactual` or `time`; what `debrief:keep` names.
    package var category: String
    package var severity: Severity
    package var span: SourceSpan
    /// What was seen and why it matters here, one sentence.
    package var message: String
    /// What to ask instead: a how or a what, never a why or a who.
    package var question: String?
    package var suggestions: [Suggestion]

    package init(
        rule: String, category: String, severity: Severity, span: SourceSpan, message: String,
        question: String? = nil, suggestions: [Suggestion] = []
    ) {
        self.rule = rule
        self.category = category
        self.severity = severity
        self.span = span
        self.message = message
        self.question = question
        self.suggestions = suggestions
    }

    /// `category/rule`, or one word where they are the same.
    package var name: String { rule == category ? rule : "\(category)/\(rule)" }
}
