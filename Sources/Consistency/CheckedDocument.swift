import Forms
import Guides
import IncidentTime
import LosslessMarkdown
import Postmortems

/// A postmortem with what several checks need, read once.
package struct CheckedDocument: Sendable {
    package let postmortem: Postmortem
    package let today: CalendarDate?
    package let zones: ZoneSource
    package let passages: [Passage]
    private let wordIndex: WordIndex
    let tables: TableReader
    /// What still holds the place of an answer.
    let placeholders: [Placeholder]
    /// Fields of the summary, by question id.
    package let start: PlacedTime?
    package let end: PlacedTime?
    package let clock: DocumentClock
    let elsewhere: OtherOccasion
    package let events: [TimelineEvent]
    package let messages: [Message]
    package let actions: [ActionRow]
    package let metrics: [MetricRow]
    let dates: Dates
    /// Stretches of time that the short summary and the problem statement name.
    package private(set) var proseWindows: [ProseWindow] = []
    /// What is hidden in everything that is read and told of this document.
    package let secrets: [Secret]

    package init(_ original: Postmortem, today: CalendarDate? = nil, zones: ZoneSource = .none) {
        secrets = SecretScanner.secrets(in: original.document.bytes)
        let postmortem =
            secrets.isEmpty
            ? original : original.rebased(on: MarkdownDocument(original.document.bytes.masking(secrets)))
        self.postmortem = postmortem
        self.today = today
        self.zones = zones
        let passages = PassageReader(postmortem).passages
        let tables = TableReader(postmortem)
        self.passages = passages
        wordIndex = WordIndex(passages)
        self.tables = tables
        placeholders = postmortem.placeholders
        let fields = SummaryFields(postmortem)
        clock = DocumentClock(postmortem, passages: passages, fields: fields, zones: zones)
        elsewhere = OtherOccasion(clock.date, incidentID: Self.incidentID(postmortem))
        (start, end) = fields.times(on: clock)
        events =
            TimelineReader(postmortem: postmortem, passages: passages, tables: tables, clock: clock).events
        messages = MessageReader(postmortem: postmortem, passages: passages, clock: clock).messages
        actions = ActionReader(tables: tables, values: postmortem.guide.values).actions
        metrics = MetricReader(tables: tables).rows
        dates = Dates(postmortem, passages: passages, tables: tables, date: clock.date)
        proseWindows = readProseWindows
    }

    private static func incidentID(_ postmortem: Postmortem) -> String? {
        guard let id = postmortem.guide.questionIDs.first(where: { $0.question == "incident-id" }),
            case .text(let text)? = postmortem.reading(id).content
        else { return nil }
        return text
    }

    /// Secrets in it are masked, byte by byte.
    package var document: MarkdownDocument { postmortem.document }
    package var guide: Guide { postmortem.guide }

    func line(_ range: Range<Int>) -> Int { document.position(of: range.lowerBound).line }

    /// The source of a place as a message quotes it: one line, without marks, cut where it is long.
    func quoted(_ range: Range<Int>) -> String {
        let text = document.text(range).filter { !"*`".contains($0) }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = words.hasPrefix("- ") ? String(words.dropFirst(2)) : words
        return plain.count <= 60 ? plain : plain.prefix(57) + "…"
    }

    func passages(kinds: WordSet) -> [Passage] { passages.filter { kinds.contains($0.kindKey) } }

    /// The sentences with one of the words, in document order.
    func sentences(holding words: WordSet) -> [WordIndex.Place] { wordIndex.sentences(holding: words) }

    func sentences(kinds: WordSet, holding words: WordSet) -> [WordIndex.Place] {
        sentences(holding: words).filter { kinds.contains($0.passage.kindKey) }
    }

    /// The sentences of a passage that tell of this incident. Behind a semicolon, the one before goes on.
    func story(_ passage: Passage) -> [ArraySlice<ProseWord>] {
        var wasElsewhere = false
        return passage.sentences.filter { sentence in
            let goesOn = sentence.startIndex > 0 && passage.words[sentence.startIndex - 1].text == ";"
            wasElsewhere = elsewhere.isTold(in: sentence) || goesOn && wasElsewhere
            return !wasElsewhere
        }
    }

    /// As `story`, where a sentence shows a sign at first glance that has to be looked at; most passages show none.
    func story(_ passage: Passage, where sign: (ArraySlice<ProseWord>) -> Bool) -> [ArraySlice<ProseWord>] {
        passage.sentences.contains(where: sign) ? story(passage).filter(sign) : []
    }

    /// The sentences with one of the words that tell of this incident, in document order.
    ///
    /// - Parameter isOfUse: what else can be seen at first glance.
    func story(
        kinds: WordSet, holding words: WordSet, where isOfUse: (WordIndex.Place) -> Bool = { _ in true }
    ) -> [WordIndex.Place] {
        var (told, passage): (Set<Int>, Passage?) = ([], nil)
        return sentences(kinds: kinds, holding: words).filter(isOfUse).filter { place in
            if place.passage !== passage {
                passage = place.passage
                told = Set(story(place.passage).map(\.startIndex))
            }
            return told.contains(place.sentence.startIndex)
        }
    }

    /// Whether a row or a message stands at a minute, or next to it.
    func tellsOf(_ minute: Int) -> Bool {
        events.contains { $0.moment.namesHour && $0.span?.isNear(minute, within: 1) == true }
            || messages.contains { $0.moment.namesHour && $0.span?.isNear(minute, within: 1) == true }
    }

    func passages(in section: String) -> [Passage] { passages.filter { $0.section == section } }

    func text(_ section: String, _ question: String) -> String? {
        let reading = postmortem.reading(QuestionID(section, question))
        if reading.state == .answered, case .text(let text)? = reading.content { return text }
        return nil
    }

    func place(_ section: String, _ question: String) -> Range<Int>? {
        postmortem.reading(QuestionID(section, question)).place
    }

    /// The part of a place that lies in the block it begins in, for an answer with other things below it.
    func firstBlock(of place: Range<Int>) -> Range<Int> {
        let block = document.block(at: place.lowerBound).range
        return block.overlaps(place) ? place.clamped(to: block) : place
    }
}

/// A moment that a field names, with its place.
package struct PlacedTime: Sendable, Equatable {
    package var moment: IncidentMoment
    package var span: MomentRange
    package var range: Range<Int>
}

/// From the earliest to the latest minute that a written time can mean; nil for an open side.
package struct MomentRange: Sendable, Equatable {
    /// Minutes of the document's own time line, on which days count on.
    package var earliest: Int?
    package var latest: Int?

    package init(_ earliest: Int?, _ latest: Int?) {
        self.earliest = earliest
        self.latest = latest
    }

    /// A point, for the middle of a range too; nil where a side is open.
    var middle: Int? {
        guard let earliest, let latest else { return nil }
        return (earliest + latest) / 2
    }

    func isNear(_ minute: Int, within tolerance: Int) -> Bool {
        (earliest ?? Int.min / 2) - tolerance <= minute && minute <= (latest ?? Int.max / 2) + tolerance
    }
}
