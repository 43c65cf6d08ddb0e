import IncidentTime
import LosslessMarkdown
import Postmortems

/// One row of the timeline.
package struct TimelineEvent: Sendable {
    package var moment: IncidentMoment
    /// Where it stands on the document's line; nil for a cell that holds no time.
    package var span: MomentRange?
    package var kinds: EventKinds
    /// The cell with the time.
    var timeRange: Range<Int>
    /// The cell that says what could be seen.
    var eventRange: Range<Int>
    var words: [ProseWord]
    var actionWords: [ProseWord]
    /// What its words are about.
    var subject: SubjectWords
    /// Which table it stands in, counted from 0.
    var table: Int

    /// The minute by which rows follow each other.
    var minute: Int? { span?.earliest ?? span?.latest }
}

/// Reads tables, and lists whose items begin with a time.
struct TimelineReader {
    let postmortem: Postmortem
    let passages: [Passage]
    let tables: TableReader
    let clock: DocumentClock

    var events: [TimelineEvent] {
        var events = fromTables
        if events.isEmpty { events = fromItems }
        var count = DayCount(by: clock.incident)
        for index in events.indices {
            let day = count.day(of: events[index].moment)
            events[index].span = clock.span(clock.incident.home(events[index].moment), dayNumber: day)
        }
        return events
    }

    private var fromTables: [TimelineEvent] {
        tables.tables(kind: "timeline").enumerated().flatMap { number, placed -> [TimelineEvent] in
            guard let time = placed.column(Self.times) else { return [] }
            let event = placed.column(Self.happenings) ?? (time == 0 ? 1 : 0)
            let action = placed.column(Self.responses)
            return placed.table.rows.compactMap { row -> TimelineEvent? in
                guard let when = placed.cell(row, time), let what = placed.cell(row, event) else {
                    return nil
                }
                let words = WordScanner.words(of: postmortem.document.bytes, in: [what.content])
                let done = placed.cell(row, action).map {
                    WordScanner.words(of: postmortem.document.bytes, in: [$0.content])
                }
                return TimelineEvent(
                    moment: IncidentMoment(when.value), span: nil,
                    kinds: EventKinds(of: words, doing: done ?? []), timeRange: when.content,
                    eventRange: what.content, words: words, actionWords: done ?? [],
                    subject: SubjectWords(words), table: number)
            }
        }
    }

    private static let times = ["time", "when", "timestamp", "utc", "clock", "date/time", "datetime"]
    private static let happenings = [
        "event", "what happened", "what", "description", "observation", "details", "happening",
    ]
    private static let responses = ["action taken", "action", "response", "actions", "what was done"]

    private var fromItems: [TimelineEvent] {
        passages.filter { $0.kind == "timeline" }.compactMap { passage in
            guard let item = TimedText(passage, postmortem.document) else { return nil }
            return TimelineEvent(
                moment: item.moment, span: nil, kinds: EventKinds(of: Array(item.words), doing: []),
                timeRange: item.timeRange, eventRange: item.textRange, words: Array(item.words),
                actionWords: [], subject: SubjectWords(item.words), table: 0)
        }
    }
}

/// A line that begins with a time: `14:40 UTC: text`, `14:40 – text`.
struct TimedText {
    var moment: IncidentMoment
    var timeRange: Range<Int>
    var textRange: Range<Int>
    var words: ArraySlice<ProseWord>

    init?(_ passage: Passage, _ document: MarkdownDocument) {
        let words = passage.words
        guard words.count > 2 else { return nil }
        for index in words.indices.dropFirst().prefix(9)
        where [":", "–", "-", ","].contains(words[index].text) {
            let range = words[0].range.lowerBound..<words[index - 1].range.upperBound
            let moment = IncidentMoment(document.text(range).filter { $0 != "*" })
            guard moment.sortKey != nil, index + 1 < words.count else { continue }
            self.words = words[(index + 1)...]
            self.moment = moment
            timeRange = range
            textRange = words[index + 1].range.lowerBound..<words[words.count - 1].range.upperBound
            return
        }
        return nil
    }
}

/// A line of the communication log.
package struct Message: Sendable {
    var moment: IncidentMoment
    var span: MomentRange?
    var kinds: EventKinds
    var isExternal: Bool
    var timeRange: Range<Int>
    var textRange: Range<Int>
    var words: ArraySlice<ProseWord>
    /// What its words are about.
    var subject: SubjectWords
}

struct MessageReader {
    let postmortem: Postmortem
    let passages: [Passage]
    let clock: DocumentClock

    var messages: [Message] {
        var counts: [Bool: DayCount] = [:]
        return passages.filter { $0.kind == "communication" }.compactMap { passage in
            guard let item = TimedText(passage, postmortem.document) else { return nil }
            let isExternal = !passage.section.hasPrefix("internal")
            let day = counts[isExternal, default: DayCount(by: clock.incident)].day(of: item.moment)
            return Message(
                moment: item.moment, span: clock.span(clock.incident.home(item.moment), dayNumber: day),
                kinds: EventKinds(of: Array(item.words), doing: []), isExternal: isExternal,
                timeRange: item.timeRange, textRange: item.textRange, words: item.words,
                subject: SubjectWords(item.words))
        }
    }
}
