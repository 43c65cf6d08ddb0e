import Diagnostics
import Forms
import Guides
import IncidentTime

/// A date or a time that no calendar and no clock has, where one is asked for.
enum ImpossibleTimeCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        (fields(in: document) + cells(in: document) + sentences(in: document)).compactMap { text, range in
            guard let impossible = ImpossibleMoment.first(in: text) else { return nil }
            return CheckID.impossibleTime.finding(
                at: range, "\"\(impossible)\" is on no calendar and no clock.", ask: "When was it?",
                settle: [Suggestion("Write a day such as 2026-03-02 and a time such as 14:32.")])
        }
    }

    private static func fields(in document: CheckedDocument) -> [(String, Range<Int>)] {
        document.guide.sections.flatMap { section in
            section.questions.filter { [.date, .time, .moment].contains($0.kind) }.compactMap { question in
                guard let text = document.text(section.id, question.field.id),
                    let range = document.place(section.id, question.field.id)
                else { return nil }
                return (text, range)
            }
        }
    }

    /// A time that a small word or a zone beside it shows to be meant as one, and the one that a message begins with:
    /// timetables may well count on past midnight.
    private static func sentences(in document: CheckedDocument) -> [(String, Range<Int>)] {
        document.passages.filter { $0.holdsNumber && $0.block.kind != .tableCell }.flatMap { passage in
            passage.words.indices.compactMap { index in
                let word = passage.words[index]
                guard word.isNumber, word.text.count == 5, word.text[2] == 0x3A,
                    ImpossibleMoment.first(in: word.text.description) != nil,
                    index == 0 && passage.kind == "communication" || isMeant(passage.words, index)
                else { return nil }
                return (word.text.description, word.range)
            }
        }
    }

    private static func isMeant(_ words: [ProseWord], _ index: Int) -> Bool {
        let next = index + 1 < words.count ? words[index + 1] : nil
        if let next, next.isUppercase, ZoneNames.isKnown(next.text.description) { return true }
        return index > 0 && openers.contains(words[index - 1].key)
    }

    private static let openers: WordSet = ["at", "by", "until", "till", "since"]

    /// Due dates are looked at with their actions.
    private static func cells(in document: CheckedDocument) -> [(String, Range<Int>)] {
        document.tables.tables.filter { $0.guided.kind != "actions" }.flatMap { placed in
            guard let question = placed.question ?? placed.guided.questions.first,
                case .table(let columns) = placed.guided.form.shape(of: question.field)
            else { return [(String, Range<Int>)]() }
            let timed = columns.indices.filter { [.date, .time, .moment].contains(columns[$0].kind) }
            guard !timed.isEmpty else { return [] }
            let places = columns.places(among: placed.table.header.map { HeadingName($0.value) })
            return placed.table.rows.flatMap { row in
                timed.compactMap { column in
                    placed.cell(row, places[column]).map { ($0.value, $0.content) }
                }
            }
        }
    }
}
