/// By what the clock times of one incident are read: its day, its hours past midnight, and the zone of those that name none.
package struct IncidentClock: Sendable {
    package var date: CalendarDate?
    /// The hours of the incident, where they go past midnight.
    package var night: Night?
    /// The zone of a time that names none, as it was written; nil where nothing says which is meant.
    package let zone: String?
    private let zones: ZoneSource

    package init(
        date: CalendarDate? = nil, night: Night? = nil, zone: String? = nil, zones: ZoneSource = .none
    ) {
        (self.date, self.night, self.zone, self.zones) = (date, night, zone, zones)
    }

    /// Minutes east of UTC of a time without a zone; nil where nothing says which zone is meant, or nobody knows it.
    package var offset: Int? { zone.flatMap(offset) }

    /// Minutes east of UTC; of a region such as `Europe/Berlin`, what its clocks showed at noon of the incident's day.
    package func offset(of zone: String) -> Int? {
        if let known = ZoneNames.offset(zone) { return known }
        guard let date, let region = ZoneNames.region(zone),
            case .once(let offset)? = zones.rules(region)?.reading(of: 12 * 60, on: date)
        else { return nil }
        return offset
    }

    /// A moment by the document's own clock: `16:35 CEST` is 14:35 where times are in UTC. Left as it is where its zone is
    /// the document's, or where either is unknown.
    package func home(_ moment: IncidentMoment) -> IncidentMoment {
        guard let zone = moment.zone, zone != self.zone, let own = offset, let other = offset(of: zone) else {
            return moment
        }
        return moment.moved(by: own - other)
    }
}
