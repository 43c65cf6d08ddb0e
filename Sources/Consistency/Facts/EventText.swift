import IncidentTime

/// A clause as the words that tell events apart: which of them stand in it, as they are or inflected.
struct EventText {
    private let stems: Stems
    private let inflected: EventWords
    private let whole: EventWords

    init(_ words: ArraySlice<ProseWord>) {
        stems = Stems(words)
        inflected = stems.classes(in: EventWords.known)
        whole = stems.wholeClasses(in: EventWords.known)
    }

    var isNegated: Bool { stems.isNegated }

    /// Of a clause in which nothing is denied.
    var kinds: EventKinds {
        var kinds: EventKinds = []
        let (isPlanned, isAboutRollback) = (stems.isPlanned, stems.isAboutRollback)
        if has(.release), !has(.backwards), !isPlanned { kinds.insert(.deployed) }
        if isAlarm { kinds.insert(.alerted) }
        if tellsNotice { kinds.insert(.detected) }
        if has(.acknowledging) || stems.has(phrases: Phrases.taking) { kinds.insert(.acknowledged) }
        if has(.declaring), has(.incident) { kinds.insert(.declared) }
        if isAboutRollback, has(.starting) { kinds.insert(.rollbackStarted) }
        if isAboutRollback, has(.ending) { kinds.insert(.rollbackDone) }
        let saysNormal = stems.saysNormal
        let isPartial = saysNormal && stems.isPartial
        if has(.easing) || saysNormal && has(.partly) || isPartial { kinds.insert(.mitigated) }
        if saysNormal, !isPartial, !isPlanned { kinds.insert(.restored) }
        if has(.closing) && has(.closed) || stems.has(phrases: Phrases.overAndOut) { kinds.insert(.closed) }
        if has(.customer), has(.telling), !has(.fromCustomers) { kinds.insert(.customersTold) }
        if has(.statusPage) || stems.has(phrases: Phrases.statusPages) { kinds.insert(.statusPage) }
        if has(.call), has(.opening), has(.incidentCall) { kinds.insert(.callOpened) }
        return kinds
    }

    private func has(_ words: EventWords) -> Bool { !inflected.isDisjoint(with: words) }

    private var isAlarm: Bool {
        !whole.contains(.resolved)
            // A page that people look at is no call.
            && (has(.alarm) && !has(.quiet) || has(.page) && !has([.quiet, .seen]))
            || has(.alert) && has(.firing)
    }

    /// Somebody came to know. `noticed that no pager rang` tells so as well: what is denied stands behind it.
    var tellsNotice: Bool {
        (has(.noticing) || has(.reporting) && !isRoutineReport) && !has(.laterInsight)
    }

    /// `all gauges are reporting` and `report sent to the board` are no news of trouble.
    private var isRoutineReport: Bool {
        whole.contains(.beingReported) || stems.firstWord?.text == "report"
            || whole.isSuperset(of: [.report, .handing])
    }

    private enum Phrases {
        static let taking: ProsePhrases = [
            "takes the alarm", "took the alarm", "takes the page", "took the page", "takes the alert",
            "took the alert", "picked up the page", "picked up the alarm", "answered the page",
        ]
        static let overAndOut: ProsePhrases = ["all clear", "stood down"]
        static let statusPages: ProsePhrases = ["status page"]
    }
}

/// Stems that tell events apart, and a few whole words.
private struct EventWords: OptionSet, Sendable {
    let rawValue: UInt32

    static let release = EventWords(rawValue: 1 << 0)
    static let backwards = EventWords(rawValue: 1 << 1)
    static let alarm = EventWords(rawValue: 1 << 2)
    static let page = EventWords(rawValue: 1 << 3)
    static let alert = EventWords(rawValue: 1 << 4)
    /// Beside an alarm, these say that it is over or was none.
    static let quiet = EventWords(rawValue: 1 << 5)
    static let resolved = EventWords(rawValue: 1 << 6)
    /// Beside a page, these say that people look at it.
    static let seen = EventWords(rawValue: 1 << 7)
    static let firing = EventWords(rawValue: 1 << 8)
    static let noticing = EventWords(rawValue: 1 << 9)
    static let reporting = EventWords(rawValue: 1 << 10)
    static let beingReported = EventWords(rawValue: 1 << 11)
    static let report = EventWords(rawValue: 1 << 12)
    static let handing = EventWords(rawValue: 1 << 13)
    static let laterInsight = EventWords(rawValue: 1 << 14)
    static let acknowledging = EventWords(rawValue: 1 << 15)
    static let declaring = EventWords(rawValue: 1 << 16)
    static let incident = EventWords(rawValue: 1 << 17)
    static let starting = EventWords(rawValue: 1 << 18)
    static let ending = EventWords(rawValue: 1 << 19)
    static let easing = EventWords(rawValue: 1 << 20)
    static let partly = EventWords(rawValue: 1 << 21)
    static let closing = EventWords(rawValue: 1 << 22)
    static let closed = EventWords(rawValue: 1 << 23)
    static let customer = EventWords(rawValue: 1 << 24)
    static let telling = EventWords(rawValue: 1 << 25)
    static let fromCustomers = EventWords(rawValue: 1 << 26)
    static let statusPage = EventWords(rawValue: 1 << 27)
    static let call = EventWords(rawValue: 1 << 28)
    static let opening = EventWords(rawValue: 1 << 29)
    static let incidentCall = EventWords(rawValue: 1 << 30)

    static let known = WordClasses<EventWords>([
        (.release, ["deploy", "release", "rollout", "rolled", "ship", "merg", "migrat"]),
        (.backwards, ["rollback", "fix", "hotfix", "note", "revert", "back"]),
        (.alarm, ["alert", "alarm", "pager", "monitor"]),
        (.page, ["page"]),
        (.alert, ["alert"]),
        (.quiet, ["clear", "quiet", "recover", "no", "silenc", "without"]),
        (.resolved, ["resolved", "resolves", "resolve"]),
        (
            .seen,
            [
                "error", "status", "public", "web", "login", "account", "home", "landing", "show", "slow",
                "blank", "load", "product", "wiki",
            ]
        ),
        (.firing, ["fire", "trigger", "first"]),
        (.noticing, ["detect", "notic", "discover", "spot", "complain"]),
        (.reporting, ["report"]),
        (.beingReported, ["reporting"]),
        (.report, ["report"]),
        (.handing, ["sent", "filed", "published", "uploaded", "generated", "written", "delivered"]),
        (.laterInsight, ["root", "caus", "status", "later", "afterward"]),
        (.acknowledging, ["acknowledg", "ack", "acked"]),
        (.declaring, ["declar"]),
        (.incident, ["incident", "sev", "sev1", "sev2", "outag", "major"]),
        (.starting, ["start", "begin", "began", "initiat", "trigger", "launch", "kick"]),
        (.ending, ["complet", "finish", "done", "end", "ended", "live"]),
        (.easing, ["mitigat", "workaround", "failover", "stabil"]),
        (.partly, ["partial"]),
        (.closing, ["clos"]),
        (.closed, ["incident", "ticket", "call", "sev"]),
        (.customer, ["customer", "client", "user", "subscrib", "merchant", "passenger", "tenant"]),
        (.telling, ["notif", "email", "mail", "e-mail", "inform", "told", "messag", "newsletter", "wrote"]),
        (.fromCustomers, ["support", "report", "complain", "status", "error"]),
        (.statusPage, ["statuspage"]),
        (.call, ["call", "bridg"]),
        (.opening, ["open", "start", "began"]),
        (.incidentCall, ["incident", "call"]),
    ])
}
