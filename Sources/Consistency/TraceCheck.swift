import Diagnostics
import Forms

/// Factors that nothing answers, actions that answer nothing, measures that nobody brings about, labels of no factor.
enum TraceCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let trace = Trace(document.postmortem)
        return factors(trace, document) + actions(trace, document) + measures(trace, document)
            + strays(trace, document)
    }

    private static func factors(_ trace: Trace, _ document: CheckedDocument) -> [Finding] {
        guard !trace.actions.isEmpty else { return [] }
        return trace.openFactors.map { factor in
            CheckID.factorWithoutAction.finding(
                at: factor.place.range,
                "No action and no declined note answers the factor \"\(cut(factor.name))\".",
                ask: "What will change about it, or what speaks for leaving it as it is?",
                settle: [
                    Suggestion(
                        factor.label.map {
                            "End an action with (\($0)), or write \"Declined: … because … (\($0))\"."
                        } ?? "Name it in an action, or write \"Declined: … because …\".")
                ],
                quietly: !trace.usesLabels)
        }
    }

    private static func actions(_ trace: Trace, _ document: CheckedDocument) -> [Finding] {
        guard trace.usesLabels else { return [] }
        return trace.looseActions.map { action in
            CheckID.actionWithoutFactor.finding(
                at: action.place.range, "\"\(cut(action.text))\" names no factor that it answers.",
                ask: "Which factor does it change?",
                settle: [Suggestion("End it with the factor's label, such as (F1).")])
        }
    }

    private static func measures(_ trace: Trace, _ document: CheckedDocument) -> [Finding] {
        guard !trace.actions.isEmpty else { return [] }
        return trace.looseMeasures.map { measure in
            CheckID.measureWithoutAction.finding(
                at: measure.place.range, "No action brings about \"\(cut(measure.text))\".",
                ask: "Who will do what for it, by when?",
                settle: [
                    Suggestion(
                        "Add an action, or write \"Standing practice: …\" or \"Declined: … because …\".")
                ])
        }
    }

    private static func strays(_ trace: Trace, _ document: CheckedDocument) -> [Finding] {
        trace.strayLabels.map { label, place in
            CheckID.actionWithoutFactor.finding(
                at: place.range, "\(label) is named here, and no factor has that label.",
                ask: "Which factor is meant?",
                settle: [Suggestion("Correct the label, or add the factor.")])
        }
            + trace.strayNumbers.map { number, place in
                CheckID.measureWithoutAction.finding(
                    at: place.range, "Action \(number) is named here, and no action has that number.",
                    ask: "Which action is meant?",
                    settle: [Suggestion("Correct the number, or add the action.")])
            }
    }

    private static func cut(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").filter {
            !"*`".contains($0)
        }
        return line.count <= 60 ? line : line.prefix(57) + "…"
    }
}
