import Diagnostics

/// A set of actions in which nothing would notice the next one, or nothing would prevent it.
enum PurposeCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let actions = document.actions
        guard actions.count >= 3, let first = actions.first else { return [] }
        let readings = actions.map(\.reading)
        let all = purposes(of: readings)
        return [ActionPurpose.detect, .prevent].filter { !all.contains($0) }.map { missing in
            CheckID.missingPurpose.finding(
                at: first.action.content,
                "None of the \(actions.count) actions is there to \(missing.words).",
                ask: missing == .detect
                    ? "What would tell you within minutes that it happens again?"
                    : "What would make it impossible, or at least harder?",
                settle: [
                    Suggestion(
                        "Add an action that helps to \(missing.words), or write down what speaks against one."
                    )
                ],
                quietly: readings.contains { $0.purposes.isEmpty } && missing == .prevent)
        }
    }

    /// Where most actions are marked with what they are for, the marks count and not the words.
    private static func purposes(of readings: [ActionReading]) -> Set<ActionPurpose> {
        let marked = readings.count { !$0.namedPurposes.isEmpty }
        let marksCount = marked >= 3 && 2 * marked > readings.count
        return readings.reduce(into: []) { all, reading in
            let named = reading.namedPurposes
            all.formUnion(marksCount && !named.isEmpty ? named : reading.purposes)
        }
    }
}
