import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// What became of putting an answer in.
package enum EditOutcome: Sendable {
    case changed(Postmortem)
    case unchanged
    /// The place cannot take it; nothing was changed.
    case refused(String)
}

extension Postmortem {
    /// The document with an answer put in, and the places worked out from it brought up to date.
    ///
    /// Every edit is read back before it is believed: the answer must be there, every other answer and the frame of
    /// the document must be as they were.
    package func setting(_ id: QuestionID, to content: FormContent?) -> EditOutcome {
        guard let section = guide[section: id.section], let question = guide[id] else {
            preconditionFailure("'\(id)' is no question of the guide '\(guide.name)'")
        }
        let shape = section.form.shape(of: question.field)
        let wanted = content.flatMap { $0.written(as: shape, guide.values) }
        if let wanted, wanted == rawReading(id).content { return .unchanged }
        if wanted == nil, rawReading(id).content == nil { return .unchanged }
        guard let prepared = withSection(section), let edited = prepared.editing(id, to: wanted) else {
            return .refused(Self.refusal)
        }
        return .changed(edited.workingOut(id, from: self))
    }

    private static let refusal =
        "This place in the document holds something the form cannot take apart, so it was left as it is. ':edit' shows it; the file can be edited by hand."

    /// One answer put in and read back, nil where the form or the check says no.
    private func editing(_ id: QuestionID, to content: FormContent?) -> Postmortem? {
        guard let section = guide[section: id.section], let question = guide[id], let place = place(of: section),
            let edits = section.form.edits(question.field, to: content, in: place)
        else { return nil }
        let edited = rebased(on: document.applying(edits))
        guard edited.rawReading(id).content == content, edited.agrees(with: self, except: id, edits) else { return nil }
        return edited
    }

    /// Whether all else reads as before: the headings, every other answer and every block beside the edits.
    private func agrees(with before: Postmortem, except id: QuestionID, _ edits: [TextEdit]) -> Bool {
        guard document.sections.map(\.title) == before.document.sections.map(\.title)
            || addsOwnHeading(id)
        else { return false }
        return guide.questionIDs.allSatisfy { $0 == id || rawReading($0).content == before.rawReading($0).content }
    }

    /// A chain of whys may bring a sub-heading of its own.
    private func addsOwnHeading(_ id: QuestionID) -> Bool {
        guard let section = guide[section: id.section], let question = guide[id] else { return false }
        if case .whys = section.form.shape(of: question.field) { return true }
        return false
    }

    // MARK: places that are worked out

    /// Brings up to date what follows from `id`, while it is empty or holds what was worked out before.
    private func workingOut(_ id: QuestionID, from before: Postmortem) -> Postmortem {
        guard let section = guide[section: id.section] else { return self }
        return section.questions.reduce(self) { postmortem, question in
            guard case .duration(let from, let to)? = question.computed, [from, to].contains(id.question) else {
                return postmortem
            }
            let target = QuestionID(section.id, question.field.id)
            let old = before.duration(section.id, from, to)
            let present = before.reading(target).content
            guard present == nil || present == old.map({ .text($0) }),
                let new = postmortem.duration(section.id, from, to), .text(new) != postmortem.reading(target).content
            else { return postmortem }
            return postmortem.editing(target, to: .text(new)) ?? postmortem
        }
    }

    private func duration(_ section: String, _ from: String, _ to: String) -> String? {
        guard case .text(let start)? = reading(QuestionID(section, from)).content,
            case .text(let end)? = reading(QuestionID(section, to)).content
        else { return nil }
        return TimeSpan.between(start, end)?.description
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

    // MARK: states

    /// What `:unknown` records, in the shape of the question.
    package func unknownContent(for id: QuestionID, who: String) -> FormContent {
        let text = guide.values.unknown(who)
        guard let section = guide[section: id.section], let question = guide[id] else { return .text(text) }
        return .single(text, as: section.form.shape(of: question.field))
    }

    /// The document with a note that a finding was kept, nil where the place takes no comment.
    package func keeping(_ category: String, reason: String, at offset: Int) -> Postmortem? {
        let words = reason.replacing("--", with: "–").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let comment = "<!-- debrief:keep \(category)\(words.isEmpty ? "" : " " + words) -->"
        guard let edit = document.insertingComment(comment, at: offset) else { return nil }
        let kept = rebased(on: document.applying([edit]))
        let same = guide.questionIDs.allSatisfy { kept.rawReading($0).content == rawReading($0).content }
        return same ? kept : nil
    }
}

extension FormContent {
    /// A single text in the shape of a question.
    package static func single(_ text: String, as shape: AnswerShape) -> FormContent {
        switch shape {
        case .line, .prose, .code: .text(text)
        case .list: .list([text])
        case .checklist, .groups, .whys: .markdown(text)
        case .table(let columns):
            .table([TableRecord(columns.indices.map { $0 == columns.firstIndex { $0.computed == nil } ? text : "" })])
        }
    }

    /// The content as it will read once written, nil where nothing is left of it.
    fileprivate func written(as shape: AnswerShape, _ values: StateValues) -> FormContent? {
        if case .notApplicable(let reason) = self {
            return FormContent.single(values.notApplicable(reason), as: shape).normalized(as: shape)
        }
        let content = normalized(as: shape)
        return content.isEmpty ? nil : content
    }
}
