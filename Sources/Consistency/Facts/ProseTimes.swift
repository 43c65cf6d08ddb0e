import IncidentTime

/// A clock time in a clause, with the word before it.
struct ClockMention {
    var clock: SpokenClock
    var index: Int
    var before: ProseWord?
    var range: Range<Int>
}

/// `from 14:30 to 16:45`: a stretch of time that a sentence names.
package struct ProseWindow: Sendable {
    package var start: MomentRange
    package var end: MomentRange
    package var range: Range<Int>
    /// About the incident as a whole, by the words around it.
    package var isAboutImpact: Bool
    package var isAbout: Bool
    package var section: String
    /// What part of the story that section tells.
    package var kind: String
}

extension Passage {
    /// Every clock time of some words, in order.
    ///
    /// - Parameter withHours: whether a spelled hour alone counts, where words such as *until* stand before it.
    static func clocks(in words: ArraySlice<ProseWord>, withHours: Bool = false) -> [ClockMention] {
        var found: [ClockMention] = []
        var index = words.startIndex
        while index < words.endIndex {
            let before = index > words.startIndex ? words[index - 1] : nil
            guard SpokenClock.mayBegin(with: words[index]),
                let clock = SpokenClock(words[index...], before: before)
                    ?? (withHours ? hour(words[index...], before: before) : nil)
            else { index += 1; continue }
            let last = words[index + clock.count - 1]
            found.append(
                ClockMention(
                    clock: clock, index: index, before: before,
                    range: words[index].range.lowerBound..<last.range.upperBound))
            index += clock.count
        }
        return found
    }
}

extension Passage {
    private static func hour(_ words: ArraySlice<ProseWord>, before: ProseWord?) -> SpokenClock? {
        guard let before, ends.contains(before.key) else { return nil }
        return SpokenClock(hourIn: words)
    }

    private static let ends: WordSet = ["from", "between", "until", "till", "to", "and"]
}

extension DocumentClock {
    /// The reading of a spoken time that lies nearest to some minute of the line; its day is found in the same way.
    func reading(of clock: SpokenClock, near minute: Int?) -> Int? {
        let days = clock.date.map { [$0.dayNumber] } ?? [day - 1, day, day + 1, day + 2]
        let places = clock.candidates.flatMap { minutes in
            days.compactMap { place(minutes, dayNumber: $0, zone: clock.zone) }
        }
        guard let minute else {
            return clock.candidates.count == 1
                ? place(clock.candidates[0], dayNumber: clock.date?.dayNumber ?? day, zone: clock.zone) : nil
        }
        return places.min { abs($0 - minute) < abs($1 - minute) }
    }
}

extension CheckedDocument {
    /// Stretches named in the short summary, the problem statement and the impact section; elsewhere a stretch may be one
    /// of many.
    var readProseWindows: [ProseWindow] {
        passages.filter { passage in
            guard passage.mayTellTime else { return false }
            return switch passage.kind {
            case "summary": passage.block.kind == .paragraph
            case "whys":
                passage.block.kind == .paragraph && document.parent(of: passage.block)?.kind != .listItem
            case "impact": passage.block.kind != .tableCell
            default: false
            }
        }.flatMap { passage in
            story(passage) { $0.has(Self.joints) }.flatMap { windows(in: $0, passage) }
        }
    }

    /// One of these stands between the two times of each stretch.
    private static let joints: WordSet = ["to", "until", "till", "–", "-", "and", "through"]
    private static let localTime: ProsePhrases = ["local time"]

    private func windows(in sentence: ArraySlice<ProseWord>, _ passage: Passage) -> [ProseWindow] {
        let clocks = Passage.clocks(in: sentence, withHours: true)
        // Which zone that is, the sentence does not tell.
        if Self.localTime.stand(in: sentence) { return [] }
        return zip(clocks, clocks.dropFirst()).compactMap { first, second in
            guard second.index - first.index - first.clock.count <= 5,
                !isHour(first, sentence) || !isHour(second, sentence)
            else { return nil }
            let between = sentence[(first.index + first.clock.count)..<second.index].map(\.text)
            guard
                [
                    ["to"], ["until"], ["till"], ["–"], ["-"], ["and"], ["through"], ["up", "to"],
                    ["and", "ending", "at"], ["and", "ended", "at"], ["and", "lasting", "until"],
                    ["and", "lasted", "until"], ["and", "went", "on", "until"],
                    ["and", "continued", "until"],
                    ["and", "was", "over", "at"], ["and", "was", "over", "by"], ["and", "stopped", "at"],
                    ["and", "persisted", "until"], ["and", "did", "not", "end", "until"],
                ].contains(between),
                between != ["and"] || first.before?.text == "between" || first.before?.text == "around"
            else { return nil }
            return window(first, second, sentence, passage)
        }
    }

    /// One spelled word and no more.
    private func isHour(_ mention: ClockMention, _ sentence: ArraySlice<ProseWord>) -> Bool {
        mention.clock.count == 1 && NumberWords.value(sentence[mention.index]) != nil
    }

    private func window(
        _ first: ClockMention, _ second: ClockMention, _ sentence: ArraySlice<ProseWord>, _ passage: Passage
    ) -> ProseWindow? {
        var opening = first.clock
        if opening.zone == nil { opening.zone = second.clock.zone }
        let near =
            start?.span.earliest ?? events.first { $0.kinds.contains(.alerted) }?.minute
            ?? events.first?.minute
        guard let from = clock.reading(of: opening, near: near ?? clock.day * 1440 + 720),
            var to = clock.reading(of: second.clock, near: end?.span.latest ?? from)
        else { return nil }
        if to < from, second.clock.date == nil { to += 1440 }
        let slack = first.clock.isAbout || second.clock.isAbout ? 15 : 0
        return ProseWindow(
            start: MomentRange(from - slack, from + slack), end: MomentRange(to - slack, to + slack),
            range: first.range.lowerBound..<second.range.upperBound,
            isAboutImpact: passage.kind != "impact"
                && (Stems(sentence).has(Self.impact) || sentence.begin(with: ["it", "ran"])),
            isAbout: slack > 0, section: passage.section, kind: passage.kind)
    }

    private static let impact: WordSet = [
        "outag", "outage", "unavailabl", "unavailable", "down", "fail", "slow", "affect", "impact", "degrad",
        "disrupt", "experienc", "lasted", "fault", "faulty", "wrong",
        "could", "unable", "error", "incident", "interrupt", "refus", "stopp", "stood", "offline", "lost",
        "broken", "couldn't", "cannot", "reject", "block", "frozen", "froze", "stuck", "nobody", "missing",
        "trouble", "problem", "disturb",
    ]
}
