/// How answers that are no answers are written.
package struct StateValues: Sendable {
    /// With `{reason}`.
    package var notApplicable: String
    /// With `{who}`.
    package var unknown: String
    package var unknownToAll: String

    package init(notApplicable: String, unknown: String, unknownToAll: String) {
        self.notApplicable = notApplicable
        self.unknown = unknown
        self.unknownToAll = unknownToAll
    }

    package func notApplicable(_ reason: String) -> String {
        notApplicable.replacing("{reason}", with: reason)
    }

    package func unknown(_ who: String) -> String {
        who.isEmpty ? unknownToAll : unknown.replacing("{who}", with: who)
    }
}

extension StateValues {
    /// The reason in a text written by `notApplicable`, nil for any other text.
    package func reason(in text: String) -> String? {
        let start = notApplicable.before("{reason}")
        guard !start.isEmpty, text.lowercased().hasPrefix(start.lowercased()) else { return nil }
        return text.dropFirst(start.count).trimmed
    }

    /// Whether a text says that nobody knows yet.
    package func isUnknown(_ text: String) -> Bool {
        let starts = [unknown.before("{who}"), unknownToAll].filter { !$0.isEmpty }
        return starts.contains { text.lowercased().hasPrefix($0.lowercased()) }
    }
}

extension String {
    fileprivate func before(_ part: String) -> String {
        ranges(of: part).first.map { String(self[..<$0.lowerBound]) } ?? self
    }
}
