import LosslessMarkdown

/// *Not applicable* with nothing that says why: `n/a`, `n. a.`, `Not applicable here`, `N/A: none`.
enum BareReason {
    /// Few answers begin as these do, so that few need a closer look.
    static func isAll(of text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 > 0x20 && $0 != 0x2A && $0 != 0x5F }),
            first >= 0x80 || [0x6E, 0x64, 0x69].contains(first | 0x20)
        else { return false }
        let words = words(of: text)
        guard let mark = marks.first(where: { words.starts(with: $0) }) else { return false }
        return words.dropFirst(mark.count).allSatisfy(isFiller)
    }

    /// Whether the words behind *not applicable* give no reason.
    static func says(nothing reason: String) -> Bool { words(of: reason).allSatisfy(isFiller) }

    private static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    /// In small letters; `n/a`, `n.a.` and `n. a.` are two each.
    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
    }

    private static let marks = [
        ["n", "a"], ["na"], ["not", "applicable"], ["does", "not", "apply"], ["doesn't", "apply"],
        ["not", "relevant"], ["irrelevant"], ["not", "needed"], ["not", "required"],
    ]
    private static let fillers: Set<String> = [
        "here", "in", "this", "that", "case", "for", "to", "the", "incident", "us", "at", "all", "n", "a",
        "na",
        "not", "applicable", "none", "reason", "currently", "time", "moment", "present", "section", "now",
        "really", "so", "far", "it", "is", "no", "nothing", "tbd", "todo",
    ]
}
