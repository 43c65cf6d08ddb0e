/// How answers that are no answers are written.
package struct StateValues: Sendable {
    /// With `{reason}`.
    package let notApplicable: String
    /// With `{who}`.
    package let unknown: String
    package let unknownToAll: String
    /// How these texts begin, in small letters; empty where the guide begins them with the name.
    private let notApplicableStart: String
    private let unknownStart: String

    package init(notApplicable: String, unknown: String, unknownToAll: String) {
        self.notApplicable = notApplicable
        self.unknown = unknown
        self.unknownToAll = unknownToAll
        notApplicableStart = notApplicable.before("{reason}").lowercased()
        unknownStart = unknown.before("{who}").lowercased()
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
        let start = unknownStart
        if !start.isEmpty, text.prefix(start.count).lowercased() == start { return true }
        // What the team said to it may stand behind; `Open questions of the vendor` is an answer.
        let words = unknownToAll.lowercased()
        guard !words.isEmpty, text.prefix(words.count).lowercased() == words else { return false }
        return text.dropFirst(words.count).trimmed.first.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    /// Whether a text stands in the place of an answer.
    package func standsIn(_ text: String) -> Bool { isUnknown(text) || reason(in: text) != nil }
}

extension String {
    fileprivate func before(_ part: String) -> String {
        ranges(of: part).first.map { String(self[..<$0.lowerBound]) } ?? self
    }
}
