import IncidentTime

enum ZoneCommand: InterviewCommand {
    static let usage = ":zone [NAME|off]"
    static let help = [
        "Rows typed or pasted from now on are in this zone, such as CEST, +02:00 or Europe/Berlin.",
        "For a log or a chat whose clock is another; each row keeps its zone beside its time.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        if argument.isEmpty { return session.answered(state(of: session), .hint) }
        let own = session.clock.zone
        let zone = name(argument)
        if argument.lowercased() == "off" || zone == own {
            session.rowZone = nil
            return session.answered(state(of: session), .hint)
        }
        guard ZoneNames.offset(zone) != nil || isRegion(zone) else {
            let what = ZoneNames.isKnown(zone) ? "has several meanings" : "is no zone that is known here"
            return session.declined(
                "'\(argument)' \(what); CEST, +02:00 and Europe/Berlin are, and 'off' goes back.")
        }
        session.rowZone = zone
        return session.answered(state(of: session), .hint)
    }

    private static func state(of session: InterviewSession) -> String {
        if let zone = session.rowZone {
            return "Rows without a zone get \(zone) from now on; ':zone off' goes back."
        }
        let own = session.clock.zone
        return "Rows without a zone are in the document's own\(own.map { ", \($0)" } ?? "")."
    }

    private static func name(_ argument: String) -> String {
        argument.contains("/") ? argument : argument.uppercased()
    }

    /// As a cell can hold it: two names with a stroke between them.
    private static func isRegion(_ zone: String) -> Bool {
        zone.contains("/") && ClockTime.parse("00:00 \(zone)")?.zone == zone
    }

    static func candidates(in session: InterviewSession) -> [String] { ["off", "UTC", "CET", "CEST"] }
}
