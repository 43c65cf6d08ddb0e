import Forms
import Guides
import Postmortems

/// Tables that hold what was noted in passing count as answered in the document, and are still to be gone through. What an
/// earlier session knew of them is told from the document.
extension InterviewSession {
    /// Actions of which nothing but the words and a date is told were noted in passing in an earlier session: their tables
    /// are still to be gone through.
    mutating func keepUnowned() {
        guard !isPiped, let section = guide.captures.action else { return }
        for table in actionTables {
            let id = postmortem.holder(of: QuestionID(section, table.field.id))
            guard let columns = columns(of: id), case .table(let rows)? = postmortem.reading(id).content
            else { continue }
            let told = columns.indices.filter { columns[$0].kind == .person || columns[$0].kind == .choice }
            let unowned = rows.filter { row in
                told.allSatisfy {
                    $0 < row.cells.count && ["-", columns[$0].initial].contains(row.cells[$0])
                }
            }
            for row in unowned { keepForCoaching(row, in: id) }
            if !unowned.isEmpty { begunElsewhere.insert(id) }
        }
    }

    /// Where an essential question before them is open, the tables of captures hold what was noted in passing, and are still
    /// to be gone through.
    mutating func keepBegunElsewhere(before open: QuestionID?) {
        guard !isPiped, let open, guide[open]?.isEssential == true else { return }
        let sections = [guide.captures.timeline, guide.captures.action].compactMap { $0 }
        let ahead = route.questions.filter { id in
            sections.contains(id.section) && route.stop(of: id) ?? 0 > route.stop(of: open) ?? 0
        }
        begunElsewhere.formUnion(
            ahead.filter { if case .table? = postmortem.reading($0).content { true } else { false } })
    }
}
