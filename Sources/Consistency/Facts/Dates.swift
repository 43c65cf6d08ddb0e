import Forms
import Guides
import IncidentTime
import LosslessMarkdown
import Postmortems

/// A day that the document names, with its place and its name in a sentence.
struct PlacedDate: Sendable {
    var date: CalendarDate
    var range: Range<Int>
    var name: String
}

/// The days around an incident.
struct Dates: Sendable {
    var incident: PlacedDate?
    var meeting: PlacedDate?
    var followUp: PlacedDate?
    var updated: PlacedDate?
    var nextReview: PlacedDate?
    var signOffs: [PlacedDate] = []
    var related: [PlacedDate] = []

    init(_ postmortem: Postmortem, passages: [Passage], tables: TableReader, date: CalendarDate?) {
        let guide = postmortem.guide
        if let date {
            let field = guide.questionIDs.first {
                guide[$0]?.kind == .date && guide[section: $0.section]?.kind == "summary"
            }
            let range = field.flatMap { postmortem.reading($0).place }
            incident = PlacedDate(date: date, range: range ?? 0..<0, name: "the incident")
        }
        let field = { (section: String, question: String, name: String) -> PlacedDate? in
            postmortem.reading(QuestionID(section, question)).place.flatMap { place in
                Self.dated(in: place, passages, name)
            }
        }
        meeting = field("meeting", "date", "the meeting")
        followUp = field("meeting", "follow-up", "the follow-up meeting")
        updated = field("footer", "updated", "the last update")
        nextReview = field("footer", "next-review", "the next review")
        read(tables)
    }

    /// The first day that the words of a place name.
    private static func dated(in place: Range<Int>, _ passages: [Passage], _ name: String) -> PlacedDate? {
        guard
            let passage = passages.first(where: {
                $0.range.lowerBound <= place.lowerBound && place.upperBound <= $0.range.upperBound
            })
        else { return nil }
        let words = passage.words.filter { place.contains($0.range.lowerBound) }
        for index in words.indices {
            guard let read = SpokenDate(words[index...]),
                let range = words[index..<(index + read.count)].bytes
            else { continue }
            return PlacedDate(date: read.date, range: range, name: name)
        }
        return nil
    }

    private mutating func read(_ tables: TableReader) {
        for placed in tables.tables {
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
