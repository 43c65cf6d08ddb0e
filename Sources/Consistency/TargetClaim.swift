import Diagnostics
import IncidentTime

/// A share beside its target, and on which side of it the sentence says it lies: `99.85%, within the SLO of 99.9%`.
enum TargetClaim {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.sentences(kinds: kinds, holding: targets).compactMap { _, sentence in
            sentence.contains(where: \.isPercent) && !document.elsewhere.isTold(in: sentence)
                ? finding(in: sentence, document) : nil
        }
    }

    private static let kinds: WordSet = ["summary", "impact", "wrong", "well"]

    private static func finding(in sentence: ArraySlice<ProseWord>, _ document: CheckedDocument) -> Finding? {
        let shares = AmountMention.all(.availability, in: sentence)
        guard shares.count == 2, let target = shares.last, let told = shares.first, target.bound == nil,
            told.bound == nil, [told, target].allSatisfy({ (90...100).contains($0.value) }),
            told.value != target.value
        else { return nil }
        let between = sentence.filter {
            $0.range.lowerBound >= told.range.upperBound && $0.range.upperBound <= target.range.lowerBound
        }
        guard between.has(targets), between.count <= 9, !between.has(["not", "no", "never", "from", "to"])
        else {
            return nil
        }
        let saysBelow = between.has(below)
        guard saysBelow != between.has(above), saysBelow != (told.value < target.value) else { return nil }
        let side = saysBelow ? "above" : "below"
        return CheckID.availability.finding(
            at: told.range.lowerBound..<target.range.upperBound,
            "\(document.quoted(told.range)) % is \(side) the \(document.quoted(target.range)) % it is set against here.",
            ask: "Was the target met?",
            settle: [Suggestion("Correct the share, or on which side of the target it lies.")])
    }

    private static let targets: WordSet = [
        "target", "slo", "sla", "goal", "objective", "promise", "promised",
    ]
    private static let below: WordSet = [
        "below", "under", "missed", "misses", "short", "breach", "breaches", "breached",
    ]
    private static let above: WordSet = [
        "within", "above", "over", "meets", "met", "keeps", "kept", "inside",
    ]
}
