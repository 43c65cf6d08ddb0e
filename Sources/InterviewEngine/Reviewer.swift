import Diagnostics
import Postmortems

/// What is said about an answer once it is saved; handed in, so that the interview does not choose its checker.
package struct Reviewer: Sendable {
    /// Findings on the wording of a document or of a stretch of it, in document order.
    package var findings: @Sendable (Postmortem, Range<Int>?) -> [Finding]
    /// One further question that the shape of an answer invites.
    package var probe: @Sendable (String) -> String?

    package init(
        findings: @escaping @Sendable (Postmortem, Range<Int>?) -> [Finding],
        probe: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.findings = findings
        self.probe = probe
    }

    /// Says nothing.
    package static let silent = Reviewer(findings: { _, _ in [] })
}
