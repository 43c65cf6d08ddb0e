import IncidentTime
import Testing

@Suite("Clock changes, with rules pinned in the test") struct ZoneRulesTests {
    /// A TZif file of version 2 with no change of its own and a rule for all years.
    static func tzif(_ rule: String, standard minutes: Int) -> [UInt8] {
        // Counts: isut, isstd, leap, time, type, char.
        let counted = { (version: UInt8) -> [UInt8] in
            Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
                + [0, 0, 0, 0].flatMap { _ in [0, 0, 0, 0] as [UInt8] }
                + [0, 0, 0, 1, 0, 0, 0, 4]
        }
        let seconds = UInt32(bitPattern: Int32(minutes * 60))
        let type: [UInt8] = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: seconds >> UInt32($0)) } + [0, 0]
        let body = type + Array("STD\0".utf8)
        return counted(0x32) + body + counted(0x32) + body + Array("\n\(rule)\n".utf8)
    }

    private let berlin = ZoneRules(tzif: ZoneRulesTests.tzif("CET-1CEST,M3.5.0,M10.5.0/3", standard: 60))
    private let newYork = ZoneRules(tzif: ZoneRulesTests.tzif("EST5EDT,M3.2.0,M11.1.0", standard: -300))

    private func date(_ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: 2026, month: month, day: day))
    }

    @Test func anHourThatWasSkipped() throws {
        let rules = try #require(berlin)
        #expect(rules.reading(of: 150, on: try date(3, 29)) == .never)
        #expect(rules.reading(of: 119, on: try date(3, 29)) == .once(offset: 60))
        #expect(rules.reading(of: 180, on: try date(3, 29)) == .once(offset: 120))
    }

    @Test func anHourThatCameTwice() throws {
        let rules = try #require(berlin)
        #expect(rules.reading(of: 150, on: try date(10, 25)) == .twice(120, 60))
        #expect(rules.reading(of: 180, on: try date(10, 25)) == .once(offset: 60))
    }

    @Test func westOfGreenwich() throws {
        let rules = try #require(newYork)
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
