import Forms
import Guides

extension Postmortem {
    /// The question that reads what stands in this one's place. Phases without a heading of their own share the one
    /// table below the section's heading, which the first of them reads; any other question is its own holder, and so is
    /// a phase where that table cannot be taken apart.
    package func holder(of id: QuestionID) -> QuestionID {
        guard let place = sharedPlace(of: id) else { return id }
        let others = guide[section: id.section]?.questions.map { QuestionID(id.section, $0.field.id) } ?? []
        return others.first { other in
            let reading = reading(other)
            guard case .table? = reading.content else { return false }
            return reading.place.map { place.overlaps($0) } == true
        } ?? id
    }

    /// Where a phase has no heading, and what stands below the section's own is for all of them.
    private func sharedPlace(of id: QuestionID) -> Range<Int>? {
        let shared = reading(id)
        guard shared.state == .answered, shared.content == nil,
            guide[section: id.section]?.form is PhasedTablesForm
        else { return nil }
        return shared.place
    }

    /// The first lines of what stands beside an answer and is no part of it.
    package func beside(_ id: QuestionID) -> [String] {
        if let place = sharedPlace(of: id) {
            return document.text(place).split(whereSeparator: \.isNewline).map(String.init)
                .filter { !$0.allSatisfy(\.isWhitespace) }
        }
        guard let section = guide[section: id.section], let form = section.form as? CodeBlockForm,
            let field = guide[id]?.field, let place = place(of: section)
        else { return [] }
        return form.beside(field, in: place)
    }
}
