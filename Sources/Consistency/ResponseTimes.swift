import IncidentTime

/// How long this incident took to be detected, acknowledged, mitigated and resolved, worked out from its timeline; each a
/// range where the times are ranges, and nil where the timeline does not say.
package struct ResponseTimes: Equatable, Sendable {
    /// Minutes, the shortest and the longest that the written times allow; nil on the side that they leave open, as
    /// `before 14:00` does.
    package struct Length: Equatable, Sendable, CustomStringConvertible {
        package var shortest: Int?
        package var longest: Int?

        package var description: String {
            guard let longest else { return "at least \(TimeSpan(minutes: shortest ?? 0))" }
            guard let shortest else { return "at most \(TimeSpan(minutes: longest))" }
            let long = TimeSpan(minutes: longest).description
            guard shortest != longest else { return long }
            return shortest < 60 && longest < 60
                ? "\(shortest) to \(long)" : "\(TimeSpan(minutes: shortest)) to \(long)"
        }
    }

    package var detect: Length?
    package var acknowledge: Length?
    package var mitigate: Length?
    package var resolve: Length?

    /// `time to detect 6 minutes`, and so on, for those that are known.
    package var lines: [String] {
        let all = [
            ("detect", detect), ("acknowledge", acknowledge), ("mitigate", mitigate), ("resolve", resolve),
        ]
        return all.compactMap { name, length in length.map { "time to \(name) \($0)" } }
    }
}

extension CheckedDocument {
    /// When people first felt it: the summary's start, else the first sign in the timeline.
    package var impactStart: MomentRange? {
        toldStart ?? events.first { !$0.kinds.isDisjoint(with: [.alerted, .detected]) }?.span
    }

    private var toldStart: MomentRange? {
        start?.span ?? proseWindows.first { $0.kind != "impact" }?.start
    }

    /// When somebody, or an alarm, first knew.
    var noticed: MomentRange? { first([.alerted, .detected]) }

    package var responseTimes: ResponseTimes {
        let begin = impactStart
        let detected = noticed
        return ResponseTimes(
            // The first sign is no start that the noticing could be measured from.
            detect: length(from: toldStart, to: detected),
            acknowledge: length(from: detected, to: first([.acknowledged])),
            mitigate: length(from: begin, to: first([.mitigated, .restored])),
            resolve: length(from: begin, to: first([.restored]) ?? end?.span))
    }

    private func first(_ kinds: EventKinds) -> MomentRange? {
        events.first { !$0.kinds.isDisjoint(with: kinds) && $0.span != nil }?.span
    }

    private func length(from: MomentRange?, to: MomentRange?) -> ResponseTimes.Length? {
        guard let from, let to else { return nil }
        let longest = zip(from.earliest, to.latest).map { $1 - $0 }
        let shortest = zip(from.latest, to.earliest).map { max(0, $1 - $0) }
        guard longest ?? 0 >= 0, longest != nil || shortest ?? 0 > 0 else { return nil }
        return ResponseTimes.Length(shortest: shortest, longest: longest)
    }

    private func zip(_ first: Int?, _ second: Int?) -> (Int, Int)? {
        if let first, let second { (first, second) } else { nil }
    }
}
