/// By what the clock times of one incident are read: its day, its hours past midnight, and the zone of those that name none.
package struct IncidentClock: Equatable, Sendable {
    package var date: CalendarDate?
    /// The hours of the incident, where they go past midnight.
    package var night: Night?
    /// The zone of a time that names none, as it was written; nil where nothing says which is meant.
    package var zone: String?
    /// Minutes east of UTC of that zone; nil where it is not known.
    package var offset: Int?

    package init(date: CalendarDate? = nil, night: Night? = nil, zone: String? = nil) {
        (self.date, self.night, self.zone) = (date, night, zone)
        offset = zone.flatMap(ZoneNames.offset)
    }

    /// A moment by the document's own clock: `16:35 CEST` is 14:35 where times are in UTC. Left as it is where its zone is
    /// the document's, or where either is unknown.
    package func home(_ moment: IncidentMoment) -> IncidentMoment {
        guard let zone = moment.zone, zone != self.zone, let offset, let other = ZoneNames.offset(zone) else {
            return moment
        }
        return moment.moved(by: offset - other)
    }
}
