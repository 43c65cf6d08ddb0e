import IncidentTime

/// What remarks on the handling of an incident are about.
enum ResponseSubject: CaseIterable {
    case detection
    case acknowledgement
    case escalation
    case communication
    case runbook
    case documentation
    case rollback
    case recovery
    case monitoring
    case teamwork
    case access
    case redundancy
    case backup
    case restart
    case staffing
    case vendor

    /// Of these one part may go well and another badly, so that two remarks have to share more than the subject.
    var isBroad: Bool {
        switch self {
        case .documentation, .monitoring, .vendor, .access, .staffing: true
        case .detection, .acknowledgement, .escalation, .communication, .runbook, .rollback, .recovery,
            .teamwork,
            .redundancy, .backup, .restart:
            false
        }
    }

    /// The subjects that the words name.
    static func named(in words: ArraySlice<ProseWord>) -> Set<ResponseSubject> {
        let stems = Stems(words)
        return Set(allCases.filter { stems.has($0.stems) || $0.phrases?.stand(in: words) == true })
    }

    /// Where the words name it.
    func places(in words: ArraySlice<ProseWord>) -> [Range<Int>] {
        words.indices.compactMap { index in
            let rest = words[index...]
            if let phrase = phrases?.first(in: rest.prefix(phrases?.longest ?? 0)), phrase.startIndex == index
            {
                return phrase.indices
            }
            return Stems(rest.prefix(1)).has(stems) ? index..<(index + 1) : nil
        }
    }

    private var stems: WordSet {
        switch self {
        case .detection: Self.detectionStems
        case .acknowledgement: Self.acknowledgementStems
        case .escalation: Self.escalationStems
        case .communication: Self.communicationStems
        case .runbook: Self.runbookStems
        case .documentation: Self.documentationStems
        case .rollback: Self.rollbackStems
        case .recovery: Self.recoveryStems
        case .monitoring: Self.monitoringStems
        case .teamwork: Self.teamworkStems
        case .access: Self.accessStems
        case .redundancy: Self.redundancyStems
        case .backup: Self.backupStems
        case .restart: Self.restartStems
        case .staffing: Self.staffingStems
        case .vendor: Self.vendorStems
        }
    }

    private var phrases: ProsePhrases? {
        switch self {
        case .acknowledgement: Self.acknowledgementPhrases
        case .communication: Self.communicationPhrases
        case .rollback: Self.rollbackPhrases
        case .teamwork: Self.teamworkPhrases
        case .redundancy: Self.redundancyPhrases
        case .recovery: Self.recoveryPhrases
        case .detection, .escalation, .runbook, .documentation, .monitoring, .access, .backup, .restart,
            .staffing,
            .vendor:
            nil
        }
    }

    private static let detectionStems: WordSet = [
        "detect", "notic", "notice", "discover", "spot", "alert", "alarm", "pager", "unseen", "unnotic",
        "undetect",
    ]
    private static let acknowledgementStems: WordSet = ["acknowledg"]
    private static let escalationStems: WordSet = ["escalat"]
    private static let communicationStems: WordSet = [
        "communicat", "inform", "uninform", "notif", "update", "updat", "news", "bulletin", "announc",
        "silence",
    ]
    private static let runbookStems: WordSet = ["runbook", "playbook"]
    private static let documentationStems: WordSet = ["document", "documentation"]
    private static let rollbackStems: WordSet = ["rollback", "revert"]
    private static let recoveryStems: WordSet = ["recover", "restor", "restoration"]
    private static let monitoringStems: WordSet = ["monitor", "dashboard"]
    private static let teamworkStems: WordSet = [
        "teamwork", "coordinat", "collaborat", "cooperat", "handover",
    ]
    private static let accessStems: WordSet = ["access", "credential", "permission"]
    private static let redundancyStems: WordSet = ["failover", "redundan", "standby"]
    private static let backupStems: WordSet = ["backup"]
    private static let restartStems: WordSet = ["restart", "reboot"]
    private static let staffingStems: WordSet = ["staff", "rota"]
    private static let vendorStems: WordSet = ["vendor", "supplier"]

    private static let acknowledgementPhrases: ProsePhrases = [
        "picked up the page", "page was picked up", "answered the page", "page was answered",
        "responded to the page", "response to the page", "picked up the alert", "page lay unanswered",
    ]
    private static let communicationPhrases: ProsePhrases = [
        "status page", "in the dark", "in the loop", "in the picture", "up to date", "heard little",
        "heard nothing", "heard from us", "heard too little", "word to", "words for", "word for",
        "told little",
    ]
    private static let rollbackPhrases: ProsePhrases = [
        "rolled back", "rolling back", "roll back", "roll - back", "rolled - back", "way back", "going back",
    ]
    private static let teamworkPhrases: ProsePhrases = [
        "worked together", "working together", "pulled together", "hand in hand", "hand over", "hand - over",
        "team work", "team spirit", "team coordination",
    ]
    private static let redundancyPhrases: ProsePhrases = [
        "fail over", "fail - over", "second site", "spare site",
    ]
    private static let recoveryPhrases: ProsePhrases = [
        "time to restore", "time to recover", "quick fix", "repair time",
    ]
}
