import Diagnostics

/// The groups of checks; what `debrief:keep` names when a whole group is meant.
package enum CheckCategory: String, CaseIterable, Sendable {
    case completeness
    case time
    case numbers
    case trace
    case actions
    case whys
    case secrets
}

/// Every check by the name that findings carry as their rule.
package enum CheckID: String, CaseIterable, Sendable {
    case placeholder
    case unanswered
    case missingReason = "missing-reason"
    case undefinedAcronym = "undefined-acronym"
    case missingGraph = "missing-graph"
    case detection

    case impossibleTime = "impossible-time"
    case endBeforeStart = "end-before-start"
    case rowOrder = "row-order"
    case duration
    case impactWindow = "impact-window"
    case claimedDetection = "claimed-detection"
    case claimedAcknowledgement = "claimed-acknowledgement"
    case claimedRecovery = "claimed-recovery"
    case cadence
    case twoTimes = "two-times"
    case dateOrder = "date-order"
    case reviewDate = "review-date"
    case clockChange = "clock-change"
    case silentStretch = "silent-stretch"
    case ownTimes = "own-times"

    case change
    case percentagePoints = "percentage-points"
    case usersAffected = "users-affected"
    case money
    case availability
    case plausibility

    case factorWithoutAction = "factor-without-action"
    case actionWithoutFactor = "action-without-factor"
    case measureWithoutAction = "measure-without-action"
    case wellAndWrong = "well-and-wrong"
    case unusedLesson = "unused-lesson"

    case owner
    case dueDate = "due-date"
    case vagueAction = "vague-action"
    case samePriority = "same-priority"
    case missingPurpose = "missing-purpose"

    case endsAtPerson = "ends-at-person"
    case loop
    case restatement
    case shortChain = "short-chain"
    case unprovenCause = "unproven-cause"

    case secret
    case personalData = "personal-data"
}

extension CheckID {
    package var category: CheckCategory {
        switch self {
        case .placeholder, .unanswered, .missingReason, .undefinedAcronym, .missingGraph, .detection:
            .completeness
        case .impossibleTime, .endBeforeStart, .rowOrder, .duration, .impactWindow, .claimedDetection,
            .claimedAcknowledgement, .claimedRecovery, .cadence, .twoTimes, .dateOrder, .reviewDate,
            .clockChange, .silentStretch, .ownTimes:
            .time
        case .change, .percentagePoints, .usersAffected, .money, .availability, .plausibility: .numbers
        case .factorWithoutAction, .actionWithoutFactor, .measureWithoutAction, .wellAndWrong,
            .unusedLesson:
            .trace
        case .owner, .dueDate, .vagueAction, .samePriority, .missingPurpose: .actions
        case .endsAtPerson, .loop, .restatement, .shortChain, .unprovenCause: .whys
        case .secret, .personalData: .secrets
        }
    }

    /// Error: a fact contradicts a fact, a left-over placeholder, a secret. Warning: what a reviewer would send back.
    package var severity: Severity {
        switch self {
        case .placeholder, .impossibleTime, .endBeforeStart, .rowOrder, .duration, .impactWindow,
            .claimedDetection,
            .claimedAcknowledgement, .claimedRecovery, .cadence, .twoTimes, .dateOrder, .change,
            .usersAffected, .money, .availability, .secret:
            .error
        case .unanswered, .missingReason, .missingGraph, .reviewDate, .clockChange, .percentagePoints,
            .factorWithoutAction,
            .measureWithoutAction, .wellAndWrong, .owner, .dueDate, .vagueAction, .samePriority,
            .missingPurpose, .endsAtPerson, .loop, .restatement, .shortChain, .unprovenCause, .personalData:
            .warning
        case .undefinedAcronym, .detection, .silentStretch, .ownTimes, .plausibility,
            .actionWithoutFactor, .unusedLesson:
            .hint
        }
    }

    /// A finding of this check; a reading that is less certain may speak more quietly, never louder.
    package func finding(
        at range: Range<Int>, _ message: String, ask question: String? = nil, settle: [Suggestion] = [],
        quietly: Bool = false
    ) -> Finding {
        Finding(
            rule: rawValue, category: category.rawValue,
            severity: quietly ? .hint : severity, span: SourceSpan(range), message: message,
            question: question, suggestions: settle)
    }
}
