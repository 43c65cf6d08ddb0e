import Diagnostics
import Forms
import Guides
import IncidentTime

/// The written duration beside the one from start to end.
enum DurationCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        fields(in: document) + prose(in: document) + distances(in: document)
    }

    private static func fields(in document: CheckedDocument) -> [Finding] {
        guard let start = document.start, let end = document.end else { return [] }
        return document.guide.sections.flatMap { section in
            section.questions.compactMap { question -> Finding? in
                guard question.kind == .duration else { return nil }
                let id = QuestionID(section.id, question.field.id)
                guard let text = document.text(id.section, id.question),
                    let place = document.place(id.section, id.question),
                    let said = spoken(text), let real = length(start, end),
                    !fits(said.shortest, said.longest, said.bound, real)
                else { return nil }
                return finding(document, place, "\"\(text)\"", start, end, real)
            }
        }
    }

    /// The whole field as one length: `2 hours 15 minutes`, `about two hours`, `2:15`.
    private static func spoken(_ text: String) -> SpokenDuration? {
        let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
        if let read = SpokenDuration(words[...]), read.count == words.count { return read }
        return TimeSpan(text).map { SpokenDuration(minutes: Double($0.minutes), bound: $0.bound) }
    }

    /// `an outage of 90 minutes` in the summary, beside the fields.
    private static func prose(in document: CheckedDocument) -> [Finding] {
        guard let start = document.start, let end = document.end, let real = length(start, end) else {
            return []
        }
        let sentences = document.story(kinds: summary, holding: SpokenDuration.units) { passage, _ in
            passage.block.kind == .paragraph
        }.map(\.sentence)
        let outages = sentences.flatMap(DurationClaim.all).filter { $0.isWholeImpact && $0.anchor == .unsaid }
            .map { Length(said: $0.duration, range: $0.range) }
        let standstills = (sentences + problem(in: document)).flatMap(Standstill.lengths)
            .filter { !isOfPart($0, of: real, start, end, document) }
        let lengths = (outages + standstills).filter { !isOfItsOwnTimes($0, document) }
        // Where one of them is of the whole, the others are of parts.
        return lengths.contains { fits($0.said, real) }
            ? []
            : lengths.map { length in
                finding(document, length.range, "\"\(document.quoted(length.range))\"", start, end, real)
            }
    }

    /// The sentences of the problem statement.
    private static func problem(in document: CheckedDocument) -> [ArraySlice<ProseWord>] {
        document.story(kinds: whys, holding: SpokenDuration.units) { passage, _ in
            passage.block.kind == .paragraph
                && document.document.parent(of: passage.block)?.kind != .listItem
        }.map(\.sentence)
    }

    private static let summary: WordSet = ["summary"]
    private static let whys: WordSet = ["whys"]

    /// Less than half of it, or from the start to a row, or from a row to the end.
    private static func isOfPart(
        _ length: Length, of real: ClosedRange<Int>, _ start: PlacedTime, _ end: PlacedTime,
        _ document: CheckedDocument
    ) -> Bool {
        guard let from = start.span.earliest, let until = end.span.latest,
            2 * length.said.longest >= Double(real.lowerBound)
        else { return true }
        return document.events.compactMap(\.span?.middle).contains { minute in
            minute > from && minute < until
                && [minute - from, until - minute].contains { fits(length.said, $0...$0) }
        }
    }

    /// `down from 12:00 to 12:30, an outage of half an hour`: the times before it say what it is of.
    private static func isOfItsOwnTimes(_ length: Length, _ document: CheckedDocument) -> Bool {
        guard
            let window = document.proseWindows.last(where: { $0.range.upperBound <= length.range.lowerBound }
            ),
            length.range.lowerBound - window.range.upperBound < 40, let from = window.start.middle,
            let to = window.end.middle, to >= from
        else { return false }
        return fits(length.said, (to - from)...(to - from))
    }

    private static func fits(_ said: SpokenDuration, _ real: ClosedRange<Int>) -> Bool {
        fits(said.shortest, said.longest, said.bound, real)
    }

    private static func finding(
        _ document: CheckedDocument, _ place: Range<Int>, _ said: String, _ start: PlacedTime,
        _ end: PlacedTime,
        _ real: ClosedRange<Int>
    ) -> Finding {
        let span = TimeSpan(minutes: real.upperBound).description
        return CheckID.duration.finding(
            at: place,
            "\(said) does not fit start and end: from \(document.quoted(start.range)) (line \(document.line(start.range))) to \(document.quoted(end.range)) (line \(document.line(end.range))) it is \(span).",
            ask: "Which of the three is right: start, end or duration?",
            settle: [Suggestion("Write \(span), or correct start or end.")])
    }

    private static func length(_ start: PlacedTime, _ end: PlacedTime) -> ClosedRange<Int>? {
        guard let from = start.span.earliest, let until = end.span.latest, until >= from else { return nil }
        let shortest = max(0, (end.span.earliest ?? until) - (start.span.latest ?? from))
        return min(shortest, until - from)...(until - from)
    }

    /// Hours alone are said roughly; minutes are meant.
    static func fits(_ shortest: Double, _ longest: Double, _ bound: TimeSpan.Bound, _ real: ClosedRange<Int>)
        -> Bool
    {
        let isRound = longest >= 60 && longest.truncatingRemainder(dividingBy: 30) == 0
        let slack: Double =
            switch bound {
            case .about: max(10, longest * 0.2)
            case .exact: isRound ? max(2, longest * 0.05) : 1
            case .atLeast, .atMost: 1
            }
        let low = Double(real.lowerBound)
        let high = Double(real.upperBound)
        return switch bound {
        case .atMost: low <= longest + slack
        case .atLeast: high >= shortest - slack
        case .exact, .about: low <= longest + slack && high >= shortest - slack
        }
    }
}
