import Diagnostics
import IncidentTime

/// Times that a clock change makes doubtful: an hour that was skipped, an hour that came twice, a zone's name out of season.
enum ClockChangeCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        var cache: [String: ZoneRules] = [:]
        let rules = { (region: String) -> ZoneRules? in
            if let known = cache[region] { return known }
            cache[region] = document.zones.rules(region)
            return cache[region]
        }
        let fields = [document.start, document.end].compactMap { $0 }.map {
            ($0.moment, $0.range, document.clock.date)
        }
        var day = document.clock.date
        let rows = document.events.map { event -> (IncidentMoment, Range<Int>, CalendarDate?) in
            if let minute = event.minute, document.clock.date != nil {
                day = CalendarDate(dayNumber: (minute + (document.clock.offset ?? 0)) / 1440)
            }
            return (event.moment, event.timeRange, event.moment.date ?? day)
        }
        return (fields + rows).compactMap { moment, range, day in
            guard let date = moment.date ?? day, let zone = moment.zone ?? document.clock.zone,
                let region = ZoneNames.region(zone), let minute = moment.sortKey, let rules = rules(region)
            else { return nil }
            return finding(
                minute - (moment.date.map { $0.dayNumber * 1440 } ?? 0), date, zone, moment.zone != nil,
                rules, range, document)
        }
    }

    private static func finding(
        _ minutes: Int, _ date: CalendarDate, _ zone: String, _ isSaid: Bool, _ rules: ZoneRules,
        _ range: Range<Int>,
        _ document: CheckedDocument
    ) -> Finding? {
        let day = date.adding(days: minutes / 1440)
        let rest = minutes % 1440
        guard rest >= 0 else { return nil }
        let named = ZoneNames.offset(zone)
        switch rules.reading(of: rest, on: day) {
        case .never:
            guard named == nil || rules.reading(of: rest - 1, on: day) == .never else { return nil }
            return CheckID.clockChange.finding(
                at: range,
                "The clocks of \(ZoneNames.region(zone) ?? zone) were moved past \(document.quoted(range)) on \(day), so that this time did not exist.",
                ask: "Which time was on the clock, and in which zone?",
                settle: [Suggestion("Write the time in UTC.")])
        case .twice:
            guard named == nil else { return nil }
            return CheckID.clockChange.finding(
                at: range,
                "\(document.quoted(range)) came twice on \(day), as the clocks of \(zone) went back.",
                ask: "Was it before or after the clocks went back?",
                settle: [Suggestion("Add the offset, such as +02:00, or write the time in UTC.")])
        case .once(let offset):
            guard isSaid, let named, named != offset, abs(named - offset) == 60 else { return nil }
            return CheckID.clockChange.finding(
                at: range,
                "\(zone) is not what the clocks of \(ZoneNames.region(zone) ?? zone) showed on \(day): they were at \(sign(offset)) from UTC, and \(zone) is \(sign(named)).",
                ask: "Is the time one of the clock on the wall, or of the zone that is named?",
                settle: [Suggestion("Name the zone of that day, or write the time in UTC.")])
        }
    }

    private static func sign(_ offset: Int) -> String {
        let minutes = abs(offset)
        let rest = minutes % 60 == 0 ? "" : ":\(minutes % 60)"
        return "\(offset < 0 ? "-" : "+")\(minutes / 60)\(rest) h"
    }
}
