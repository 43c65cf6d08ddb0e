import Forms
import Guides
import IncidentTime

/// The days that other days are counted from.
extension Postmortem {
    /// The day of the incident: the first date of the summary that is answered, in a guide without one of any section.
    package var incidentDate: CalendarDate? {
        guide.dayQuestions.lazy.compactMap { self.date($0) }.first
    }

    /// By what the times of the document are read; the zone is that of its note on times, else of the summary's start.
    package func incidentClock(zones: ZoneSource = .none) -> IncidentClock {
        let (start, end) = (summaryMoment("start"), summaryMoment("end"))
        var clock = IncidentClock(
            date: incidentDate, zone: zoneNote ?? start?.zone ?? end?.zone, zones: zones)
        clock.night = Night(from: start.map(clock.home), to: end.map(clock.home))
        return clock
    }

    /// The last day of a horizon, which begins with the incident. Where that day is over when people meet, or today, the
    /// horizon begins then: nothing can be promised for a day that has passed. A longer one ends no sooner than a shorter.
    package func lastDay(of horizon: Horizon, today: CalendarDate) -> CalendarDate? {
        guard let incident = incidentDate else { return nil }
        let start = max(incident, summaryMoment("end")?.date ?? incident)
        let met = meetingDate ?? today
        let shorter = Horizon.allCases.prefix { $0 != horizon } + [horizon]
        return shorter.map { $0.end(after: start) < met ? $0.end(after: met) : $0.end(after: start) }.max()
    }

    private var meetingDate: CalendarDate? {
        guide.sections.lazy.filter { $0.kind == "meeting" }.compactMap { section -> CalendarDate? in
            let question = section.questions.first { $0.kind == .date }
            return question.flatMap { self.date(QuestionID(section.id, $0.field.id)) }
        }.first
    }

    private func date(_ id: QuestionID) -> CalendarDate? {
        guard case .text(let text)? = reading(id).content else { return nil }
        return CalendarDate.parse(text, today: nil)
    }

    private func summaryMoment(_ name: String) -> IncidentMoment? {
        guide.sections.lazy.filter { $0.kind == "summary" }.compactMap { section -> IncidentMoment? in
            let id = QuestionID(section.id, name)
            guard guide[id]?.kind == .time, case .text(let text)? = reading(id).content else { return nil }
            return IncidentMoment(text)
        }.first
    }
}
