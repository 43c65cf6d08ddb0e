/// The short names of zones that people write, where each has one meaning in this field.
package enum ZoneNames {
    /// Minutes east of UTC, and the region whose clock it is; nil where the name has no rules of its own.
    private static let known: [String: (offset: Int, region: String?)] = [
        "utc": (0, nil), "gmt": (0, nil), "z": (0, nil), "zulu": (0, nil),
        "wet": (0, "Europe/Lisbon"), "west": (60, "Europe/Lisbon"),
        "cet": (60, "Europe/Berlin"), "cest": (120, "Europe/Berlin"), "mez": (60, "Europe/Berlin"),
        "mesz": (120, "Europe/Berlin"), "bst": (60, "Europe/London"),
        "eet": (120, "Europe/Helsinki"), "eest": (180, "Europe/Helsinki"), "msk": (180, nil),
        "est": (-300, "America/New_York"), "edt": (-240, "America/New_York"),
        "cdt": (-300, "America/Chicago"), "mst": (-420, nil), "mdt": (-360, "America/Denver"),
        "pst": (-480, "America/Los_Angeles"), "pdt": (-420, "America/Los_Angeles"),
        "jst": (540, nil), "kst": (540, nil), "sgt": (480, nil), "hkt": (480, nil),
        "aest": (600, "Australia/Sydney"),
        "aedt": (660, "Australia/Sydney"), "nzst": (720, "Pacific/Auckland"),
        "nzdt": (780, "Pacific/Auckland"),
    ]

    /// Names that are zones and have several meanings, such as `CST` and `IST`.
    private static let ambiguous: Set<String> = ["cst", "ist", "ast", "et", "pt", "ct", "mt", "lt"]

    package static func isKnown(_ name: String) -> Bool {
        let lower = name.lowercased()
        return known[lower] != nil || ambiguous.contains(lower)
    }

    /// Minutes east of UTC: a short name, `+05:45`, `UTC+2`; nil where the name has several meanings or none.
    package static func offset(_ name: String) -> Int? {
        let lower = name.lowercased()
        if let zone = known[lower] { return zone.offset }
        var digits = lower[...]
        for prefix in ["utc", "gmt"] where digits.hasPrefix(prefix) { digits = digits.dropFirst(3) }
        guard let sign = digits.first, "+-−".contains(sign) else { return nil }
        let parts = digits.dropFirst().split(separator: ":").map(String.init)
        let pair: (Int?, Int?)
        switch (parts.count, parts.first?.count) {
        case (1, 4?): pair = (Int(parts[0].prefix(2)), Int(parts[0].suffix(2)))
        case (1, _): pair = (Int(parts[0]), 0)
        case (2, _): pair = (Int(parts[0]), Int(parts[1]))
        default: return nil
        }
        guard let hours = pair.0, let minutes = pair.1, hours <= 14, minutes < 60 else { return nil }
        return (sign == "+" ? 1 : -1) * (hours * 60 + minutes)
    }

    /// The region whose clock a short name belongs to, such as `Europe/Berlin` for `CEST`; a region's own name as it is.
    package static func region(_ name: String) -> String? {
        if name.contains("/") { return name }
        return known[name.lowercased()]?.region
    }
}
