import Diagnostics
import DisplayText
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// A finding without its place, so that it is known again after an edit elsewhere has moved it.
struct FindingKey: Hashable, Sendable {
    var rule: String
    var excerpt: String
    /// The paragraph, item or cell around it.
    var context: String
}

extension InterviewSession {
    /// At most this many findings are spoken of after one answer.
    private static let findingLimit = 2

    func findingKeys(in postmortem: Postmortem) -> Set<FindingKey> {
        Set(reviewer.findings(postmortem).map { key(of: $0, in: postmortem) })
    }

    private func key(of finding: Finding, in postmortem: Postmortem) -> FindingKey {
        let document = postmortem.document
        let block = document.block(at: finding.span.range.lowerBound)
        return FindingKey(
            rule: finding.rule, excerpt: document.text(finding.span.range), context: document.text(block.range))
    }

    /// What there is to say about the answer just saved, nil where there is nothing.
    mutating func review(_ saved: PendingSave) -> [InterviewOutput]? {
        guard !saved.isUndo, let place = postmortem.reading(saved.question).place else { return nil }
        let known = saved.knownFindings.union(passedFindings)
        let fresh = reviewer.findings(postmortem)
            .filter { place.overlaps($0.span.range) && !known.contains(key(of: $0, in: postmortem)) }
            .sorted { ($1.severity, $0.span.range.lowerBound) < ($0.severity, $1.span.range.lowerBound) }
            .prefix(Self.findingLimit)
        guard !fresh.isEmpty else { return probe(saved) }
        let notices = fresh.map { FindingNotice(excerpt: postmortem.document.text($0.span.range), finding: $0) }
        if isPiped { return notices.map { .finding($0) } + proceed(saved.next) }
        aside = .findings(Array(notices), after: saved)
        return ask()
    }

    private mutating func probe(_ saved: PendingSave) -> [InterviewOutput]? {
        guard probesAreOn, case .text(let text)? = saved.content, let question = reviewer.probe(text) else { return nil }
        return [.tell(StyledText("To go deeper: \(question)", .suggestion))] + proceed(saved.next)
    }

    mutating func decide(_ letter: String, _ notices: [FindingNotice], _ saved: PendingSave) -> [InterviewOutput] {
        guard let notice = notices.first else { return proceed(saved.next) }
        switch letter {
        case "e":
            aside = nil
            return edit(notice, saved.question)
        case "k":
            aside = .keepReason(notices, after: saved)
            return ask()
        case "p":
            aside = nil
            return park(notice.excerpt)
        default:
            passedFindings.insert(key(of: notice.finding, in: postmortem))
            return goOn(notices, saved)
        }
    }

    /// Brings the answer, or the part of it that was spoken of, back for editing.
    private mutating func edit(_ notice: FindingNotice, _ id: QuestionID) -> [InterviewOutput] {
        current = id
        dialog = makeDialog(for: id)
        let parts = ContentParts(postmortem.reading(id).content).lines
        if let index = parts.firstIndex(where: { $0.contains(notice.excerpt) }) {
            _ = dialog.startEditing(part: index + 1, dialogContext())
        }
        return ask()
    }

    /// Records the decision beside the words it is about.
    mutating func keep(_ notices: [FindingNotice], reason: String, _ saved: PendingSave) -> [InterviewOutput] {
        guard let notice = notices.first else { return proceed(saved.next) }
        passedFindings.insert(key(of: notice.finding, in: postmortem))
        guard
            let kept = postmortem.keeping(
                notice.finding.category, reason: reason, at: notice.finding.span.range.lowerBound)
        else {
            aside = nil
            return [.tell(StyledText("Kept for this session; the place takes no comment.", .hint))] + goOn(notices, saved)
        }
        postmortem = kept
        aside = nil
        pending = PendingSave(
            question: saved.question, before: kept, content: nil, knownFindings: saved.knownFindings,
            next: saved.next)
        return [.tell(StyledText("Kept, with a note in the document.", .success)), .save(kept.document.bytes)]
    }

    private mutating func goOn(_ notices: [FindingNotice], _ saved: PendingSave) -> [InterviewOutput] {
        let rest = Array(notices.dropFirst())
        guard !rest.isEmpty else {
            aside = nil
            return proceed(saved.next)
        }
        aside = .findings(rest, after: saved)
        return ask()
    }
}
