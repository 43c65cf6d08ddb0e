import Diagnostics
import IncidentTime

/// A document that follows mean times and never says this incident's own.
enum OwnTimesCheck: Check {
    private static let meanTime: ProsePhrases = ["mean time"]

    static func findings(in document: CheckedDocument) -> [Finding] {
        let times = document.responseTimes.lines
        guard !times.isEmpty else { return [] }
        return document.passages(kinds: ["improvement"]).filter {
            $0.section == "tracked-metrics"
        }.lazy.compactMap { passage -> Finding? in
            guard
                passage.words.has(["mttd", "mttr", "mtta"]) || meanTime.stand(in: passage.words),
                !passage.words.contains(where: { $0.isNumber }),
                DurationClaim(ownTimeIn: passage.words[...]) == nil,
                let range = passage.words.bytes
            else { return nil }
            return CheckID.ownTimes.finding(
                at: range,
                "A mean needs many incidents; this one's own times, by its timeline: \(joined(times, "and")).",
                ask: "Which of these should be shorter next time?",
                settle: [Suggestion("Name this incident's own time beside the number to follow.")])
        }.prefix(1).map { $0 }
    }
}
