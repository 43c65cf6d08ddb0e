import DisplayText
import Forms
import Guides
import Postmortems

/// Thoughts that were parked while the story was told come up when the fixes do: each becomes an action, stays or goes.
extension InterviewSession {
    /// What is in the parking lot, before the first question of the action tables; each session once.
    mutating func parkedOffers(before id: QuestionID) -> [String]? {
        guard !offeredParked, !isPiped, id.section == guide.captures.action, !actionTables.isEmpty,
            !parkedIdeas.isEmpty
        else { return nil }
        offeredParked = true
        return parkedIdeas
    }

    var parked: [String] {
        guard let park = guide.captures.park, case .list(let items)? = postmortem.reading(park).content
        else { return [] }
        return items
    }

    private var parkedIdeas: [String] { parked.filter { !$0.hasPrefix(Self.parkedWording) } }

    func ask(parked thoughts: [String]) -> [InterviewOutput] {
        guard let first = thoughts.first else { return [] }
        let keys = "An action within \(horizonKeys); Enter leaves it parked, 'd' drops it."
        return [
            .tell(StyledText("")),
            .tell(StyledText("In the parking lot: ", .question) + StyledText(first, .value)),
            .tell(StyledText(keys, .hint)),
            .ask(Prompt(label: "Horizon", prefill: returned ?? "", history: "aside", purpose: .aside)),
        ]
    }

    mutating func take(_ text: String, parked thoughts: [String]) -> [InterviewOutput] {
        guard let thought = thoughts.first, let park = guide.captures.park else { return ask() }
        let rest = Array(thoughts.dropFirst())
        let next: PendingSave.Next = rest.isEmpty ? .resume : .askOn
        aside = rest.isEmpty ? nil : .parked(rest)
        if text.isEmpty { return proceed(next) }
        if ["d", "drop"].contains(text.lowercased()) {
            let said = StyledText("Dropped from the parking lot.", .success)
            return record(without(thought), for: park, then: next, saying: said)
        }
        let action = CapturedAction(thought, today: now.date)
        guard let table = horizon(named: text), let section = guide.captures.action,
            let row = row(for: action, into: QuestionID(section, table.field.id))
        else {
            return decline(text, parked: thoughts)
        }
        let target = QuestionID(section, table.field.id)
        return addAction(
            row, to: target, isDated: action.due != nil, with: (park, without(thought)), then: next)
    }

    /// Words that are no key leave this thought where it is, and are within reach on the next line.
    private mutating func decline(_ text: String, parked thoughts: [String]) -> [InterviewOutput] {
        guard RefusedEntry.kept(text).isEmpty else {
            let told = StyledText("Left parked; Up brings back what was typed.", .hint)
            return [.tell(told)] + proceed(aside == nil ? .resume : .askOn) + [.withinReach(text)]
        }
        aside = .parked(thoughts)
        let keys = "a number from 1 to \(actionTables.count), words such as '1 week', or 'd'"
        return refuse(text, "'\(text)' is none of these: \(keys).")
    }

    private func without(_ thought: String) -> FormContent? {
        var items = parked
        if let index = items.firstIndex(of: thought) { items.remove(at: index) }
        return items.isEmpty ? nil : .list(items)
    }
}
