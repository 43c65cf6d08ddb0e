import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// Places that follow from an answer. They are brought up to date while they are empty or hold what was worked out
/// before; what a person wrote in their place stays.
extension Postmortem {
    func workingOut(_ id: QuestionID, from before: Postmortem) -> Postmortem {
        withDurations(id, from: before).withFirstWhy(id, from: before).withDrawings(id, from: before)
    }

    /// What was worked out between two states of a document.
    package func workedOut(since before: Postmortem) -> [(QuestionID, String)] {
        guide.questionIDs.compactMap { id in
            guard guide[id]?.computed != nil, case .text(let text)? = reading(id).content,
                before.reading(id).content != .text(text)
            else { return nil }
            return (id, text)
        }
    }

    /// Rows with their running numbers and changes filled in, where an answers file leaves them out.
    func workingOutRows(of content: FormContent, for id: QuestionID) -> FormContent {
        guard case .table(let rows) = content, let section = guide[section: id.section],
            let field = guide[id]?.field,
            case .table(let columns) = section.form.shape(of: field)
        else { return content }
        let (numbers, isNumbered) = numbers(in: id.section)
        var number = numbers.max() ?? 0
        return .table(
            rows.map { row in
                let numbered = row.numbered(isNumbered ? number + 1 : nil, columns)
                if numbered != row { number += 1 }
                return numbered.workedOut(columns)
            })
    }

    // MARK: durations

    private func withDurations(_ id: QuestionID, from before: Postmortem) -> Postmortem {
        guard let section = guide[section: id.section] else { return self }
        return section.questions.reduce(self) { postmortem, question in
            guard case .duration(let from, let to)? = question.computed,
                [from, to].contains(id.question) || guide[id]?.kind == .date
            else { return postmortem }
            let target = QuestionID(section.id, question.field.id)
            let old = before.duration(section.id, from, to).map { FormContent.text($0) }
            let present = before.reading(target).content
            let new = postmortem.duration(section.id, from, to).map { FormContent.text($0) }
            guard present == nil || present == old, new != postmortem.reading(target).content else {
                return postmortem
            }
            return postmortem.editing(target, to: new) ?? postmortem
        }
    }

    private func duration(_ section: String, _ from: String, _ to: String) -> String? {
        guard let start = text(QuestionID(section, from)), let end = text(QuestionID(section, to)) else {
            return nil
        }
        return TimeSpan.between(start, end, on: incidentDate)?.spoken
    }

    // MARK: the problem statement

    /// The first question of the whys quotes the problem.
    private func withFirstWhy(_ id: QuestionID, from before: Postmortem) -> Postmortem {
        guard id.question == "problem", let form = guide[section: id.section]?.form as? FiveWhysForm,
            let chain = form.phrasing.chains.first?.id, let old = before.text(id), let new = text(id)
        else { return self }
        let target = QuestionID(id.section, "chain")
        guard case .whys(var forest)? = reading(target).content,
            let index = forest.chains.firstIndex(where: { $0.id == chain }),
            forest.chains[index].step?.question == form.phrasing.question(after: old)
        else { return self }
        forest.chains[index].step?.question = form.phrasing.question(after: new)
        return editing(target, to: .whys(forest)) ?? self
    }

    /// A fishbone points at the effect that another question holds.
    private func withDrawings(_ id: QuestionID, from before: Postmortem) -> Postmortem {
        guide.sections.reduce(self) { postmortem, section in
            guard let form = section.form as? FishboneForm, QuestionID(form.effect) == id,
                let field = section.questions.first?.field, let place = postmortem.place(of: section)
            else { return postmortem }
            let edits = form.redrawing(
                field, from: before.text(id) ?? "", to: postmortem.text(id) ?? "", in: place)
            return edits.isEmpty ? postmortem : postmortem.rebased(on: postmortem.document.applying(edits))
        }
    }

    private func text(_ id: QuestionID) -> String? {
        if case .text(let text)? = reading(id).content { text } else { nil }
    }
}
