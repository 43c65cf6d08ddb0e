import DisplayText
import Forms
import Guides

/// What was most likely typed or pasted for another place is asked about once; the same again is meant.
extension InterviewSession {
    /// Why an entry is asked about before its dialog takes it; nil for nearly all.
    func doubt(about entry: Entry) -> String? {
        guard !isPiped, aside == nil, doubted != entry.text, let current else { return nil }
        if let glued = gluedTo(entry.text) {
            let seam = "\(glued.before.suffix(20))\(glued.behind.prefix(20))"
            return
                "'…\(seam)…' has no blank between what stood on the line and what was typed. Enter again takes it as it is; Ctrl-U empties the line."
        }
        guard !dialog.isMidPart else { return nil }
        if saysNone(entry) {
            let reason = entry.text.trimmed
            return
                "':na \(reason)' records that there is none. The same again is taken as it is."
        }
        if entry.isBlock || entry.lines.count > 2, looksLikeTimeline(entry), !takesTimedLines(current) {
            return
                "These look like rows of the timeline, which ':goto timeline' opens. Enter again takes them here."
        }
        guard Self.isKey(entry) || Self.isNumberAlone(entry) && takesProse(current), !(dialog is TableDialog),
            !(dialog is ChecklistDialog)
        else { return nil }
        let part = dialog.prompt(dialogContext())
        guard part.choices.isEmpty, part.lead.isEmpty, part.prefill.isEmpty else { return nil }
        return "'\(entry.text.trimmed)' is a key of other questions. The same again is taken as it is."
    }

    /// The entry comes back with what there is to ask about it.
    mutating func ask(about entry: Entry, _ problem: String) -> [InterviewOutput] {
        doubted = entry.text
        returned = entry.isBlock || entry.lines.count > 1 || gluedTo(entry.text) != nil ? entry.text : ""
        return [.tell(StyledText(problem, .problem))] + ask()
    }

    /// Words typed without looking behind an answer that stood on the line: they begin with a capital, or with a letter
    /// behind a figure, as a misspelt command does, or are the key of another question behind a sentence's end. A word that goes on
    /// in small letters is mended.
    func gluedTo(_ text: String) -> (before: Substring, behind: Substring)? {
        guard let standing, !standing.prefill.isEmpty, text.hasPrefix(standing.prefill) else { return nil }
        let (before, behind) = (text.prefix(standing.prefill.count), text.dropFirst(standing.prefill.count))
        guard let last = before.last, let first = behind.first else { return nil }
        if first == ":", case .unknownCommand(_, let near) = TypedLine(String(behind)), !near.isEmpty {
            return (before, behind)
        }
        if ".!?".contains(last), Self.isKey(String(behind)) { return (before, behind) }
        guard last.isLetter || last.isNumber, behind.contains(" ") else { return nil }
        // Behind a line that came back nothing is mended by a time or a sign.
        if standing.isReturned, first.isNumber || "+~[(".contains(first) { return (before, behind) }
        let beginsAnew = first.isUppercase && !last.isUppercase || first.isLetter && last.isNumber
        return beginsAnew ? (before, behind) : nil
    }

    /// `none known`, where rows or items are asked for and none is there yet.
    private func saysNone(_ entry: Entry) -> Bool {
        guard dialog is TableDialog || dialog is ListDialog, let current, isOpen(current), !entry.isBlock,
            let first = entry.text.lowercased().split(whereSeparator: { " ,.;:|".contains($0) }).first
        else { return false }
        let words = entry.text.split(separator: " ").count
        return !entry.text.contains("|")
            && (first == "none" || words == 1 && ["n/a", "nothing", "na"].contains(first))
    }

    private static func isKey(_ entry: Entry) -> Bool { !entry.isBlock && isKey(entry.text.trimmed) }

    private static func isKey(_ text: String) -> Bool {
        ["n", "y", "q", "e", "k", "p", "g", "l", "d", "a"].contains(text)
    }

    private static func isNumberAlone(_ entry: Entry) -> Bool {
        !entry.isBlock && entry.text.trimmed.count == 1 && entry.text.trimmed.allSatisfy(\.isNumber)
    }

    private func takesProse(_ id: QuestionID) -> Bool {
        guard let field = guide[id]?.field, case .prose? = guide[section: id.section]?.form.shape(of: field)
        else { return false }
        return true
    }

    private func looksLikeTimeline(_ entry: Entry) -> Bool {
        guard guide.captures.timeline != nil, entry.lines.count > 2 else { return false }
        return entry.lines.allSatisfy { TimedWords($0).map { $0.isClockTime && !$0.words.isEmpty } ?? false }
    }

    /// Logs and messages begin with their times as well.
    private func takesTimedLines(_ id: QuestionID) -> Bool {
        guard let section = guide[section: id.section], let question = guide[id] else { return true }
        if section.kind == "timeline" || (section.form as? ListForm)?.keyKind == .moment { return true }
        switch section.form.shape(of: question.field) {
        case .code, .prose: return true
        case .line: return [.date, .time, .choice].contains(question.kind)
        case .table(let columns): return columns.contains { $0.kind == .moment }
        default: return false
        }
    }
}
