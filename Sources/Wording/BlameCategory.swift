/// How a wording can judge people: the closed set that rules, findings and `debrief:keep` speak in.
package enum BlameCategory: String, CaseIterable, Sendable {
    /// What a person did not do.
    case omission
    /// A past that did not happen.
    case counterfactual
    /// "Human error" and its kin as an explanation.
    case humanError = "human-error"
    /// A person or team as the cause.
    case attribution
    /// Traits and competence.
    case character
    /// What only the outcome made plain.
    case hindsight
    /// Motives and states of mind that nobody can have seen.
    case intent
    /// Always and never about people.
    case absolutes
    /// Sarcasm, ridicule and heat.
    case loadedTone = "loaded-tone"
    /// Questions that lead to a person.
    case blameQuestion = "blame-question"
    /// Actions that punish, exclude or repair a person.
    case punitiveAction = "punitive-action"
    /// Actions that ask people to try harder.
    case weakAction = "weak-action"
}

/// Wording that hides rather than blames: told as hints, and only where they are asked for.
package enum WordingTrap: String, CaseIterable, Sendable {
    /// "Many", "briefly": a size without a number.
    case vagueSize = "vague-size"
    /// "Lack of monitoring": a fix told as if it were part of the story.
    case smuggledFix = "smuggled-fix"
    /// "Mistakes were made": nobody and nothing acts.
    case hidingPassive = "hiding-passive"
}
