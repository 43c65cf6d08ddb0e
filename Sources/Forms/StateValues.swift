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
    private let unknownWords: String

    package init(notApplicable: String, unknown: String, unknownToAll: String) {
        self.notApplicable = notApplicable
        self.unknown = unknown
        self.unknownToAll = unknownToAll
        notApplicableStart = notApplicable.before("{reason}").lowercased()
        unknownStart = unknown.before("{who}").lowercased()
        unknownWords = unknownToAll.lowercased()
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
        text.begins(with: notApplicableStart) ? text.dropFirst(notApplicableStart.count).trimmed : nil
    }

    /// Whether a text says that nobody knows yet.
    package func isUnknown(_ text: String) -> Bool {
        if text.begins(with: unknownStart) { return true }
        guard text.begins(with: unknownWords) else { return false }
        // What the team said to it may stand behind; `Open questions of the vendor` is an answer.
        return text.dropFirst(unknownWords.count).trimmed.first.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    /// Whether a text stands in the place of an answer.
    package func standsIn(_ text: String) -> Bool { isUnknown(text) || reason(in: text) != nil }
}

extension String {
    /// - Parameter start: in small letters; nothing begins with an empty one.
    fileprivate func begins(with start: String) -> Bool {
        guard !start.isEmpty else { return false }
        return beginsInASCII(with: start) ?? (prefix(start.count).lowercased() == start)
    }

    /// Nil where a letter beyond ASCII has a say in it.
    private func beginsInASCII(with start: String) -> Bool? {
        withBytes { text in
            start.withBytes { start in
                for (index, byte) in start.enumerated() {
                    guard index < text.count else { return false }
                    guard byte < 0x80, text[index] < 0x80 else { return nil }
                    let isCapital = (0x41...0x5A).contains(text[index])
                    if (isCapital ? text[index] | 0x20 : text[index]) != byte { return false }
                }
                return start.count == text.count || text[start.count] < 0x80 ? true : nil
            }
        }
    }

    fileprivate func before(_ part: String) -> String {
        ranges(of: part).first.map { String(self[..<$0.lowerBound]) } ?? self
    }
}
