import Forms
import Guides

extension Postmortem {
    /// The question that reads what stands in this one's place. Phases without a heading of their own share the one
    /// table below the section's heading, which the first of them reads; any other question is its own holder.
    package func holder(of id: QuestionID) -> QuestionID {
        let shared = reading(id)
        guard shared.state == .answered, shared.content == nil, let place = shared.place,
            let section = guide[section: id.section], section.form is PhasedTablesForm
        else { return id }
        let others = section.questions.map { QuestionID(section.id, $0.field.id) }
        return others.first { other in
            let reading = reading(other)
            return reading.content != nil && reading.place.map { place.overlaps($0) } == true
        } ?? id
    }

    /// The first lines of what stands beside an answer and is no part of it.
    package func beside(_ id: QuestionID) -> [String] {
        guard let section = guide[section: id.section], let form = section.form as? CodeBlockForm,
            let field = guide[id]?.field, let place = place(of: section)
        else { return [] }
        return form.beside(field, in: place)
    }
}
