import Diagnostics
import IncidentTime
import LosslessMarkdown

/// The same subject told as a success and as a difficulty, with no sentence that brings the two together.
enum WellAndWrongCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let bad = Remark.all("wrong", in: document).filter { !$0.subjects.isEmpty }
        guard !bad.isEmpty else { return [] }
        return Remark.all("well", in: document).compactMap { good in
            guard !good.subjects.isEmpty, !good.concedes, !document.elsewhere.isTold(in: good.words),
                let other = bad.first(where: { contradict(good, $0, document) })
            else { return nil }
            return finding(good.passage, other.passage, document)
        }
    }

    private static func contradict(_ good: Remark, _ bad: Remark, _ document: CheckedDocument) -> Bool {
        good.subjects.intersection(bad.subjects).contains { subject in
            subject == .communication
                ? contradictOnNews(good, bad) : !bad.concedes && contradict(good, bad, on: subject, document)
        }
    }

    /// Praise and complaint in the same respect, of the same one of its kind.
    private static func contradict(
        _ good: Remark, _ bad: Remark, on subject: ResponseSubject, _ document: CheckedDocument
    ) -> Bool {
        let praise = good.praise(of: subject)
        let complaint = bad.complaint(of: subject)
        if good.isHeaded(by: subject), bad.isHeaded(by: subject) {
            return !(praise.isEmpty ? .quality : praise).isDisjoint(with: complaint)
                || complaint.contains(.absence)
        }
        let (praised, blamed) = (good.object(of: subject), bad.object(of: subject))
        let isShared = praised.shared(with: blamed) > 0
        if subject.isBroad, !isShared, !sharesWords(good, bad) { return false }
        if !praise.isDisjoint(with: complaint) {
            return isShared || praised.isEmpty || blamed.isEmpty && isMatter(praised, of: document)
        }
        return !praise.isEmpty && complaint.contains(.absence) && (isShared || blamed.isEmpty)
    }

    /// Whether what a subject is narrowed to is what the incident was about anyway, as in the broker page of a runbook
    /// where a broker failed.
    private static func isMatter(_ object: SubjectWords, of document: CheckedDocument) -> Bool {
        let told = document.passages(kinds: ["summary", "factors"]).flatMap(\.words)
        return object.shared(with: SubjectWords(told)) > 0
    }

    private static func sharesWords(_ good: Remark, _ bad: Remark) -> Bool {
        SubjectWords(good.body).shared(with: SubjectWords(bad.body)) > 0
    }

    /// The same people were kept informed, and were not.
    private static func contradictOnNews(_ good: Remark, _ bad: Remark) -> Bool {
        let audience = RemarkAudience(good.words)
        guard good.praise(of: .communication).contains(.news),
            bad.complaint(of: .communication).contains(.news),
            !bad.isAboutTheBeginning, audience.isSame(as: RemarkAudience(bad.words))
        else { return false }
        return !bad.concedes
            || bad.parts.contains { part in
                audience.isSame(as: RemarkAudience(part)) && RemarkTone.complaint(in: part).contains(.news)
            }
    }

    private static func finding(_ good: Passage, _ bad: Passage, _ document: CheckedDocument) -> Finding {
        CheckID.wellAndWrong.finding(
            at: good.range,
            "\"\(document.quoted(good.range))\" stands beside \"\(document.quoted(bad.range))\" (line \(document.line(bad.range))), on the same subject.",
            ask: "Which part of it worked, and which part was hard?",
            settle: [Suggestion("Add one sentence that holds both, or drop one of the two.")])
    }
}
