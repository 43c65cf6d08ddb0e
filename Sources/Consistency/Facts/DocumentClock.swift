import Forms
import Guides
import IncidentTime
import LosslessMarkdown
import Postmortems

/// Puts every time of a document on one line: minutes in which the incident's day begins at `day * 1440`, in UTC where
/// zones are written.
package struct DocumentClock: Sendable {
    let incident: IncidentClock
    /// Minutes east of UTC of a time without a zone; nil where nothing says which zone is meant.
    let offset: Int?

    init(_ postmortem: Postmortem, passages: [Passage], fields: SummaryFields, zones: ZoneSource) {
        var clock = postmortem.incidentClock(zones: zones)
        clock.date = fields.date ?? Self.date(in: passages) ?? postmortem.incidentDate
        incident = clock
        offset = clock.offset
    }

    /// The incident's day, where the document names it.
    package var date: CalendarDate? { incident.date }
    /// The zone's name as it was written.
    var zone: String? { incident.zone }

    /// Where nothing tells how far a written zone is from the document's own.
    private func isUnplaceable(_ zone: String?) -> Bool {
        guard let zone, zone != self.zone else { return false }
        return self.zone != nil && offset == nil || offset != nil && incident.offset(of: zone) == nil
    }

    var day: Int { date?.dayNumber ?? 0 }

    /// The place of a written time on the line, one without a zone in the document's own; nil where the zones are too
    /// little known to compare.
    func place(_ minutes: Int, dayNumber: Int, zone: String?) -> Int? {
        if isUnplaceable(zone) { return nil }
        let base = dayNumber * 1440 + minutes
        let shift = zone.map { $0 == self.zone ? offset : incident.offset(of: $0) } ?? offset
        return base - (shift ?? 0)
    }

    /// A place on the line as it was most likely written: `14:30`, with the date where the day is another.
    func text(_ minute: Int) -> String {
        let local = minute + (offset ?? 0)
        let day = Int((Double(local) / 1440).rounded(.down))
        let rest = local - day * 1440
        let clock = ClockTime(hour: rest / 60, minute: rest % 60)?.description ?? ""
        return day == self.day || date == nil ? clock : "\(CalendarDate(dayNumber: day)) \(clock)"
    }

    /// The day that the first sentences name, where the fields leave it open.
    private static func date(in passages: [Passage]) -> CalendarDate? {
        for passage in passages where passage.kind == "summary" {
            for index in passage.words.indices {
                if let read = SpokenDate(passage.words[index...]) { return read.date }
            }
        }
        return nil
    }
}

/// Start and end as the summary's fields give them.
struct SummaryFields {
    private let start: (IncidentMoment, Range<Int>)?
    private let end: (IncidentMoment, Range<Int>)?
    let date: CalendarDate?
    private let duration: TimeSpan?

    init(_ postmortem: Postmortem) {
        let times = postmortem.guide.sections.filter { $0.kind == "summary" }.flatMap { section in
            section.questions.compactMap { question -> (String, IncidentMoment, Range<Int>)? in
                let id = QuestionID(section.id, question.field.id)
                guard question.kind == .time || question.kind == .moment else { return nil }
                let reading = postmortem.reading(id)
                guard case .text(let text)? = reading.content, let place = reading.place else { return nil }
                return (question.field.id, IncidentMoment(text), place)
            }
        }
        duration =
            postmortem.guide.questionIDs.lazy.filter { postmortem.guide[$0]?.kind == .duration }.compactMap {
                if case .text(let text)? = postmortem.reading($0).content { TimeSpan(text) } else { nil }
            }.first
        start = times.first { $0.0 == "start" }.map { ($0.1, $0.2) }
        end = times.first { $0.0 == "end" }.map { ($0.1, $0.2) }
        date = Self.day(postmortem) ?? start?.0.date
    }

    private static func day(_ postmortem: Postmortem) -> CalendarDate? {
        let guide = postmortem.guide
        return guide.questionIDs.lazy.filter {
            guide[$0]?.kind == .date && guide[section: $0.section]?.kind == "summary"
        }
        .compactMap { id in
            if case .text(let text)? = postmortem.reading(id).content {
                CalendarDate.parse(text, today: nil)
            } else {
                nil
            }
        }.first
    }

    /// The end is on the next day where it is earlier than the start and no date says otherwise; a wait of more than half
    /// a day is taken for that only where the duration says so too.
    func times(on clock: DocumentClock) -> (PlacedTime?, PlacedTime?) {
        let first = start.flatMap { Self.placed($0, clock) }
        guard var last = end.flatMap({ Self.placed($0, clock) }) else { return (first, nil) }
        if let from = first?.span.earliest, let to = last.span.latest, to < from, !last.moment.namesDay {
            let shift = (from - to + 1439) / 1440 * 1440
            let length = to + shift - from
            if length <= 720 || duration.map({ abs($0.minutes - length) <= 60 }) ?? false {
                last.span = MomentRange(last.span.earliest.map { $0 + shift }, to + shift)
            }
        }
        return (first, last)
    }

    private static func placed(_ read: (IncidentMoment, Range<Int>), _ clock: DocumentClock) -> PlacedTime? {
        guard let span = clock.span(read.0, dayNumber: clock.day) else { return nil }
        return PlacedTime(moment: read.0, span: span, range: read.1)
    }
}

extension DocumentClock {
    /// The range of a moment on the line; `dayNumber` is the day it is read on where it names none.
    func span(_ moment: IncidentMoment, dayNumber: Int) -> MomentRange? {
        guard moment.sortKey != nil else { return nil }
        let base = moment.date == nil ? (moment.dayShift == nil ? dayNumber : day) : 0
        let put = { (minutes: Int?) -> Int? in
            minutes.flatMap { self.place($0, dayNumber: base, zone: moment.zone) }
        }
        let span = MomentRange(put(moment.earliest), put(moment.latest))
        return span.earliest == nil && span.latest == nil ? nil : span
    }
}
