import Diagnostics
import IncidentTime
import LosslessMarkdown

/// A related incident whose lesson was not applied, in a document in which nothing asks how that came about.
enum UnusedLessonCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let story = document.passages(kinds: [
            "lessons", "actions", "wrong", "whys", "factors", "prevention", "meeting",
        ])
        var asksAtAll: Bool?
        return document.tables.tables(kind: "related").flatMap { placed -> [Finding] in
            guard
                let column = placed.column([
                    "lessons applied?", "lessons applied", "applied?", "applied", "lesson applied?",
                    "learned?", "learnt?", "learned from it?", "learnt from it?", "learned from",
                    "learnt from",
                ])
            else { return [] }
            return placed.table.rows.compactMap { row in
                guard let cell = placed.cell(row, column), isOpen(cell.value), let id = row.cells.first else {
                    return nil
                }
                let isAsked = asksAtAll ?? story.contains { asksAboutEarlier($0) }
                asksAtAll = isAsked
                guard !isAsked, !names(id.value, in: story, document) else { return nil }
                return finding(cell, id, document)
            }
        }
    }

    private static func isOpen(_ value: String) -> Bool {
        let lower = value.lowercased()
        guard placeholder(in: value) == nil, !lower.holds("/") else { return false }
        return lower.holds("no") && !lower.holds("not applicable") && !lower.holds("known")
            && !lower.holds("none") || lower.holds("partial") || lower.holds("in part")
            || lower.holds("partly") || lower.holds("❌") || lower.holds("🚫") || lower.holds("✘")
            || lower.holds("✗")
            || lower.holds("⚠") || lower.holds("not yet") || lower.holds("pending")
    }

    /// Whether the incident's number stands anywhere in the story.
    private static func names(_ id: String, in story: [Passage], _ document: CheckedDocument) -> Bool {
        let bare = id.filter { !"[]*`".contains($0) }.prefix { $0 != "(" }
        return bare.count > 3 && story.contains { holds(document.document.bytes[$0.range], Array(bare.utf8)) }
    }

    private static func holds(_ text: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
        var rest = text
        while let start = rest.firstIndex(of: part[0]) {
            rest = rest[start...]
            if rest.starts(with: part) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// Words about an earlier promise.
    private static func asksAboutEarlier(_ passage: Passage) -> Bool {
        guard passage.words.contains(where: mayAsk) else { return false }
        let stems = Stems(passage.words[...])
        return stems.has(earlier) && stems.has(promises) || stems.has(repeats) && stems.has(incidents)
            || stems.has(lessons) && stems.has(applied)
    }

    /// Few passages have any of these words, and the others need no closer look.
    private static func mayAsk(_ word: ProseWord) -> Bool {
        switch word.text.utf8.first {
        case UInt8(ascii: "e"): word.text.hasPrefix("earl")
        case UInt8(ascii: "l"): word.text.hasPrefix("last") || word.text.hasPrefix("less")
        case UInt8(ascii: "p"): word.text.hasPrefix("prev")
        case UInt8(ascii: "r"): word.text.hasPrefix("repe")
        default: false
        }
    }

    private static let earlier: WordSet = ["earlier", "previous", "last"]
    private static let promises: WordSet = ["incident", "postmortem", "lesson", "promis"]
    private static let repeats: WordSet = ["repeat"]
    private static let incidents: WordSet = ["incident"]
    private static let lessons: WordSet = ["lesson"]
    private static let applied: WordSet = ["appli", "applied", "unapplied", "forgotten", "kept"]

    private static func finding(_ cell: TableCell, _ id: TableCell, _ document: CheckedDocument) -> Finding {
        CheckID.unusedLesson.finding(
            at: cell.content,
            "The lesson of \(id.value) was not applied, or only in part, and no lesson or action asks how that came about.",
            ask: "What outranked it then, and what would carry it this time?",
            settle: [Suggestion("Add a lesson or an action that names \(id.value).")])
    }
}
