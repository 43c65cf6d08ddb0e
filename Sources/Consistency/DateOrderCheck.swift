import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// Dates that cannot follow each other: a meeting before the incident, a signature before the meeting.
enum DateOrderCheck: Check {
    /// A day that the document names, with its place and its name in a sentence.
    struct Dated {
        var date: CalendarDate
        var range: Range<Int>
        var name: String
    }

    static func findings(in document: CheckedDocument) -> [Finding] {
        let dates = Dates(document)
        var found: [Finding] = []
        let add = { (later: Dated?, earlier: Dated?, isQuiet: Bool) in
            guard let later, let earlier, later.date < earlier.date else { return }
            found.append(finding(later, earlier, document, isQuiet))
        }
        if let incident = dates.incident {
            for later in [dates.meeting, dates.followUp, dates.updated, dates.nextReview]
                + dates.signOffs.map(Optional.some)
            {
                add(later, incident, false)
            }
            for related in dates.related { add(incident, related, false) }
        }
        add(dates.followUp, dates.meeting, false)
        for signed in dates.signOffs where signed.date >= dates.incident?.date ?? signed.date {
            add(signed, dates.meeting, false)
        }
        add(dates.nextReview, dates.updated, false)
        add(dates.nextReview, dates.meeting, false)
        add(dates.updated, dates.meeting, true)
        return unique(found + ahead(dates, document))
    }

    /// A signature or a change that lies ahead of today.
    private static func ahead(_ dates: Dates, _ document: CheckedDocument) -> [Finding] {
        guard let today = document.today else { return [] }
        return (dates.signOffs + [dates.updated].compactMap { $0 }).filter { $0.date > today }.map { dated in
            CheckID.dateOrder.finding(
                at: dated.range,
                "\(dated.name.prefix(1).uppercased() + dated.name.dropFirst()) is dated \(dated.date), which is still to come.",
                ask: "Has it taken place?",
                settle: [Suggestion("Correct the date, or leave it open until that day.")], quietly: true)
        }
    }

    /// One finding a place: the first says enough.
    private static func unique(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Range<Int>> = []
        return findings.filter { seen.insert($0.span.range).inserted }
    }

    private static func finding(
        _ later: Dated, _ earlier: Dated, _ document: CheckedDocument, _ isQuiet: Bool
    ) -> Finding {
        CheckID.dateOrder.finding(
            at: later.range,
            "\(later.name.prefix(1).uppercased() + later.name.dropFirst()) is dated \(later.date), before \(earlier.name) on \(earlier.date) (line \(document.line(earlier.range))).",
            ask: "Which of the two dates is another one?",
            settle: [Suggestion("Correct the date that is off.")], quietly: isQuiet)
    }
}

/// The days around an incident.
struct Dates {
    var incident: DateOrderCheck.Dated?
    var meeting: DateOrderCheck.Dated?
    var followUp: DateOrderCheck.Dated?
    var updated: DateOrderCheck.Dated?
    var nextReview: DateOrderCheck.Dated?
    var signOffs: [DateOrderCheck.Dated] = []
    var related: [DateOrderCheck.Dated] = []

    private let document: CheckedDocument

    init(_ document: CheckedDocument) {
        self.document = document
        if let date = document.clock.date {
            let field = document.guide.questionIDs.first {
                document.guide[$0]?.kind == .date && document.guide[section: $0.section]?.kind == "summary"
            }
            let range = field.flatMap { document.place($0.section, $0.question) }
            incident = DateOrderCheck.Dated(date: date, range: range ?? 0..<0, name: "the incident")
        }
        meeting = field("meeting", "date", "the meeting")
        followUp = field("meeting", "follow-up", "the follow-up meeting")
        updated = field("footer", "updated", "the last update")
        nextReview = field("footer", "next-review", "the next review")
        readTables()
    }

    private func field(_ section: String, _ question: String, _ name: String) -> DateOrderCheck.Dated? {
        guard let place = document.place(section, question) else { return nil }
        return dated(in: place, name)
    }

    private func dated(in range: Range<Int>, _ name: String) -> DateOrderCheck.Dated? {
        let words = document.words(in: range)
        for index in words.indices {
            guard let read = SpokenDate(words[index...]),
                let range = words[index..<(index + read.count)].bytes
            else { continue }
            return DateOrderCheck.Dated(date: read.date, range: range, name: name)
        }
        return nil
    }

    private mutating func readTables() {
        for placed in TableReader(document.postmortem).tables {
            guard let column = placed.column(["date", "signed", "when"]) else { continue }
            let role = placed.column(["role", "name", "who"])
            for row in placed.table.rows {
                guard let cell = placed.cell(row, column),
                    let date = CalendarDate.parse(cell.value, today: nil)
                else { continue }
                let name = placed.cell(row, role)?.value ?? ""
                if placed.guided.id == "sign-off" {
                    signOffs.append(
                        .init(
                            date: date, range: cell.content,
                            name: name.isEmpty ? "a signature" : "the signature of \(name)"))
                } else if placed.guided.kind == "related" {
                    let id = placed.cell(row, 0)?.value ?? ""
                    related.append(.init(date: date, range: cell.content, name: "the related incident \(id)"))
                }
            }
        }
    }
}
