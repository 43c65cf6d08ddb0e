import Diagnostics
import Forms
import Guides
import LosslessMarkdown

/// A finding that a person decided to keep, by its answer and the words it stands beside: what puts its comment beside
/// them in another document.
package struct KeptComment: Equatable, Sendable {
    package var question: QuestionID
    /// The cell, item or paragraph as it is written, without comments.
    package var text: String
    /// Which of the places of the answer that hold these words, from 1.
    package var occurrence = 1
    package var category: String
    package var reason: String
}

extension Postmortem {
    /// In document order; those beside what is no answer are left out.
    package var keptComments: [KeptComment] {
        let kept = document.directives.compactMap { directive -> (Int, String, String)? in
            guard case .keep(let category, let reason) = directive.kind else { return nil }
            return (directive.range.lowerBound, category, reason)
        }
        guard !kept.isEmpty else { return [] }
        return kept.compactMap { offset, category, reason in
            let block = document.block(at: offset)
            let text = words(of: block)
            guard let question = answer(around: block), says(text, in: question) else { return nil }
            let alike = passages(of: question).filter { words(of: $0) == text }.map(\.id)
            return KeptComment(
                question: question, text: text, occurrence: (alike.firstIndex(of: block.id) ?? 0) + 1,
                category: category, reason: reason)
        }
    }

    /// The document with the comment beside its words, or why they cannot have it.
    func keeping(_ kept: KeptComment) -> Result<Postmortem, AnswersProblem> {
        let found = places(of: kept)
        guard kept.occurrence <= found.count else {
            return .failure(AnswersProblem(kept.absence(found: found.count)))
        }
        let place = found[kept.occurrence - 1].range.lowerBound
        return keeping(kept.category, reason: kept.reason, at: place).map { .success($0) }
            ?? .failure(AnswersProblem("'\(kept.question)' takes no comment beside '\(kept.excerpt)'"))
    }

    /// The passages with these words as they are, else with the same but for breaks and marks, else with these among
    /// others: an answer that somebody wrote in a form of their own is written anew in the guide's.
    private func places(of kept: KeptComment) -> [Block] {
        let all = passages(of: kept.question)
        let same = all.filter { words(of: $0) == kept.text }
        let wanted = Self.letters(kept.text)
        guard same.count < kept.occurrence, !wanted.isEmpty else { return same }
        let read = all.map { (block: $0, letters: Self.letters(words(of: $0))) }
        let alike = read.filter { $0.letters == wanted }.map(\.block)
        guard alike.count < kept.occurrence else { return alike }
        return read.filter { " \($0.letters) ".contains(" \(wanted) ") }.map(\.block)
    }

    /// The cells, items and paragraphs of an answer, in document order.
    private func passages(of question: QuestionID) -> [Block] {
        guard let answer = reading(question).place else { return [] }
        let range =
            document.block(at: answer.lowerBound).range
            .lowerBound..<max(
                answer.upperBound, document.block(at: answer.upperBound).range.upperBound)
        return [Block.Kind.heading, .paragraph, .tableCell]
            .flatMap { document.blocks(of: $0, in: range) }
            .filter { $0.range.overlaps(answer) }
            .sorted { $0.id < $1.id }
    }

    /// Whether a passage is part of an answer's value, or holds a part such as the line behind a label.
    private func says(_ passage: String, in question: QuestionID) -> Bool {
        guard let content = reading(question).content,
            let section = guide[section: question.section], let field = guide[question]?.field
        else { return false }
        let letters = " \(Self.letters(passage)) "
        return content.value(as: section.form.shape(of: field)).texts.contains { text in
            if text == passage { return true }
            let part = " \(Self.letters(text)) "
            return part != "  " && letters != "  " && (part.contains(letters) || letters.contains(part))
        }
    }

    private func words(of block: Block) -> String {
        Escaping.withoutComments(document.text(block.range)).trimmed
    }

    /// Words without their breaks and marks.
    private static func letters(_ text: String) -> String {
        text.lowercased().words().joined(separator: " ")
    }

    /// The question with the narrowest place that shares a block.
    private func answer(around block: Block) -> QuestionID? {
        guide.questionIDs.filter { reading($0).place?.overlaps(block.range) == true }
            .min { (reading($0).place?.count ?? 0) < (reading($1).place?.count ?? 0) }
    }
}

extension AnswerValue {
    /// All texts at any depth, and the names of what they stand under.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        case .map(let entries): entries.flatMap { [$0.key] + $0.value.texts }
        }
    }

    init(_ kept: KeptComment) {
        let which = kept.occurrence == 1 ? [] : [Entry("occurrence", .text(String(kept.occurrence)))]
        self = .map(
            [Entry("answer", .text(kept.question.description)), Entry("text", .text(kept.text))] + which + [
                Entry("category", .text(kept.category)), Entry("reason", .text(kept.reason)),
            ])
    }
}

extension KeptComment {
    private static let keys = ["answer", "text", "occurrence", "category", "reason"]

    /// `kept` of an answers file; problems name the place as `kept[0]`.
    static func read(_ value: AnswerValue?) -> (kept: [KeptComment], problems: [String]) {
        guard let value, value != .text("") else { return ([], []) }
        guard let items = value.items else {
            return ([], ["kept: expected a list of entries with 'answer', 'text', 'category' and 'reason'"])
        }
        var kept: [KeptComment] = []
        var problems: [String] = []
        for (index, item) in items.enumerated() {
            do throws(AnswersProblem) {
                kept.append(try KeptComment(item))
            } catch {
                problems.append("kept[\(index)]: \(error.message)")
            }
        }
        return (kept, problems)
    }

    private init(_ value: AnswerValue) throws(AnswersProblem) {
        guard let question = value["answer"]?.text.flatMap({ QuestionID($0) }),
            let text = value["text"]?.text,
            let category = value["category"]?.text
        else {
            throw AnswersProblem("it has 'answer' (SECTION.QUESTION), 'text', 'category' and 'reason'")
        }
        if let unknown = value.entries?.first(where: { !Self.keys.contains($0.key) })?.key {
            throw AnswersProblem("unknown key '\(unknown)'\(AnswersFile.guess(unknown, Self.keys))")
        }
        let reason = value["reason"] ?? .text("")
        guard let reason = reason.text else { throw AnswersProblem("'reason' is a text") }
        let occurrence = value["occurrence"] ?? .text("1")
        guard let number = occurrence.text.flatMap({ Int($0) }), number > 0 else {
            throw AnswersProblem("'occurrence' is a whole number from 1 on: which of equal texts it is")
        }
        self.init(
            question: question, text: text, occurrence: number, category: category, reason: reason)
    }

    fileprivate func absence(found count: Int) -> String {
        count == 0
            ? "'\(question)' has no cell, item or paragraph that reads '\(excerpt)'"
            : "'\(question)' has '\(excerpt)' \(counted(count, "time")), so there is no occurrence \(occurrence)"
    }

    fileprivate var excerpt: String {
        text.count > 60 ? text.prefix(59).trimmed + "…" : text
    }
}
