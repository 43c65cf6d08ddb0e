import Consistency
import Diagnostics
import DisplayText
import Guides

/// What is said about the actions as a whole, when their section is left.
extension InterviewSession {
    mutating func reviewOfActions(before next: QuestionID?) -> [InterviewOutput] {
        if let next, guide[section: next.section]?.kind == "actions" {
            actionsAreUnreviewed = true
            return []
        }
        guard actionsAreUnreviewed else { return [] }
        actionsAreUnreviewed = false
        guard coachIsOn, !isPiped else { return [] }
        let actions = trace.actions
        guard !actions.isEmpty else { return [] }
        let readings = actions.map { ActionReading($0) }
        return ([purposes(readings), strength(readings)].compactMap { $0 } + openFactors).map { .tell($0) }
    }

    private func purposes(_ readings: [ActionReading]) -> StyledText? {
        let served = Set(readings.flatMap(\.purposes))
        let missing = ActionPurpose.allCases.filter { !served.contains($0) }
        guard !missing.isEmpty else { return nil }
        let none =
            readings.count == 1
            ? "By its words, the action is not one"
            : "By their words, none of the \(readings.count) actions is one"
        return StyledText("\(none) to \(joined(missing.map(\.words), "or")).", .suggestion)
    }

    /// Said where every action is a weaker one; an action that does not tell is given the benefit.
    private func strength(_ readings: [ActionReading]) -> StyledText? {
        guard readings.allSatisfy({ $0.strength == .weaker }) else { return nil }
        return StyledText(
            "\(counted(readings.count, "action")), and each counts on people to remember; one that changes the system lasts longer.",
            .suggestion)
    }

    private var openFactors: [StyledText] {
        let open = trace.openFactors.filter { $0.label != nil }
        guard !open.isEmpty else { return [] }
        return [
            StyledText(
                "No action names \(joined(open.map(\.name), "or")); a declined note with its reason counts as well. ':trace' shows them all.",
                .suggestion)
        ]
    }
}
