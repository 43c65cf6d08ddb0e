import Forms
import Guides
import LosslessMarkdown

extension Postmortem {
    /// The guide's columns that the document's table has no place for; none where that is in a form of its own.
    package func missingColumns(of id: QuestionID) -> Set<Int> {
        guard let section = guide[section: id.section], let question = guide[id],
            case .table(let columns) = section.form.shape(of: question.field),
            let place = reading(id).place, let block = document.blocks(of: .table, in: place).first,
            let table = document.table(block)
        else { return [] }
        let places = columns.places(among: table.header.map { HeadingName($0.value) })
        guard zip(places, columns).contains(where: { $0 != nil && $1.computed == nil }) else { return [] }
        return Set(columns.indices.filter { places[$0] == nil })
    }
}
