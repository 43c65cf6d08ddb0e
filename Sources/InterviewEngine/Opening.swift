import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    /// The first question of a new or taken-up document, and what has become of it since.
    ///
    /// - Parameters:
    ///   - previous: the document as it was when it was last left, where that is known.
    ///   - draft: text that was being typed when a session ended without warning, and the place of its line; without
    ///     text the place alone, at which an answer of several parts was left.
    ///   - rest: lines of a paste that waited then.
    package mutating func start(
        previous: Postmortem? = nil, draft: (question: QuestionID, place: String, text: String)? = nil,
        rest: LeftOver? = nil
    ) -> [InterviewOutput] {
        var told = resumed.map { [InterviewOutput.tell($0)] } ?? []
        if let previous { told += changedOutside(since: previous) }
        leftOver = rest.map { LeftOver(question: postmortem.holder(of: $0.question), lines: $0.lines) }
        guard let first = (draft?.question ?? rest?.question ?? firstOpen).map({ postmortem.holder(of: $0) })
        else {
            return told + closing() + ask()
        }
        keepUnowned()
        keepBegunElsewhere(before: firstOpen)
        current = first
        asked = [first]
        dialog = makeDialog(for: first)
        if let draft {
            dialog.resume(at: draft.place, dialogContext())
            returned = draft.text.isEmpty ? nil : draft.text
        }
        if returned != nil || rest != nil {
            let what = "What was being typed when the last session ended is back on the line."
            told.append(.tell(StyledText(what, .success)))
        }
        return told + opening(of: first) + put(first) + ask()
    }

    /// Whether the question that is asked takes several parts and holds some of them.
    package var isAmidParts: Bool {
        guard let current, aside == nil, let field = guide[current]?.field,
            postmortem.reading(current).content != nil
        else { return false }
        return switch guide[section: current.section]?.form.shape(of: field) {
        case .list, .table, .groups, .whys, .checklist: true
        case .line, .prose, .code, nil: false
        }
    }

    private mutating func opening(of id: QuestionID) -> [InterviewOutput] {
        announcedStop = nil
        return openStop(of: id)
    }

    /// How much is answered and what was answered last, nil for a document just made.
    private var resumed: StyledText? {
        let answered = route.questions.filter { postmortem.reading($0).state.isSettled }
        guard answered.count > 1 else { return nil }
        let open = route.questions.count { guide[$0]?.isEssential == true && isOpen($0) }
        let start = StyledText(
            "\(answered.count) of \(route.questions.count) questions are answered, \(counted(open, "essential one")) \(open == 1 ? "is" : "are") open. "
        )
        guard let first = firstOpen,
            let last = answered.last(where: { route.number(of: $0) < route.number(of: first) }),
            let line = currentLines(of: last).last
        else { return start }
        return start + StyledText("The last answer before the open one: \(label(of: last)): ")
            + StyledText(line, .value)
    }

    private func changedOutside(since previous: Postmortem) -> [InterviewOutput] {
        let changed = guide.questionIDs.filter {
            previous.reading($0).content != postmortem.reading($0).content
        }
        guard !changed.isEmpty else { return [] }
        let names = joined(changed.map { label(of: $0) }, "and")
        return [.tell(StyledText("Changed in the file since the last session: \(names).", .hint))]
    }
}
