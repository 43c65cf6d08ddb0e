/// How answers that are no answers are written.
package struct StateValues: Sendable {
    /// With `{reason}`.
    package let notApplicable: String
    /// With `{who}`.
    package let unknown: String
    package let unknownToAll: String
    /// How these texts begin, in small letters.
    private let notApplicableStart: String
    private let unknownStarts: [String]

    package init(notApplicable: String, unknown: String, unknownToAll: String) {
        self.notApplicable = notApplicable
        self.unknown = unknown
        self.unknownToAll = unknownToAll
        notApplicableStart = notApplicable.before("{reason}").lowercased()
        unknownStarts = [unknown.before("{who}"), unknownToAll].map { $0.lowercased() }.filter { !$0.isEmpty }
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
        let start = notApplicableStart
        guard !start.isEmpty, text.prefix(start.count).lowercased() == start else { return nil }
        return text.dropFirst(start.count).trimmed
    }

    /// Whether a text says that nobody knows yet.
    package func isUnknown(_ text: String) -> Bool {
        unknownStarts.contains { text.prefix($0.count).lowercased() == $0 }
    }

    /// Whether a text stands in the place of an answer.
    package func standsIn(_ text: String) -> Bool { isUnknown(text) || reason(in: text) != nil }
}

extension String {
    fileprivate func before(_ part: String) -> String {
        ranges(of: part).first.map { String(self[..<$0.lowerBound]) } ?? self
    }
}
