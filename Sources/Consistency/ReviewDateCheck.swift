import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// A promise to look again after a while that no date in the document keeps.
enum ReviewDateCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let dates = document.dates
        let planned = [dates.followUp, dates.nextReview].compactMap { $0?.date }
        let starts = [dates.incident, dates.meeting].compactMap { $0?.date } + dates.signOffs.map(\.date)
        return openFields(document)
            + document.passages(kinds: ["improvement", "meeting"]).compactMap { passage in
                guard !isDone(passage, document), !isPlaceholder(passage, document),
                    let promise = Promise(passage),
                    !passage.words.indices.contains(where: { SpokenDate(passage.words[$0...]) != nil })
                else { return nil }
                let isKept = planned.contains { date in
                    starts.contains {
                        abs($0.adding(days: promise.days).dayNumber - date.dayNumber) <= promise.slack
                    }
                }
                return isKept ? nil : finding(promise, dates, document)
            }
    }

    /// The next review and the follow-up meeting, put off to some day.
    private static func openFields(_ document: CheckedDocument) -> [Finding] {
        [QuestionID("footer", "next-review"), QuestionID("meeting", "follow-up")].compactMap { id in
            let reading = document.postmortem.reading(id)
            guard reading.state == .answered, case .text(let text)? = reading.content,
                let place = reading.place
            else { return nil }
            let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
            guard someDay.stand(in: words) || words.first.map({ conditions.contains($0.key) }) == true,
                !words.indices.contains(where: { SpokenDate(words[$0...]) != nil })
            else {
                return nil
            }
            return CheckID.reviewDate.finding(
                at: place, "\"\(text)\" promises a look back that has no date.",
                ask: "On which day will somebody look, and who?", settle: [Suggestion("Add the date.")])
        }
    }

    /// `once the season is over, to review the actions`
    private static let conditions: WordSet = ["once", "when", "after", "as"]

    private static let someDay: ProsePhrases = [
        "soon", "later", "some day", "to be scheduled", "to be agreed", "to be decided", "to be set",
        "to be announced", "to be planned", "when all", "once all", "after all", "when the actions",
        "once the actions", "as needed", "when needed", "next month", "next week", "next quarter",
        "next year", "in due course", "in a month", "in a few weeks", "in some weeks", "after the holidays",
    ]

    /// A box that is ticked promises nothing any more, and the guide's own items promise nothing yet.
    private static func isDone(_ passage: Passage, _ document: CheckedDocument) -> Bool {
        var block: Block? = document.document.parent(of: passage.block)
        while let item = block, item.kind != .listItem { block = document.document.parent(of: item) }
        return block?.taskBox.map { document.document.bytes[$0] != 0x20 } ?? false
    }

    private static func isPlaceholder(_ passage: Passage, _ document: CheckedDocument) -> Bool {
        guard let section = document.guide[section: passage.section], let question = section.questions.first
        else { return false }
        guard case .checklist = section.form.shape(of: question.field) else { return false }
        return document.postmortem.reading(QuestionID(section.id, question.field.id)).state == .open
    }

    private static func finding(_ promise: Promise, _ dates: Dates, _ document: CheckedDocument) -> Finding {
        let follow =
            dates.followUp.map {
                " The follow-up meeting is on \($0.date) (line \(document.line($0.range)))."
            } ?? ""
        let start = dates.meeting?.date ?? dates.incident?.date
        let proposal = start.map { ", such as \($0.adding(days: promise.days))" } ?? ""
        return CheckID.reviewDate.finding(
            at: promise.range,
            "\"\(document.quoted(promise.range))\" promises a look back that has no date.\(follow)",
            ask: "On which day will somebody look, and who?", settle: [Suggestion("Add the date\(proposal).")]
        )
    }
}

/// `reviewed at 1 week`, `after one month`, `a 30-day review`
private struct Promise {
    var days: Int
    var slack: Int
    var range: Range<Int>

    init?(_ passage: Passage) {
        let words = passage.words
        guard
            Stems(words[...]).has(Self.looks)
        else { return nil }
        for index in words.indices {
            guard let count = Self.count(words[index...]), let range = words.bytes else { continue }
            (days, slack) = count
            self.range = range
            return
        }
        let isSoon = words.last.map { $0.text == "soon" || $0.text == "later" } == true
        let isPutOff =
            Self.someTime.stand(in: words) && (passage.kind == "improvement" || words.has(Self.ahead))
        guard isSoon || isPutOff, let range = words.bytes else { return nil }
        (days, slack, self.range) = (isSoon ? 30 : 90, 0, range)
    }

    /// A time of the year, or of the work, and no day.
    private static let someTime: ProsePhrases = [
        "in the spring", "in the summer", "in the autumn", "in the fall", "in the winter", "in spring",
        "in summer",
        "in autumn", "in winter", "after the holidays", "after the summer", "after the winter",
        "after the season",
        "once the season", "next year", "next quarter", "next season", "next month", "yearly review",
        "annual review",
        "quarterly review", "some time", "at some point", "in due course", "when time allows", "as needed",
        "when everything is done", "once everything is done", "once all actions", "when all actions",
    ]
    /// What shows that somebody is going to look.
    private static let ahead: WordSet = [
        "another", "again", "further", "promised", "agreed", "will", "next", "plan", "planned", "to",
    ]

    private static let looks: WordSet = [
        "review", "look", "check", "revisit", "follow", "meet", "meeting", "evaluat", "assess",
    ]

    private static func count(_ words: ArraySlice<ProseWord>) -> (Int, Int)? {
        guard let first = words.first, first.isNumber || numberWords.contains(first.key) else { return nil }
        let texts = words.prefix(3).map(\.text).filter { $0 != "-" }
        if words.prefix(3).map(\.text) == ["half", "a", "year"] { return (182, 20) }
        guard texts.count >= 2, let number = number(texts[0]) else { return nil }
        switch texts[1] {
        case "week", "weeks": return (7 * number, max(3, 2 * number))
        case "month", "months": return (30 * number, 10)
        case "day", "days": return number >= 5 ? (number, max(2, number / 4)) : nil
        case "quarter": return (91, 14)
        case "year", "years": return (365 * number, 30)
        default: return nil
        }
    }

    private static func number(_ word: WordText) -> Int? {
        if let number = Int(word.description) { return (1...400).contains(number) ? number : nil }
        return numbers[word.description]
    }

    private static let numbers = ["a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6]
    private static let numberWords = WordSet(numbers.keys).union(["half", "-"])
}
