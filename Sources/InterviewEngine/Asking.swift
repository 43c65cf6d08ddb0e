import DisplayText
import Forms
import Guides
import IncidentTime
import Postmortems

extension InterviewSession {
    // MARK: the present question

    mutating func askLine() -> [InterviewOutput] {
        guard pending == nil else { return [] }
        let notes = takeUpCoaching()
        if let next = aside?.nextWithoutWords {
            aside = nil
            return notes + proceed(next)
        }
        if let aside {
            defer { returned = nil }
            return notes + ask(aside)
        }
        guard let current else { return askAtEnd() }
        let part = dialog.prompt(dialogContext())
        let given = takeComeback(for: part)
        var prompt = Prompt(
            label: part.label, place: part.place?.written, progress: progress(of: current),
            prefill: given?.text ?? part.prefill,
            isShownAbove: given == nil && part.isPresent,
            history: current.description, choices: part.choices)
        prompt.isReturned = given?.text.isEmpty == false
        prompt.isInDocument = given == nil && !part.prefill.isEmpty && !part.isProposal
        prompt.isBlock = prompt.isReturned && given?.isBlock == true
        return notes + part.lead.map { .tell($0) } + [.ask(prompt)]
    }

    /// Puts a question, with its stop's opening line where the stop is new.
    mutating func move(to wanted: QuestionID) -> [InterviewOutput] {
        let id = postmortem.holder(of: wanted)
        if let current, current != id, trail.last != current { trail.append(current) }
        aside = nil
        let timeline = reviewOfTimeline(before: id)
        if case .timeline? = aside { return timeline + ask() }
        let review = timeline + reviewOfActions(before: id)
        if detour?.question != id { detour = nil }
        current = id
        coaching = nil
        asked.insert(id)
        interrupted.remove(id)
        dialog = makeDialog(for: id)
        if let offers = whyActionOffers(before: id) {
            aside = .whyActions(offers)
            return review + openStop(of: id) + ask()
        }
        if let thoughts = parkedOffers(before: id) {
            aside = .parked(thoughts)
            return review + openStop(of: id) + ask()
        }
        return review + openStop(of: id) + shared(by: id, wanted) + put(id) + factorLines(before: id) + ask()
    }

    /// A question, and what stands beside its answer, so that nobody takes it for gone.
    func put(_ id: QuestionID) -> [InterviewOutput] {
        let lines = postmortem.beside(id)
        guard !lines.isEmpty else { return [.question(notice(for: id))] }
        let shown = lines.prefix(3).map { InterviewOutput.tell(StyledText("  \($0)", .value)) }
        let rest = lines.count - shown.count
        let more = rest == 0 ? [] : [InterviewOutput.tell(StyledText("  and \(rest) more", .hint))]
        return [.question(notice(for: id)), .tell(StyledText("Beside it, and left as it is:", .hint))] + shown
            + more
    }

    /// Says why another question is put than the one that was gone to.
    private func shared(by id: QuestionID, _ wanted: QuestionID) -> [InterviewOutput] {
        guard id != wanted else { return [] }
        let what =
            "This document keeps '\(label(of: wanted))' together with '\(label(of: id))', so both are asked for here."
        return [.tell(StyledText(what, .hint))]
    }

    mutating func openStop(of id: QuestionID) -> [InterviewOutput] {
        guard let index = route.stop(of: id), announcedStop != index else { return [] }
        announcedStop = index
        let stop = route.stops[index]
        let answered = stop.questions.count { postmortem.reading($0).state.isSettled }
        let title = StyledText("\(stop.title)", .title)
        let place = StyledText(
            "  section \(index + 1) of \(route.stops.count), \(answered) of \(stop.questions.count) answered",
            .progress)
        return [.tell(StyledText("")), .tell(title + place)]
            + (stop.why.isEmpty ? [] : [.tell(StyledText(stop.why, .hint))])
    }

    func notice(for id: QuestionID) -> QuestionNotice {
        let question = guide[id]
        let line = LineDialog.line(of: editableContent(of: id), kind: question?.kind ?? .text)
        return QuestionNotice(
            number: route.number(of: id), total: route.questions.count,
            isEssential: question?.isEssential ?? false,
            ask: question?.ask ?? label(of: id), hint: question?.hint ?? "",
            current: currentLines(of: id),
            isOnLine: dialog is LineDialog && line != nil,
            choices: question?.field.choices ?? [])
    }

    private func progress(of id: QuestionID) -> String {
        guard let stop = route.stop(of: id) else { return label(of: id) }
        return "\(stop + 1)/\(route.stops.count) \(route.stops[stop].title)"
    }

    /// The name of a question as the document has it.
    func label(of id: QuestionID) -> String {
        guard let question = guide[id] else { return id.description }
        if !question.field.label.isEmpty { return question.field.label }
        return guide[section: id.section]?.heading ?? id.description
    }

    // MARK: dialogs

    func makeDialog(for id: QuestionID) -> any AnswerDialog {
        guard let section = guide[section: id.section], let question = guide[id] else { return LineDialog() }
        switch section.form.shape(of: question.field) {
        case .line, .prose: return LineDialog()
        case .code: return LineDialog(isCode: true)
        case .list(let style, _):
            return ListDialog(style: style, wasAnswered: postmortem.reading(id).content != nil)
        case .table(let columns):
            return TableDialog(columns: columns, missing: postmortem.missingColumns(of: id))
        case .groups(let offered, let isOpen): return GroupsDialog(offered: offered, isOpen: isOpen)
        case .whys(let phrasing): return WhysDialog(phrasing: phrasing)
        case .checklist: return ChecklistDialog()
        }
    }

    func dialogContext() -> DialogContext {
        guard let current, let question = guide[current] else {
            preconditionFailure("a dialog is asked for where no question stands")
        }
        var sources = postmortem.sources(for: current, today: now.date)
        if isPiped { sources.factors = [] }
        return DialogContext(
            question: question, content: editableContent(of: current), validation: validation(for: current),
            values: guide.values, sources: sources,
            keyKind: (guide[section: current.section]?.form as? ListForm)?.keyKind ?? .text,
            askCategory: (guide[section: current.section]?.form as? FishboneForm)?.askCategory ?? "",
            missing: dialog is TableDialog ? postmortem.missingColumns(of: current) : [], isPiped: isPiped,
            hasTimeline: guide.captures.timeline != nil,
            people: dialog is WhysDialog ? postmortem.words(for: .people) : [],
            nextLabel: nextLabel(for: current),
            leaves: leaves(for: current))
    }

    /// What a dialog works on; text that fits no form is shown but not taken apart.
    func editableContent(of id: QuestionID) -> FormContent? {
        switch postmortem.reading(id).content {
        case .markdown, .notApplicable: nil
        case nil: offeredBoxes(of: id)
        case let content: content
        }
    }

    /// The boxes that the guide offers, until the first is ticked, added or dropped.
    private func offeredBoxes(of id: QuestionID) -> FormContent? {
        guard let form = guide[section: id.section]?.form as? ChecklistForm else { return nil }
        return .checklist(form.items.map { ChecklistItem($0, isDone: false) })
    }

    /// By which the rows of the timeline are read.
    var clock: IncidentClock { postmortem.incidentClock(zones: checks.zones) }

    private func validation(for id: QuestionID) -> ValidationContext {
        ValidationContext(
            today: now.date, now: now.time,
            clock: dialog is TableDialog
                ? clock : IncidentClock(date: postmortem.incidentDate),
            rowZone: rowZone,
            previousMoment: dialog is TableDialog || guide[id]?.kind == .time ? lastMoment(before: id) : nil,
            momentsBefore: dialog is TableDialog ? postmortem.moments(before: id) : [])
    }

    /// The moment of the row before a new one: of the table's last, else of the phases that come before it; of a time the
    /// one that is asked before it.
    private func lastMoment(before id: QuestionID) -> String? {
        let ids = guide[section: id.section]?.questions.map { QuestionID(id.section, $0.field.id) } ?? []
        let before = ids.prefix { $0 != id } + (guide[id]?.kind == .time ? [] : [id])
        return before.reversed().lazy.compactMap { self.postmortem.lastMoment(in: $0) }.first
    }
}
