import Diagnostics
import IncidentTime

/// A length beside the two times that it is the distance of: `from 09:36 to 09:48, 22 minutes`.
extension DurationCheck {
    static func distances(in document: CheckedDocument) -> [Finding] {
        document.sentences(holding: SpokenDuration.units).flatMap { passage, sentence -> [Finding] in
            guard passage.holdsNumber, passage.block.kind != .tableCell else { return [] }
            let clocks = Passage.clocks(in: sentence).filter { !$0.clock.isAbout }
            return zip(clocks, clocks.dropFirst()).compactMap { first, second in
                distance(first, second, in: sentence, document)
            }
        }
    }

    private static func distance(
        _ first: ClockMention, _ second: ClockMention, in sentence: ArraySlice<ProseWord>,
        _ document: CheckedDocument
    ) -> Finding? {
        guard let (said, range, isBackwards) = length(first, second, in: sentence),
            let from = document.clock.reading(of: first.clock, near: document.clock.day * 1440 + 720),
            let to = document.clock.reading(of: second.clock, near: from)
        else { return nil }
        let real = isBackwards ? from - to : to - from
        guard real >= 0, !fits(said.shortest, said.longest, said.bound, real...real) else { return nil }
        let text = TimeSpan(minutes: real).description
        return CheckID.duration.finding(
            at: range,
            "\"\(document.quoted(range))\" is told here, and between \(document.quoted(first.range)) and \(document.quoted(second.range)) lie \(text).",
            ask: "Which of the three is right?", settle: [Suggestion("Write \(text), or correct a time.")])
    }

    /// The length that is of both times by the words around it, and whether the second of them is the earlier one.
    private static func length(
        _ first: ClockMention, _ second: ClockMention, in sentence: ArraySlice<ProseWord>
    ) -> (SpokenDuration, Range<Int>, Bool)? {
        let end = second.index + second.clock.count
        let between = sentence[(first.index + first.clock.count)..<second.index]
        if let (said, words) = duration(behind: end, in: sentence) {
            let mark = sentence[words.lowerBound - 1].text
            let isTold = [first, second].allSatisfy { $0.before?.text == "at" } && [":", "="].contains(mark)
            if isTold || isStretch(between, first) { return (said, range(of: words, in: sentence), false) }
        }
        guard let (said, words) = duration(behind: first.index + first.clock.count, in: sentence),
            words.upperBound < second.index
        else { return nil }
        switch sentence[words.upperBound].text {
        case "after": return (said, range(of: words, in: sentence), true)
        case "before": return (said, range(of: words, in: sentence), false)
        default: return nil
        }
    }

    private static func isStretch(_ between: ArraySlice<ProseWord>, _ first: ClockMention) -> Bool {
        let words = between.map(\.text)
        return [["to"], ["until"], ["till"], ["–"], ["-"]].contains(words)
            || words == ["and"] && first.before?.text == "between"
    }

    /// A length a few small words behind a place.
    private static func duration(behind index: Int, in sentence: ArraySlice<ProseWord>) -> (
        SpokenDuration, Range<Int>
    )? {
        var at = index
        while at < sentence.endIndex, at - index <= 4, fillers.contains(sentence[at].key) { at += 1 }
        guard at > index, at < sentence.endIndex, let said = SpokenDuration(sentence[at...]),
            !sentence[(at + said.count)...].prefix(2).has(others)
        else { return nil }
        return (said, at..<(at + said.count))
    }

    private static func range(of words: Range<Int>, in sentence: ArraySlice<ProseWord>) -> Range<Int> {
        sentence[words.lowerBound].range.lowerBound..<sentence[words.upperBound - 1].range.upperBound
    }

    /// Counted from or over something else.
    private static let others: WordSet = [
        "each", "per", "apart", "later", "earlier", "ago", "more", "longer", "less",
    ]
    private static let fillers: WordSet = [
        ",", "(", ":", "–", "=", "that", "is", "that's", "which", "makes", "made", "or", "so", "lasting",
        "only",
        "just", "exactly", "a", "total", "of", "in", "all", "i.e",
    ]
}
