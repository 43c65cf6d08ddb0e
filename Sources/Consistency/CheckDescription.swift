extension CheckID {
    /// What the check looks for, one sentence.
    package var summary: String {
        switch self {
        case .placeholder: "Text still holds the place of an answer."
        case .unanswered: "A section or an essential question holds nothing."
        case .missingReason: "Something is marked as not applicable without a reason."
        case .undefinedAcronym: "A short form is used and nowhere explained."
        case .missingGraph: "A graph is announced and not there."
        case .detection: "No row says how the incident was noticed."
        case .impossibleTime: "A date or a time is on no calendar and no clock."
        case .endBeforeStart: "An end lies before its start."
        case .rowOrder: "A timeline row is earlier than the row above it."
        case .duration: "The duration is not the time from start to end."
        case .impactWindow:
            "The summary's start or end differs from the rows in which the effect began or was over."
        case .claimedDetection: "A claimed time to detect does not fit the timeline."
        case .claimedAcknowledgement: "A claimed time to acknowledge does not fit the timeline."
        case .claimedRecovery: "A claimed time to restore does not fit the timeline."
        case .cadence: "A claimed rhythm of updates does not fit the communication log."
        case .twoTimes: "One event is told with two times."
        case .dateOrder:
            "Dates of incident, meeting, follow-up, signatures or reviews cannot follow each other."
        case .reviewDate: "A promise to look again has no date."
        case .clockChange: "A clock change makes a time doubtful."
        case .silentStretch: "No row tells about a long stretch of the incident."
        case .ownTimes: "Mean times are followed, and this incident's own are not told."
        case .change: "A change in the metrics is not the one between its two numbers."
        case .percentagePoints: "Percentage points and relative change are mixed up."
        case .usersAffected: "Two places give different numbers of people affected."
        case .money: "Two places give different amounts of money."
        case .availability: "A number in the text differs from the metrics."
        case .plausibility: "Two numbers are hard to see beside each other."
        case .factorWithoutAction: "No action and no declined note answers a factor."
        case .actionWithoutFactor: "An action names no factor, or one that is not there."
        case .measureWithoutAction: "No action brings a prevention measure about."
        case .wellAndWrong: "One subject is told as a success and as a difficulty."
        case .unusedLesson:
            "A related incident's lesson was not applied, and nothing asks how that came about."
        case .owner: "An action is not owned by one person."
        case .dueDate: "A due date is missing, before the incident or outside of its horizon."
        case .vagueAction: "An action leaves open when it is done."
        case .samePriority: "All actions have the same priority."
        case .missingPurpose: "No action would notice the next one, or none would prevent it."
        case .endsAtPerson: "A chain of whys ends at a person."
        case .loop: "A chain of whys comes back to where it was."
        case .restatement: "A why says what the line above says."
        case .shortChain: "A chain of whys stops early without saying why it ends there."
        case .unprovenCause: "The primary cause names no evidence."
        case .secret: "A key, a token, a password or a card number stands in the document."
        case .personalData: "Personal data stands in the document."
        }
    }
}
