import IncidentTime

/// What a row, a message or a clause tells about, where its words say so plainly.
package enum EventKind: String, CaseIterable, Sendable {
    case deployed
    case alerted
    case detected
    case acknowledged
    case declared
    case rollbackStarted = "rollback started"
    case rollbackDone = "rollback completed"
    case mitigated
    case restored
    case closed
    case customersTold = "customers told"
    case statusPage = "status page"
    case callOpened = "call opened"

    /// As a message names it.
    var phrase: String {
        switch self {
        case .deployed: "the release"
        case .alerted: "the first alert"
        case .detected: "the detection"
        case .acknowledged: "the acknowledgement"
        case .declared: "the declaration"
        case .rollbackStarted: "the start of the rollback"
        case .rollbackDone: "the end of the rollback"
        case .mitigated: "the mitigation"
        case .restored: "the return to normal"
        case .closed: "the closing"
        case .customersTold: "the message to customers"
        case .statusPage: "the status page"
        case .callOpened: "the call"
        }
    }

    /// Every kind that the words of a row, and of what was done, tell about.
    static func all(in event: [ProseWord], doing action: [ProseWord]) -> Set<EventKind> {
        var kinds = Self.kinds(of: event[...])
        kinds.formUnion(
            Self.kinds(of: action[...]).intersection([
                .acknowledged, .declared, .closed, .callOpened, .rollbackStarted,
            ]))
        if action.has(["paged"]) { kinds.insert(.detected) }
        return kinds
    }

    static func kinds(of words: ArraySlice<ProseWord>) -> Set<EventKind> {
        let text = Stems(words)
        let title = title(of: words)
        var kinds: Set<EventKind> = title.map { Self.kinds(of: $0) } ?? []
        if text.isNegated {
            if title != nil { return kinds }
            return Stems(words.prefix { !Stems.isDenial($0) }).tellsNotice ? [.detected] : []
        }
        for kind in allCases where kind.isTold(by: text) { kinds.insert(kind) }
        // `Alert acknowledged` is no alert, where `Alert: slow checkout; acknowledged` is one too.
        if kinds.contains(.acknowledged), title == nil { kinds.remove(.alerted) }
        return kinds
    }

    /// What stands before a colon, where nothing in it is denied: `First alert` in `First alert: no new reading`.
    private static func title(of words: ArraySlice<ProseWord>) -> ArraySlice<ProseWord>? {
        guard let colon = words.prefix(8).firstIndex(where: { $0.text == ":" }), colon > words.startIndex
        else {
            return nil
        }
        let title = words[..<colon]
        return title.contains(where: Stems.isDenial) ? nil : title
    }

    private func isTold(by text: Stems) -> Bool {
        switch self {
        case .deployed: text.has(Words.releases) && !text.has(Words.backwards) && !text.isPlanned
        case .alerted:
            text.has(Words.alarms) && !text.has(Words.quiet) && !text.has(words: Words.resolved)
                // A page that people look at is no call.
                || text.has(Words.page) && !text.has(Words.quietOrSeen) && !text.has(words: Words.resolved)
                || text.has(Words.alert) && text.has(Words.firing)
        case .detected: text.tellsNotice
        case .acknowledged: text.has(Words.acknowledging) || text.has(phrases: Words.taking)
        case .declared: text.has(Words.declaring) && text.has(Words.incidents)
        case .rollbackStarted: text.isAboutRollback && text.has(Words.starting)
        case .rollbackDone: text.isAboutRollback && text.has(Words.ending)
        case .mitigated:
            text.has(Words.easing) || text.has(Words.partly) && text.saysNormal
                || text.saysNormal && text.isPartial
        case .restored: text.saysNormal && !text.isPartial && !text.isPlanned
        case .closed:
            text.has(Words.closing) && text.has(Words.closed) || text.has(phrases: Words.overAndOut)
        case .customersTold:
            text.has(Words.customers) && text.has(Words.telling) && !text.has(Words.fromCustomers)
        case .statusPage: text.has(phrases: Words.statusPages) || text.has(Words.statusPage)
        case .callOpened: text.has(Words.calls) && text.has(Words.opening) && text.has(Words.incidentCall)
        }
    }
}

extension Stems {
    /// Somebody came to know. `noticed that no pager rang` tells so as well: what is denied stands behind it.
    fileprivate var tellsNotice: Bool {
        (has(Words.noticing) || has(Words.reporting) && !isRoutineReport) && !has(Words.laterInsight)
    }

    /// `all gauges are reporting` and `report sent to the board` are no news of trouble.
    private var isRoutineReport: Bool {
        has(words: ["reporting"]) || firstWord?.text == "report"
            || has(words: ["report"]) && has(words: Words.handing)
    }
}

/// Stems that tell events apart.
private enum Words {
    static let releases: WordSet = ["deploy", "release", "rollout", "rolled", "ship", "merg", "migrat"]
    static let backwards: WordSet = ["rollback", "fix", "hotfix", "note", "revert", "back"]
    static let alarms: WordSet = ["alert", "alarm", "pager", "monitor"]
    static let page: WordSet = ["page"]
    static let alert: WordSet = ["alert"]
    /// Beside an alarm, these say that it is over or was none.
    static let quiet: WordSet = ["clear", "quiet", "recover", "no", "silenc", "without"]
    static let resolved: WordSet = ["resolved", "resolves", "resolve"]
    static let quietOrSeen = quiet.union([
        "error", "status", "public", "web", "login", "account", "home", "landing", "show", "slow", "blank",
        "load",
        "product", "wiki",
    ])
    static let firing: WordSet = ["fire", "trigger", "first"]
    static let noticing: WordSet = ["detect", "notic", "discover", "spot", "complain"]
    static let reporting: WordSet = ["report"]
    static let handing: WordSet = [
        "sent", "filed", "published", "uploaded", "generated", "written", "delivered",
    ]
    static let laterInsight: WordSet = ["root", "caus", "status", "later", "afterward"]
    static let acknowledging: WordSet = ["acknowledg", "ack", "acked"]
    static let taking: ProsePhrases = [
        "takes the alarm", "took the alarm", "takes the page", "took the page", "takes the alert",
        "took the alert", "picked up the page", "picked up the alarm", "answered the page",
    ]
    static let declaring: WordSet = ["declar"]
    static let incidents: WordSet = ["incident", "sev", "sev1", "sev2", "outag", "major"]
    static let starting: WordSet = ["start", "begin", "began", "initiat", "trigger", "launch", "kick"]
    static let ending: WordSet = ["complet", "finish", "done", "end", "ended", "live"]
    static let easing: WordSet = ["mitigat", "workaround", "failover", "stabil"]
    static let partly: WordSet = ["partial"]
    static let closing: WordSet = ["clos"]
    static let closed: WordSet = ["incident", "ticket", "call", "sev"]
    static let overAndOut: ProsePhrases = ["all clear", "stood down"]
    static let customers: WordSet = [
        "customer", "client", "user", "subscrib", "merchant", "passenger", "tenant",
    ]
    static let telling: WordSet = [
        "notif", "email", "mail", "e-mail", "inform", "told", "messag", "newsletter", "wrote",
    ]
    static let fromCustomers: WordSet = ["support", "report", "complain", "status", "error"]
    static let statusPages: ProsePhrases = ["status page"]
    static let statusPage: WordSet = ["statuspage"]
    static let calls: WordSet = ["call", "bridg"]
    static let opening: WordSet = ["open", "start", "began"]
    static let incidentCall: WordSet = ["incident", "call"]
}
