import IncidentTime

/// A metric to follow that also says how long it was in this incident: `Time to acknowledge; here 5 minutes`.
extension DurationClaim {
    init?(ownTimeIn words: ArraySlice<ProseWord>) {
        guard let stretch = Self.stretch(named: words),
            let mark = words.lastIndex(where: { here.contains($0.key) }),
            let index = words[(mark + 1)...].prefix(5).indices.first(where: {
                SpokenDuration.mayBegin(with: words[$0]) && SpokenDuration(words[$0...]) != nil
            }), let duration = SpokenDuration(words[index...])
        else { return nil }
        let last = words[index + duration.count - 1]
        self.init(
            stretch: stretch, anchor: .unsaid, anchorWords: [], duration: duration,
            range: words[index].range.lowerBound..<last.range.upperBound, isWholeImpact: false,
            isMitigation: words.has(["mitigate", "mttm"]),
            isClosing: words.has(["resolve", "resolution", "close"]),
            isMetric: true, subject: [])
    }

    private static func stretch(named words: ArraySlice<ProseWord>) -> Stretch? {
        if words.has(["mttd", "ttd"]) || detecting.stand(in: words) { return .detection }
        if words.has(["mtta", "tta"]) || acknowledging.stand(in: words) { return .acknowledgement }
        return words.has(["mttr", "ttr"]) || recovering.stand(in: words) ? .recovery : nil
    }

    private static let detecting: ProsePhrases = ["time to detect", "time to notice", "time to detection"]
    private static let acknowledging: ProsePhrases = ["time to acknowledge", "time to acknowledgement"]
    private static let recovering: ProsePhrases = [
        "time to restore", "time to recover", "time to resolve", "time to mitigate", "time to repair",
        "time to recovery", "time to resolution", "time to restoration",
    ]
}

/// What the time of this incident stands behind.
private let here: WordSet = ["here", "this", "incident", "now", "ours"]
