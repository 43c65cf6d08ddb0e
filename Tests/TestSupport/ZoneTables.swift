import IncidentTime

/// When clocks change, pinned, so that tests need no tables of the system's.
package enum ZoneTables {
    package static let berlin = rules("CET-1CEST,M3.5.0,M10.5.0/3", standard: 60)
    package static let newYork = rules("EST5EDT,M3.2.0,M11.1.0", standard: -300)

    private static func rules(_ rule: String, standard minutes: Int) -> ZoneRules {
        guard let rules = ZoneRules(tzif: tzif(rule, standard: minutes)) else {
            preconditionFailure("'\(rule)' was taken for a rule of RFC 8536")
        }
        return rules
    }

    /// A TZif file of version 2 with no change of its own and a rule for all years.
    private static func tzif(_ rule: String, standard minutes: Int) -> [UInt8] {
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
}
