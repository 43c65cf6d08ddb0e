import Diagnostics
import IncidentTime
import Postmortems

/// Reads a whole postmortem for one kind of disagreement.
protocol Check: Sendable {
    static func findings(in document: CheckedDocument) -> [Finding]
}

/// All checks over one document.
package enum DocumentChecks {
    static let all: [any Check.Type] = [
        PlaceholderCheck.self, UnansweredCheck.self, AcronymCheck.self, MissingGraphCheck.self,
        DetectionCheck.self,
        ImpossibleTimeCheck.self, EndBeforeStartCheck.self, RowOrderCheck.self, DurationCheck.self,
        ImpactWindowCheck.self,
        ClaimedTimesCheck.self, CadenceCheck.self, TwoTimesCheck.self, DateOrderCheck.self,
        ReviewDateCheck.self,
        ClockChangeCheck.self, SilentStretchCheck.self, OwnTimesCheck.self,
        ChangeCheck.self, UsersAffectedCheck.self, MoneyCheck.self, AvailabilityCheck.self,
        PlausibilityCheck.self,
        WellAndWrongCheck.self, UnusedLessonCheck.self, TraceCheck.self,
        OwnerCheck.self, DueDateCheck.self, VagueActionCheck.self, SamePriorityCheck.self, PurposeCheck.self,
        WhyChainCheck.self, CauseEvidenceCheck.self,
        SecretCheck.self,
    ]

    /// In document order.
    package static func findings(
        in postmortem: Postmortem, today: CalendarDate?, zones: ZoneSource = .none
    ) -> [Finding] {
        findings(in: CheckedDocument(postmortem, today: today, zones: zones))
    }

    package static func findings(in document: CheckedDocument) -> [Finding] {
        all.flatMap { $0.findings(in: document) }.sorted {
            ($0.span.range.lowerBound, $0.span.range.upperBound, $0.rule)
                < ($1.span.range.lowerBound, $1.span.range.upperBound, $1.rule)
        }
    }
}
