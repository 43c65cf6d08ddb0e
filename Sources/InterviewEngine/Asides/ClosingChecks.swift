import Consistency
import Diagnostics
import IncidentTime
import LosslessMarkdown
import Postmortems

/// Checks of the whole document, handed in, so that the interview does not choose them.
package struct ClosingChecks: Sendable {
    /// Findings in document order, on the day that is given.
    package var findings: @Sendable (Postmortem, CalendarDate) -> [Finding]

    package init(_ findings: @escaping @Sendable (Postmortem, CalendarDate) -> [Finding]) {
        self.findings = findings
    }

    /// Says nothing.
    package static let silent = ClosingChecks { _, _ in [] }

    /// The checks of `debrief check`. What is still open is told before, question by question, so that these keep to
    /// what disagrees.
    package static func document(zones: ZoneSource) -> ClosingChecks {
        let toldBefore: Set = [CheckID.unanswered.rawValue, CheckID.placeholder.rawValue]
        return ClosingChecks { postmortem, today in
            let found = DocumentChecks.findings(in: postmortem, today: today, zones: zones)
            return Suppressions(postmortem.document).open(found.filter { !toldBefore.contains($0.rule) })
        }
    }
}
