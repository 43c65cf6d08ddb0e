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
    /// Every edit is read back before it is believed: the answer must be there, the other answers of its section and the
    /// frame of the document must be as they were. A section that is there for one answer alone comes and goes with it.
    package func setting(_ id: QuestionID, to content: FormContent?) -> EditOutcome {
        guard let section = guide[section: id.section], let question = guide[id] else {
            preconditionFailure("'\(id)' is no question of the guide '\(guide.name)'")
        }
        let shape = section.form.shape(of: question.field)
        let present = rawReading(id).content
        let wanted = content.flatMap { $0.written(as: shape, beside: present, guide.values) }
        if wanted == present { return .unchanged }
        // A heading put above what somebody wrote would make an answer of it.
        guard let prepared = withSection(section), binding.lodgers.isSuperset(of: prepared.binding.lodgers)
        else { return .refused(Refusal.noPlace.sentence) }
        switch prepared.edited(id, to: wanted) {
        case .success(let edited):
            let rest = wanted == nil ? edited.withoutEmptied(section) : edited
            return .changed(rest.workingOut(id, from: self))
        case .failure(let refusal):
            // Markdown that would reach out of its place still may stand there with its signs escaped.
            if case .markdown(let text)? = wanted,
                case .success(let edited) = prepared.edited(id, to: .markdown(Escaping.blockLines(text)))
            {
                return .changed(edited.workingOut(id, from: self))
            }
            return .refused(refusal.sentence)
        }
    }

    /// One answer put in and read back, nil where the form or the check says no.
    func editing(_ id: QuestionID, to content: FormContent?) -> Postmortem? {
        if case .success(let edited) = edited(id, to: content) { edited } else { nil }
    }

    private func edited(_ id: QuestionID, to content: FormContent?) -> Result<Postmortem, Refusal> {
        guard let section = guide[section: id.section], let question = guide[id],
            let place = place(of: section)
        else { return .failure(.noPlace) }
        guard let edits = section.form.edits(question.field, to: content, in: place) else {
            if case .markdown? = rawReading(id).content { return .failure(.misfit) }
            return .failure(.noPlace)
        }
        guard !takesApart(id, content, edits) else { return .failure(.misfit) }
        guard !losesBytes(edits) else { return .failure(.losesBytes) }
        let edited = rebased(on: document.applying(edits))
        guard edited.holds(content, id) else {
            return .failure(edited.lacksColumns(for: content, id) ? .lacksColumns : .readsOtherwise)
        }
        return edited.agrees(with: self, except: id, edits) ? .success(edited) : .failure(.reachesOut)
    }

    /// Whether the lines of an edit hold more signs for unreadable bytes than before, and such bytes before. Whole lines,
    /// since an edit leaves out what it begins and ends with, which may be a part of that sign.
    private func losesBytes(_ edits: [TextEdit]) -> Bool {
        edits.contains { edit in
            let first = document.lineRange(containing: edit.range.lowerBound).lowerBound
            let last = document.lineRange(containing: edit.range.upperBound).upperBound
            let old = document.bytes[first..<last]
            guard String(validating: old, as: UTF8.self) == nil else { return false }
            let new =
                document.bytes[first..<edit.range.lowerBound] + edit.replacement
                + document.bytes[edit.range.upperBound..<last]
            return Array(new).count(of: Self.replacementSign) > Array(old).count(of: Self.replacementSign)
        }
    }

    /// What decoding puts in the place of bytes that are no UTF-8.
    private static let replacementSign = Array("\u{FFFD}".utf8)

    /// What does not fit its form is added to, cleared or edited as Markdown, and never rewritten by the form.
    private func takesApart(_ id: QuestionID, _ content: FormContent?, _ edits: [TextEdit]) -> Bool {
        let present = reading(id)
        guard let content, present.state == .answered, case .markdown? = present.content,
            let place = present.place
        else { return false }
        if case .markdown = content { return false }
        return edits.contains {
            $0.range.lowerBound < place.upperBound && place.lowerBound < $0.range.upperBound
        }
    }

    /// Whether an answer reads as it was given. Words that look like a placeholder count as what they are, and Markdown
    /// may be anything that the form makes of it.
    private func holds(_ content: FormContent?, _ id: QuestionID) -> Bool {
        guard let content else { return rawReading(id).content == nil }
        if rawReading(id).content == content { return true }
        guard let section = guide[section: id.section], let question = guide[id],
            let place = place(of: section)
        else { return false }
        if case .markdown(let text) = content {
            let source = document.text(place.section.subtree).split(whereSeparator: \.isNewline)
            return source.joined(separator: "\n").contains(
                text.split(whereSeparator: \.isNewline).joined(separator: "\n"))
        }
        return section.form.read(question.field.takingAnyText, in: place).content == content
    }

    /// Whether rows read back with nothing but blanks in the place of some cells.
    private func lacksColumns(for content: FormContent?, _ id: QuestionID) -> Bool {
        guard case .table(let wanted)? = content, case .table(let rows)? = rawReading(id).content,
            wanted.count == rows.count
        else { return false }
        return zip(wanted, rows).allSatisfy { wanted, row in
            zip(wanted.cells, row.cells).allSatisfy { $0 == $1 || $1.isEmpty }
        }
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
        let same = guide.questionIDs.allSatisfy {
            kept.rawReading($0).content?.withoutComments == rawReading($0).content?.withoutComments
        }
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
            .table([TableRecord(columns.indices.map { $0 == column(forWordsIn: columns) ? text : "" })])
        }
    }

    /// The first column that takes any words, such as the event beside its time.
    private static func column(forWordsIn columns: [TableColumn]) -> Int? {
        columns.firstIndex { $0.kind == .text && $0.computed == nil }
            ?? columns.firstIndex { $0.computed == nil }
    }

    /// The content as it will read once written beside what is there, nil where nothing is left of it.
    fileprivate func written(as shape: AnswerShape, beside present: FormContent?, _ values: StateValues)
        -> FormContent?
    {
        if case .notApplicable(let reason) = self {
            let alone = FormContent.single(values.notApplicable(reason), as: shape)
            guard case .markdown(let text) = alone else { return alone.normalized(as: shape) }
            return .markdown(Escaping.blockLines(Escaping.normalized(text)))
        }
        let content = normalized(as: shape, beside: present)
        return content.isEmpty ? nil : content
    }

    /// Markdown without the program's own comments; other shapes have none.
    fileprivate var withoutComments: FormContent {
        guard case .markdown(let text) = self else { return self }
        return .markdown(Escaping.withoutComments(text))
    }
}
