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
        if action.has(phrase: ["paged"]) || action.first?.text == "paged" { kinds.insert(.detected) }
        return kinds
    }

    static func kinds(of words: ArraySlice<ProseWord>) -> Set<EventKind> {
        let text = Stems(words)
        var kinds: Set<EventKind> = []
        if text.isNegated { return [] }
        for kind in allCases where kind.isTold(by: text) { kinds.insert(kind) }
        return kinds
    }

    /// Beside an alarm, these say that it is over or was none.
    private static let quiet: Set = [
        "clear", "quiet", "resolv", "recover", "no", "silenc", "without",
    ]

    private func isTold(by text: Stems) -> Bool {
        switch self {
        case .deployed:
            text.has(["deploy", "release", "rollout", "rolled", "ship", "merg", "migrat"])
                && !text.has(["rollback", "fix", "hotfix", "note", "revert", "back"]) && !text.isPlanned
        case .alerted:
            text.has(["alert", "alarm", "pager", "monitor"]) && !text.has(Self.quiet)
                // A page that people look at is no call.
                || text.has(["page"]) && !text.has(Self.quiet.union(["error", "status"]))
                || text.has(["alert"]) && text.has(["fire", "trigger", "first"])
        case .detected:
            text.has(["detect", "notic", "discover", "spot", "report", "complain"])
                && !text.has(["root", "caus", "status", "later", "afterward"])
        case .acknowledged: text.has(["acknowledg", "ack", "acked"])
        case .declared:
            text.has(["declar"]) && text.has(["incident", "sev", "sev1", "sev2", "outag", "major"])
        case .rollbackStarted:
            text.isAboutRollback
                && text.has(["start", "begin", "began", "initiat", "trigger", "launch", "kick"])
        case .rollbackDone:
            text.isAboutRollback && text.has(["complet", "finish", "done", "end", "ended", "live"])
        case .mitigated:
            text.has(["mitigat", "workaround", "failover", "stabil"])
                || text.has(["partial"]) && text.saysNormal
                || text.saysNormal && text.isPartial
        case .restored: text.saysNormal && !text.isPartial && !text.isPlanned
        case .closed:
            text.has(["clos"]) && text.has(["incident", "ticket", "call", "sev"])
                || text.phrase("all", "clear")
                || text.phrase("stood", "down")
        case .customersTold:
            text.has(["customer", "client", "user", "subscrib", "merchant", "passenger", "tenant"])
                && text.has([
                    "notif", "email", "mail", "e-mail", "inform", "told", "messag", "newsletter", "wrote",
                ])
                && !text.has(["support", "report", "complain", "status", "error"])
        case .statusPage: text.phrase("status", "page") || text.has(["statuspage"])
        case .callOpened:
            text.has(["call", "bridg"]) && text.has(["open", "start", "began"])
                && text.has(["incident", "call"])
        }
    }
}

/// The words of a clause in the forms that tell events apart.
struct Stems {
    private let words: [String]
    private let numbers: [(value: Double, isShare: Bool)]

    init(_ words: ArraySlice<ProseWord>) {
        self.words = words.map(\.text)
        let list = Array(words)
        numbers = list.indices.compactMap { index in
            Double(list[index].text).map { ($0, index + 1 < list.count && list[index + 1].text == "%") }
        }
    }

    /// Whether a word is one of the stems or begins with one and goes on as an inflection does.
    func has(_ stems: Set<String>) -> Bool {
        words.contains { word in
            if stems.contains(word) { return true }
            var cut = word[...]
            for _ in 0..<min(8, max(0, cut.count - 3)) {
                cut = cut.dropLast()
                if stems.contains(String(cut)), Self.endings.contains(String(word.dropFirst(cut.count))) {
                    return true
                }
            }
            return false
        }
    }

    func phrase(_ parts: String...) -> Bool {
        words.indices.contains { words[$0...].prefix(parts.count).elementsEqual(parts) }
    }

    private static let endings: Set<String> = [
        "s", "es", "e", "ed", "d", "ing", "ion", "ions", "er", "ers", "ement", "ements", "ment", "ments",
        "ation",
        "ations", "y", "ies", "ied", "ication", "ications", "ified", "ify", "ified.", "ally", "al", "ly", "n",
        "ise", "ize", "ised",
        "ized", "or", "ure", "ery", "led", "ated", "ating", "able", "ability", "ry", "ting", "ted", "ping",
        "ped",
    ]

    var isNegated: Bool {
        has(["not", "didn't", "wasn't", "isn't", "never", "nobody", "still", "unable", "without"])
            || phrase("failed", "to") || phrase("fails", "to") || phrase("failed", "again")
    }

    var isPlanned: Bool {
        has(["will", "plan", "prepar", "schedul", "tomorrow", "would", "attempt", "try", "trying"])
    }

    var isAboutRollback: Bool {
        has(["rollback", "revert", "rolled-back"]) || phrase("rolled", "back") || phrase("roll", "back")
            || phrase("rolling", "back")
    }

    /// Says that things are as they should be again.
    var saysNormal: Bool {
        if words.contains(where: {
            ["restored", "recovered", "resolved", "healthy", "operational"].contains($0)
        }) {
            return true
        }
        if words.contains("normal"), has(["back", "return", "again", "to"]) { return true }
        if phrase("recovery", "complete") || phrase("back", "up") || phrase("back", "online")
            || phrase("up", "again")
        {
            return true
        }
        return phrase("fully", "available") || phrase("works", "again") || phrase("working", "again")
            || phrase("is", "back") || phrase("are", "back") || phrase("as", "usual")
            || phrase("restoration") || phrase("back", "in", "service") || phrase("full", "service")
    }

    /// Says it of a part only.
    var isPartial: Bool {
        if has([
            "partial", "partially", "half", "some", "most", "gradual", "slowly", "begin", "start", "starting",
            "began", "canary", "degraded", "improving",
        ]) {
            return true
        }
        if phrase("one", "of") || phrase("first", "of") { return true }
        return numbers.contains { $0.isShare && $0.value >= 5 && $0.value < 99 && !has(["error", "fail"]) }
    }
}
