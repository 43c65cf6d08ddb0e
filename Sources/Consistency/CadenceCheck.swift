import Diagnostics
import IncidentTime

/// A claimed rhythm of updates beside the communication log.
enum CadenceCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.sentences(kinds: kinds, holding: topics).compactMap { passage, sentence in
            guard !sentence.has(plans), !sentence.has(machines), let claim = Cadence(sentence) else {
                return nil
            }
            if passage.kind == "communication", TimedText(passage, document.document) != nil { return nil }
            return finding(claim, sentence, in: document)
        }
    }

    private static let kinds: WordSet = ["summary", "impact", "well", "wrong", "lessons", "communication"]

    private static let topics: WordSet = [
        "update", "updates", "updated", "status", "communication", "communications", "communicated",
        "customers", "informed",
        "posted", "messages", "message", "stakeholders", "notices", "notice", "word", "bulletins",
        "leadership", "told", "kept", "players", "users", "everyone", "everybody", "note", "notes",
        "bulletin",
        "news", "heard",
    ]
    private static let plans: WordSet = [
        "should", "must", "will", "would", "could", "goal", "aim", "target", "next", "policy", "promised",
        "from now", "instead", "not", "asks", "needs",
    ]
    /// What is brought up to date by itself, and tells nobody.
    private static let machines: WordSet = [
        "cache", "caches", "dashboard", "dashboards", "flag", "flags", "metrics", "feed", "replica",
        "replicas", "index", "sensor", "sensors", "database", "job",
    ]
    private static let internals: WordSet = [
        "internal", "internally", "leadership", "stakeholders", "executives", "management", "engineering",
    ]

    private static func finding(
        _ claim: Cadence, _ sentence: ArraySlice<ProseWord>, in document: CheckedDocument
    ) -> Finding? {
        let log = log(for: sentence, document)
        guard log.count >= 2 else { return nil }
        let gaps = gaps(in: log, until: document.events.last { $0.kinds.contains(.restored) }?.span?.latest)
        let tooLong = gaps.filter { Double($0.minutes) > claim.minutes * 1.25 + 1 }
        guard let worst = tooLong.max(by: { $0.minutes < $1.minutes }) else { return nil }
        let times = log.map { document.quoted($0.timeRange) }
        return CheckID.cadence.finding(
            at: claim.range,
            "\"\(document.quoted(claim.range))\" does not fit the communication log, which has \(joined(times, "and")): \(worst.minutes) minutes passed after the entry of line \(document.line(worst.message.timeRange)).",
            ask: "How far apart were the updates, and is one missing from the log?",
            settle: [Suggestion("Write the longest gap, \(worst.minutes) minutes, or add the missing entry.")]
        )
    }

    /// What was told to those whom the sentence speaks of: the messages to the outside, unless it says otherwise or most
    /// of those within speak of the same people.
    private static func log(for sentence: ArraySlice<ProseWord>, _ document: CheckedDocument) -> [Message] {
        let timed = document.messages.filter { $0.span?.middle != nil && $0.moment.namesHour }
        let (outside, within) = (timed.filter(\.isExternal), timed.filter { !$0.isExternal })
        if sentence.has(internals) { return within }
        let subject = SubjectWords(sentence.filter { !topics.contains($0.key) })
        let alike = { (log: [Message]) in log.filter { $0.subject.shared(with: subject) > 0 } }
        let meant = alike(within)
        return meant.count >= 2 && meant.count > alike(outside).count ? meant : outside
    }

    /// From message to message as long as it lasted; the wait for the last one counts up to the end.
    private static func gaps(in log: [Message], until end: Int?) -> [(minutes: Int, message: Message)] {
        zip(log, log.dropFirst()).compactMap { message, next in
            guard let from = message.span?.middle, let to = next.span?.middle, to > from else { return nil }
            guard let end else { return (to - from, message) }
            return from >= end ? nil : (min(to, end) - from, message)
        }
    }
}

/// `every 15 minutes`, `at most 15 minutes apart`, `hourly`, `at 20-minute intervals`
private struct Cadence {
    var minutes: Double
    var range: Range<Int>

    init?(_ sentence: ArraySlice<ProseWord>) {
        for index in sentence.indices {
            let before = index > sentence.startIndex ? sentence[index - 1].text : ""
            switch sentence[index].text {
            case "hourly": self.init(60, sentence[index...index])
            case "twice", "once":
                guard sentence[(index + 1)...].begin(with: ["an", "hour"]) else { continue }
                self.init(sentence[index].text == "twice" ? 30 : 60, sentence[index...(index + 2)])
            case "times":
                guard sentence[(index + 1)...].begin(with: ["an", "hour"]), index > sentence.startIndex,
                    let count = NumberWords.value(sentence[index - 1]) ?? sentence[index - 1].whole, count > 1
                else { continue }
                self.init(60 / Double(count), sentence[(index - 1)...(index + 2)])
            case "every", "each":
                let rest = sentence[(index + 1)...]
                if let next = rest.first, ["hour", "minute"].contains(next.text) {
                    self.init(next.text == "hour" ? 60 : 1, sentence[index...(index + 1)])
                } else if rest.first?.text == "quarter", rest.dropFirst().first?.text == "hour" {
                    self.init(15, sentence[index...(index + 2)])
                } else if rest.begin(with: ["quarter", "of", "an", "hour"]) {
                    self.init(15, sentence[index...(index + 4)])
                } else if let duration = SpokenDuration(rest) {
                    self.init(duration.longest, sentence[index..<(index + 1 + duration.count)])
                } else {
                    continue
                }
            default:
                guard let duration = SpokenDuration(sentence[index...]) else { continue }
                let after = sentence[(index + duration.count)...].prefix(3)
                guard after.has(Self.distances) || before == "every" || after.first.map(Self.isUpdate) == true
                else { continue }
                self.init(duration.longest, sentence[index..<(index + duration.count)])
            }
            return
        }
        return nil
    }

    /// `10-minute updates`
    private static func isUpdate(_ word: ProseWord) -> Bool {
        ["update", "updates", "bulletins", "messages"].contains(word.text)
    }

    private static let distances: WordSet = [
        "apart", "intervals", "interval", "cadence", "between", "rhythm", "cycle",
    ]

    private init(_ minutes: Double, _ words: ArraySlice<ProseWord>) {
        self.minutes = minutes
        range = words.first!.range.lowerBound..<words.last!.range.upperBound
    }
}
