import IncidentTime
import TestSupport
import Testing

@Suite("Clock changes, with rules pinned in the test") struct ZoneRulesTests {
    private let berlin = ZoneTables.berlin
    private let newYork = ZoneTables.newYork

    private func date(_ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: 2026, month: month, day: day))
    }

    @Test func anHourThatWasSkipped() throws {
        let rules = berlin
        #expect(rules.reading(of: 150, on: try date(3, 29)) == .never)
        #expect(rules.reading(of: 119, on: try date(3, 29)) == .once(offset: 60))
        #expect(rules.reading(of: 180, on: try date(3, 29)) == .once(offset: 120))
    }

    @Test func anHourThatCameTwice() throws {
        let rules = berlin
        #expect(rules.reading(of: 150, on: try date(10, 25)) == .twice(120, 60))
        #expect(rules.reading(of: 180, on: try date(10, 25)) == .once(offset: 60))
    }

    @Test func westOfGreenwich() throws {
        let rules = newYork
        #expect(rules.reading(of: 150, on: try date(3, 8)) == .never)
        #expect(rules.reading(of: 90, on: try date(11, 1)) == .twice(-240, -300))
        #expect(rules.reading(of: 720, on: try date(7, 1)) == .once(offset: -240))
    }

    @Test func otherBytesAreNoRules() {
        #expect(ZoneRules(tzif: Array("hello".utf8)) == nil)
        #expect(ZoneRules(tzif: Array("TZif2".utf8) + [UInt8](repeating: 255, count: 60)) == nil)
    }

    @Test(arguments: [
        ("UTC", 0), ("CEST", 120), ("EST", -300), ("+05:45", 345), ("UTC+2", 120), ("GMT-3", -180),
    ])
    func offsets(_ name: String, _ minutes: Int) { #expect(ZoneNames.offset(name) == minutes) }

    @Test func aNameWithSeveralMeaningsHasNoOffset() {
        #expect(ZoneNames.offset("CST") == nil)
        #expect(ZoneNames.isKnown("IST"))
    }
}
