import IncidentTime

/// What a row, a message or a clause tells about, where its words say so plainly.
package struct EventKinds: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    static let deployed = EventKinds(rawValue: 1 << 0)
    static let alerted = EventKinds(rawValue: 1 << 1)
    static let detected = EventKinds(rawValue: 1 << 2)
    static let acknowledged = EventKinds(rawValue: 1 << 3)
    static let declared = EventKinds(rawValue: 1 << 4)
    static let rollbackStarted = EventKinds(rawValue: 1 << 5)
    static let rollbackDone = EventKinds(rawValue: 1 << 6)
    static let mitigated = EventKinds(rawValue: 1 << 7)
    static let restored = EventKinds(rawValue: 1 << 8)
    static let closed = EventKinds(rawValue: 1 << 9)
    static let customersTold = EventKinds(rawValue: 1 << 10)
    static let statusPage = EventKinds(rawValue: 1 << 11)
    static let callOpened = EventKinds(rawValue: 1 << 12)

    /// Nil for none and for several.
    var only: EventKinds? { rawValue.nonzeroBitCount == 1 ? self : nil }

    /// Of several the first.
    var first: EventKinds? {
        isEmpty ? nil : EventKinds(rawValue: 1 << UInt16(rawValue.trailingZeroBitCount))
    }

    /// Of a single kind, as a message names it.
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
        default: "it"
        }
    }

    /// Every kind that the words of a row, and of what was done, tell about.
    init(of event: [ProseWord], doing action: [ProseWord]) {
        self = EventKinds(of: event[...]).union(EventKinds(of: action[...]).intersection(Self.doings))
        if action.has(Self.paging) { insert(.detected) }
    }

    private static let doings: EventKinds = [
        .acknowledged, .declared, .closed, .callOpened, .rollbackStarted,
    ]
    private static let paging: WordSet = ["paged"]

    init(of words: ArraySlice<ProseWord>) {
        let text = EventText(words)
        let title = Self.title(of: words)
        let ofTitle = title.map { EventKinds(of: $0) } ?? []
        guard !text.isNegated else {
            let isNoticed = title == nil && EventText(words.prefix { !Stems.isDenial($0) }).tellsNotice
            self = isNoticed ? .detected : ofTitle
            return
        }
        self = ofTitle.union(text.kinds)
        // `Alert acknowledged` is no alert, where `Alert: slow checkout; acknowledged` is one too.
        if contains(.acknowledged), title == nil { remove(.alerted) }
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
}
