/// The short questions after an action or a measure, in the guide's words.
package struct CoachPhrasing: Sendable {
    /// Which factor it answers.
    package var factor = "Which factor does it answer?"
    /// A verb without an end of its own, quoted as `{verb}`.
    package var vague = "'{verb}' has no end of its own: what will be different when this is done?"
    package var owner = "Who is the one person to see it through?"
    /// A due date `{due}` that lies outside what the table promises, which ends on `{end}`.
    package var due = "{due} lies outside this table, which ends on {end}: by when?"
    /// A due date `{due}` that stands where an action noted in passing had none.
    package var proposedDue = "By when? {due} is the last day of this table; nobody has named another."
    package var measure = "How will one see that it worked?"
    /// How the answer to that is put behind the action.
    package var seen = "{action}; seen by: {answer}"

    package init() {}
}

enum CoachKey: String, CaseIterable {
    case factor
    case vague
    case owner
    case due
    case proposedDue = "proposed-due"
    case measure
    case seen
}
