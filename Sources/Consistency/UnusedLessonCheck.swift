import Diagnostics
import IncidentTime
import LosslessMarkdown

/// A related incident whose lesson was not applied, in a document in which nothing asks how that came about.
enum UnusedLessonCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let story = document.passages(kinds: [
            "lessons", "actions", "wrong", "whys", "factors", "prevention", "meeting",
        ])
        let rows = openRows(in: document)
        guard !rows.isEmpty else { return [] }
        let unnamed = rows.filter { !names($0.id.value, in: story, document) }
        guard !unnamed.isEmpty else { return [] }
        let asked = answered(by: generalAsks(in: story, document), rows)
        return unnamed.filter { !asked.contains($0.cell.content) }.map { finding($0.cell, $0.id, document) }
    }

    /// A related incident of which a lesson was not applied, or only in part.
    private struct OpenRow {
        var cell: TableCell
        var id: TableCell
        var words: SubjectWords
    }

    private static func openRows(in document: CheckedDocument) -> [OpenRow] {
        document.tables.tables(kind: "related").flatMap { placed -> [OpenRow] in
            guard let column = placed.column(columns) else { return [] }
            return placed.table.rows.compactMap { row in
                guard let cell = placed.cell(row, column), isOpen(cell.value), let id = row.cells.first else {
                    return nil
                }
                let told = row.cells.filter { $0.content != cell.content && $0.content != id.content }
                return OpenRow(
                    cell: cell, id: id, words: SubjectWords(told.map(\.value).joined(separator: " ")))
            }
        }
    }

    private static let columns = [
        "lessons applied?", "lessons applied", "applied?", "applied", "lesson applied?", "learned?",
        "learnt?",
        "learned from it?", "learnt from it?", "learned from", "learnt from",
    ]

    /// What is asked about an earlier promise without the number of the incident that it was made after.
    private static func generalAsks(in story: [Passage], _ document: CheckedDocument) -> [SubjectWords] {
        let ids = Set(
            document.tables.tables(kind: "related").flatMap { placed in
                placed.table.rows.compactMap { $0.cells.first.map { bare($0.value) } }
            })
        return story.filter(asksAboutEarlier).filter { passage in
            let words = document.document.text(passage.range).split {
                !$0.isLetter && !$0.isNumber && $0 != "-"
            }
            return !words.contains { ids.contains(String($0)) }
        }.map { SubjectWords($0.words) }
    }

    /// The rows that the asking is about: those it shares words with, else all of them.
    private static func answered(by asks: [SubjectWords], _ rows: [OpenRow]) -> Set<Range<Int>> {
        asks.reduce(into: []) { found, ask in
            let near = rows.filter { $0.words.shared(with: ask) > 0 }
            found.formUnion((near.isEmpty ? rows : near).map(\.cell.content))
        }
    }

    private static func bare(_ id: String) -> String {
        String(id.filter { !"[]*`".contains($0) }.prefix { $0 != "(" }).trimmedText
    }

    private static func isOpen(_ value: String) -> Bool {
        let lower = value.lowercased()
        guard placeholder(in: value) == nil, !lower.holds("/") else { return false }
        if openMarks.contains(where: lower.holds) { return true }
        let words = lower.words().map { WordKey($0) }
        if words.contains(where: inPart.contains) { return true }
        guard let first = words.first, !yes.contains(first), !lower.holds("✅") else { return false }
        return words.contains(where: denials.contains) && !settled.contains(where: lower.holds)
    }

    private static let openMarks = ["❌", "🚫", "✘", "✗", "⚠", "in part", "not yet"]
    private static let inPart: WordSet = ["partial", "partially", "partly", "half", "pending"]
    private static let denials: WordSet = ["no", "not", "never", "n"]
    private static let yes: WordSet = ["yes", "applied", "fully", "y"]
    private static let settled = ["not applicable", "not known", "no lesson"]

    /// Whether the incident's number stands anywhere in the story.
    private static func names(_ id: String, in story: [Passage], _ document: CheckedDocument) -> Bool {
        let bare = bare(id)
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
        switch word.text.firstByte {
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
