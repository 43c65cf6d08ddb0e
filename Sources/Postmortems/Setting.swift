import Diagnostics
import Forms
import Guides
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
    func editing(_ id: QuestionID, to content: FormContent?) -> Postmortem? {
        guard let section = guide[section: id.section], let question = guide[id],
            let place = place(of: section),
            let edits = section.form.edits(question.field, to: content, in: place)
        else { return nil }
        let edited = rebased(on: document.applying(edits))
        guard edited.rawReading(id).content == content, edited.agrees(with: self, except: id, edits) else {
            return nil
        }
        return edited
    }

    /// Whether all else is as before: the headings, the blocks beside the edits, the other answers of the section.
    private func agrees(with before: Postmortem, except id: QuestionID, _ edits: [TextEdit]) -> Bool {
        guard document.sections.map(\.title) == before.document.sections.map(\.title) || ownsHeadings(id),
            document.keepsFrame(of: before.document, edits: edits)
        else { return false }
        return guide.questionIDs.allSatisfy {
            $0.section != id.section || $0 == id || rawReading($0).content == before.rawReading($0).content
        }
    }

    /// The title is a heading, and a chain of whys or a phase may bring a sub-heading of its own.
    private func ownsHeadings(_ id: QuestionID) -> Bool {
        switch guide[section: id.section]?.form {
        case is TitleForm, is FiveWhysForm, is PhasedTablesForm: true
        default: false
        }
    }

    // MARK: states

    /// What `:unknown` records, in the shape of the question; entries that are there stay.
    package func unknownContent(for id: QuestionID, who: String) -> FormContent {
        let text = guide.values.unknown(who)
        guard let section = guide[section: id.section], let question = guide[id] else { return .text(text) }
        let alone = FormContent.single(text, as: section.form.shape(of: question.field))
        switch (reading(id).content, alone) {
        case (.list(let items)?, .list(let added)): return .list(items + added)
        case (.table(let rows)?, .table(let added)): return .table(rows + added)
        default: return alone
        }
    }

    /// The document with a note that a finding was kept, nil where the place takes no comment.
    package func keeping(_ category: String, reason: String, at offset: Int) -> Postmortem? {
        let comment = Directive.keeping(category, reason: reason)
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
        case .line, .prose: .text(text)
        case .list: .list([text])
        case .code, .checklist, .groups, .whys: .markdown(text)
        case .table(let columns):
            .table([
                TableRecord(
                    columns.indices.map { $0 == columns.firstIndex { $0.computed == nil } ? text : "" })
            ])
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
