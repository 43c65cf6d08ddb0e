import Diagnostics
import IncidentTime
import LosslessMarkdown

/// The same subject told as a success and as a difficulty, with no sentence that brings the two together.
enum WellAndWrongCheck: Check {
    private struct Item {
        var passage: Passage
        /// The words before the colon.
        var key: Set<String>
        var topics: Set<String>
        var isGood: Bool
        var isBad: Bool
    }

    static func findings(in document: CheckedDocument) -> [Finding] {
        let good = items("well", in: document).filter { $0.isGood || !$0.isBad }
        let bad = items("wrong", in: document)
        return good.compactMap { item in
            guard !isReconciled(item.passage.words), !document.elsewhere.isTold(in: item.passage.words[...])
            else { return nil }
            guard let other = bad.first(where: { contradicts(item, $0) }) else { return nil }
            return finding(item, other, document)
        }
    }

    private static func contradicts(_ good: Item, _ bad: Item) -> Bool {
        guard !isReconciled(bad.passage.words) else { return false }
        let inBothKeys = topics.contains { good.key.contains($0.name) && bad.key.contains($0.name) }
        let shared = good.topics.intersection(bad.topics)
        guard !shared.isEmpty else { return false }
        if inBothKeys, shared.isSubset(of: broad), !sharesSubject(good, bad) { return false }
        return inBothKeys
            ? good.isGood && bad.isBad : good.isGood && bad.isBad && isCentral(shared, good, bad)
    }

    /// Of these one part may go well and another badly.
    private static let broad: Set<String> = ["documentation", "monitoring", "communication", "vendor"]

    private static func sharesSubject(_ good: Item, _ bad: Item) -> Bool {
        func behindKey(_ passage: Passage) -> SubjectWords {
            let colon = passage.words.firstIndex { $0.text == ":" }
            return SubjectWords(colon.map { passage.words[($0 + 1)...] } ?? passage.words[...])
        }
        return behindKey(good.passage).shared(with: behindKey(bad.passage)) > 0
    }

    /// A subject named in passing is another sentence's; it counts where it is a key of one and the first noun of the other.
    private static func isCentral(_ shared: Set<String>, _ good: Item, _ bad: Item) -> Bool {
        let goodFirst = leading(good.passage)
        let badFirst = leading(bad.passage)
        return shared.contains { topic in
            (good.key.contains(topic) || goodFirst.contains(topic))
                && (bad.key.contains(topic) || badFirst.contains(topic))
        }
    }

    /// The subjects of the first words behind the key.
    private static func leading(_ passage: Passage) -> Set<String> {
        let rest =
            passage.words.firstIndex { $0.text == ":" }.map { passage.words[($0 + 1)...] }
            ?? passage.words[...]
        return topics(of: rest.prefix(4))
    }

    private static func items(_ kind: String, in document: CheckedDocument) -> [Item] {
        document.passages.filter {
            $0.kind == kind && document.document.parent(of: $0.block)?.kind == .listItem
        }.map { passage in
            let colon = passage.words.firstIndex { $0.text == ":" } ?? 0
            let stems = Stems(passage.words[...])
            return Item(
                passage: passage, key: topics(of: passage.words[..<colon]),
                topics: topics(of: passage.words[...]),
                isGood: stems.has(positive), isBad: stems.has(negative))
        }
    }

    private struct Topic {
        var name: String
        var stems: WordSet
    }

    private static let topics: [Topic] = [
        Topic(name: "detection", stems: ["detect", "notic", "discover", "spot"]),
        Topic(name: "rollback", stems: ["rollback", "revert", "roll-back"]),
        Topic(name: "alerting", stems: ["alert", "alarm", "pager"]),
        Topic(name: "communication", stems: ["communicat", "update", "notif", "inform"]),
        Topic(name: "runbook", stems: ["runbook", "playbook"]),
        Topic(name: "failover", stems: ["failover"]),
        Topic(name: "backup", stems: ["backup"]),
        Topic(name: "escalation", stems: ["escalat", "handover", "hand-over"]),
        Topic(name: "recovery", stems: ["recover", "restor", "restoration"]),
        Topic(name: "coordination", stems: ["coordinat", "collaborat"]),
        Topic(name: "documentation", stems: ["document", "documentation"]),
        Topic(name: "staffing", stems: ["staff", "on-call", "oncall", "rota"]),
        Topic(name: "acknowledgement", stems: ["acknowledg"]),
        Topic(name: "restart", stems: ["restart", "reboot"]),
        Topic(name: "monitoring", stems: ["monitor"]),
        Topic(name: "vendor", stems: ["vendor", "supplier"]),
    ]

    private static func topics(of words: ArraySlice<ProseWord>) -> Set<String> {
        let stems = Stems(words)
        var found = Set(topics.filter { stems.has($0.stems) }.map(\.name))
        if rollbacks.stand(in: words) { found.insert("rollback") }
        if onCall.stand(in: words) { found.insert("staffing") }
        if statusPage.stand(in: words) { found.insert("communication") }
        return found
    }

    private static let rollbacks: ProsePhrases = ["rolled back", "rolling back", "roll back"]
    private static let onCall: ProsePhrases = ["on - call"]
    private static let statusPage: ProsePhrases = ["status page"]

    private static let positive: WordSet = [
        "fast", "quick", "quickly", "work", "worked", "works", "clear", "smooth", "smoothly", "effective",
        "effectively", "good", "within", "early", "prompt", "promptly", "timely",
        "immediate", "immediately", "well", "helped", "help", "success", "successful", "successfully",
        "reliable", "complete", "proven", "rapid", "rapidly", "accurate", "accurately", "solid", "swift",
        "swiftly", "strong", "intended", "designed", "planned", "steady", "frequent", "regular", "flawless",
        "clean", "cleanly", "excellent", "great",
    ]
    private static let negative: WordSet = [
        "delay", "delayed", "slow", "slowly", "late", "didn't", "not", "fail", "failed", "insufficient",
        "alone", "no", "missing", "missed", "gap", "manual", "manually", "long", "unclear", "confusing",
        "incomplete", "nobody", "never", "unknown", "stale", "outdated", "wrong", "lack", "lacked", "without",
        "hours", "stuck", "broken", "confused", "poor", "absent", "silent", "too", "only", "hard",
        "difficult", "unable", "couldn't", "could", "wasn't", "weren't", "sparse", "infrequent",
        "inconsistent", "contradictory",
    ]
    private static let bridges: WordSet = [
        "although", "though", "however", "yet", "despite", "but", "nevertheless", "still", "once", "whereas",
        "except",
    ]

    /// One of the two says how both can be so.
    private static func isReconciled(_ words: [ProseWord]) -> Bool { words.has(bridges) }

    private static func finding(_ good: Item, _ bad: Item, _ document: CheckedDocument) -> Finding {
        let range = good.passage.range
        return CheckID.wellAndWrong.finding(
            at: range,
            "\"\(document.quoted(range))\" stands beside \"\(document.quoted(bad.passage.range))\" (line \(document.line(bad.passage.range))), on the same subject.",
            ask: "Which part of it worked, and which part was hard?",
            settle: [Suggestion("Add one sentence that holds both, or drop one of the two.")])
    }
}
