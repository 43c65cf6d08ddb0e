/// What a rule or check is about, for formats that list the rules beside the findings.
package struct RuleDescription: Equatable, Sendable {
    package var id: String
    package var category: String
    package var severity: Severity
    /// One sentence.
    package var summary: String
    /// What to do about its findings.
    package var help: String

    package init(id: String, category: String, severity: Severity, summary: String, help: String) {
        self.id = id
        self.category = category
        self.severity = severity
        self.summary = summary
        self.help = help
    }

    /// What one of its findings tells of a rule that was not described.
    init(from finding: Finding) {
        self.init(
            id: finding.rule, category: finding.category, severity: finding.severity,
            summary: "Wording or facts of the category '\(finding.category)'.",
            help: finding.question ?? finding.message)
    }
}
