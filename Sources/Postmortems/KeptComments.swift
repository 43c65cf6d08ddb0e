import Forms
import Guides
import LosslessMarkdown

/// A finding that a person decided to keep, by its answer and the words it stands beside: what puts its comment beside
/// them in another document.
package struct KeptComment: Equatable, Sendable {
    package var question: QuestionID
    /// The cell, item or paragraph as it is written, without comments.
    package var text: String
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
            answer(around: offset).map {
                KeptComment(question: $0, text: words(around: offset), category: category, reason: reason)
            }
        }
    }

    /// The document with the comment beside its words; nil where they are not there.
    func keeping(_ kept: KeptComment) -> Postmortem? {
        let wanted = Array(kept.text.utf8)
        guard let first = wanted.first, let place = reading(kept.question).place else { return nil }
        let range = document.block(at: place.lowerBound).range.lowerBound..<place.upperBound
        let offset = range.first { offset in
            document.bytes[offset] == first && document.bytes[offset...].starts(with: wanted)
                && words(around: offset) == kept.text
                && document.block(at: offset).range.overlaps(place)
        }
        return offset.flatMap { keeping(kept.category, reason: kept.reason, at: $0) }
    }

    private func words(around offset: Int) -> String {
        Escaping.withoutComments(document.text(document.block(at: offset).range)).trimmed
    }

    /// The question with the narrowest place that shares a block with an offset.
    private func answer(around offset: Int) -> QuestionID? {
        let block = document.block(at: offset).range
        return guide.questionIDs.filter { reading($0).place?.overlaps(block) == true }
            .min { (reading($0).place?.count ?? 0) < (reading($1).place?.count ?? 0) }
    }
}

extension AnswerValue {
    init(_ kept: KeptComment) {
        self = .map([
            Entry("answer", .text(kept.question.description)), Entry("text", .text(kept.text)),
            Entry("category", .text(kept.category)), Entry("reason", .text(kept.reason)),
        ])
    }
}

extension KeptComment {
    /// Nil where something is missing.
    init?(_ value: AnswerValue) {
        guard let question = value["answer"]?.text.flatMap({ QuestionID($0) }),
            let text = value["text"]?.text,
            let category = value["category"]?.text
        else { return nil }
        self.init(
            question: question, text: text, category: category, reason: value["reason"]?.text ?? "")
    }
}
