import DocumentStorage
import IncidentTime

/// The system's own tables of when clocks change.
enum ZoneFiles {
    private static let folder = "/usr/share/zoneinfo/"

    /// Nil for a region that is no name of one, and on a system without the tables.
    @Sendable static func rules(_ region: String) -> ZoneRules? {
        guard region.allSatisfy({ $0.isLetter || "/_-+".contains($0) }), !region.contains("//"),
            region.first?.isLetter == true, let stored = try? StoredDocument.opening(folder + region)
        else { return nil }
        return ZoneRules(tzif: stored.bytes)
    }
}
