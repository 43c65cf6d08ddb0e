import Guides
import Postmortems

/// From a question to the next one without an answer.
extension InterviewSession {
    private enum Onward {
        case question(QuestionID)
        case offerOptional(stop: Int, count: Int)
        case offerPostponed(count: Int)
        case offerPassed(count: Int)
        case end
    }

    /// On to the next question without an answer.
    mutating func advance() -> [InterviewOutput] {
        if let detour, detour.question == current { return end(detour) }
        if let current { begunElsewhere.remove(current) }
        switch onward() {
        case .question(let id): return move(to: id)
        case .offerOptional(let stop, let count): return offer(.optionalQuestions(stop: stop, count: count))
        case .offerPostponed(let count): return offer(.postponedQuestions(count: count))
        case .offerPassed(let count): return offer(.passedQuestions(count: count))
        case .end:
            aside = nil
            let timeline = reviewOfTimeline(before: nil)
            if case .timeline? = aside { return timeline + ask() }
            current = nil
            return timeline + reviewOfActions(before: nil) + closing() + ask()
        }
    }

    private mutating func offer(_ question: Aside) -> [InterviewOutput] {
        guard !isPiped else { return takeDefault(of: question) }
        aside = question
        return ask()
    }

    private func onward() -> Onward {
        let start = current.flatMap { route.stop(of: $0) } ?? 0
        let after = current.map { route.number(of: $0) } ?? 0
        for index in start..<route.stops.count {
            let stop = route.stops[index]
            if let open = stop.questions.first(where: {
                (route.number(of: $0) > after || interrupted.contains($0)) && isWanted($0, in: stop)
            }) {
                return .question(open)
            }
            let optional = openOptional(in: stop)
            if !optional.isEmpty, !openedStops.contains(stop.id), !postponedStops.contains(stop.id),
                announcedStop == index
            {
                return .offerOptional(stop: index, count: optional.count)
            }
        }
        if !leftPassed, !passedOver.isEmpty { return .offerPassed(count: passedOver.count) }
        if !isSecondPass {
            let postponed = route.stops.filter { !openedStops.contains($0.id) }.flatMap {
                openOptional(in: $0)
            }
            if !postponed.isEmpty { return .offerPostponed(count: postponed.count) }
        }
        return .end
    }

    /// Essential questions that were neither answered nor put in this pass.
    var passedOver: [QuestionID] {
        route.questions.filter { isOpen($0) && !asked.contains($0) && guide[$0]?.isEssential == true }
    }

    var hasOpenEssentials: Bool {
        route.questions.contains { guide[$0]?.isEssential == true && isOpen($0) }
    }

    private func isWanted(_ id: QuestionID, in stop: Stop) -> Bool {
        guard isToBeAsked(id), let question = guide[id] else { return false }
        return question.isEssential || openedStops.contains(stop.id)
    }

    private func openOptional(in stop: Stop) -> [QuestionID] {
        stop.questions.filter { isToBeAsked($0) && guide[$0]?.isEssential == false }
    }

    func isToBeAsked(_ id: QuestionID) -> Bool {
        (isOpen(id) || begunElsewhere.contains(id) && !skipped.contains(id)) && !asked.contains(id)
    }

    func isOpen(_ id: QuestionID) -> Bool {
        guard !skipped.contains(id) else { return false }
        switch postmortem.reading(id).state {
        case .absent, .open: return true
        case .unknown, .notApplicable, .answered: return false
        }
    }

    /// The first essential question without an answer, else the first without one.
    var firstOpen: QuestionID? {
        let open = route.questions.filter(isOpen)
        return open.first { guide[$0]?.isEssential == true } ?? open.first
    }
}
