import Guides
import IncidentTime

/// What an action says about itself: its verb and end state, its owner, its strength and what it is for.
///
/// All of it is read from words and is a suggestion; where the words do not tell, it says so and claims nothing.
package struct ActionReading: Sendable {
    package enum Verb: Equatable, Sendable {
        case strong(String)
        /// One that has no end of its own, such as `improve`.
        case weak(String)
        /// Begins with something else, such as a thing that will exist.
        case none
    }

    package enum Owner: Equatable, Sendable {
        case none
        case person(String)
        /// One person by their role.
        case role(String)
        case team(String)
        case several([String])
        case everyone
    }

    package let owner: Owner
    package let due: CalendarDate?
    private let horizon: Horizon?
    private let words: ActionWords
    private let tags: ActionTags

    package init(_ text: String, owner: String = "", due: String = "", horizon: Horizon? = nil) {
        tags = ActionTags(text)
        words = ActionWords(tags.text)
        self.owner = Owner(owner)
        self.due = CalendarDate.parse(due, today: nil)
        self.horizon = horizon
    }

    package init(_ action: Trace.Action) {
        self.init(action.text, owner: action.owner, due: action.due, horizon: action.horizon)
    }

    package var verb: Verb { words.verb }
    /// Whether one can tell when it is done.
    package var hasEndState: Bool { words.hasEndState }
    /// Whether it says how one will see that it worked.
    package var hasMeasure: Bool { words.hasMeasure }
    /// Nil where the words do not tell.
    package var strength: ActionStrength? { words.strength }
    package var purposes: Set<ActionPurpose> { namedPurposes.union(words.purposes(horizon: horizon)) }
    /// Those that the action is marked with.
    package var namedPurposes: Set<ActionPurpose> { tags.purposes(horizon: horizon) }

    /// Whether the due date lies before the incident or behind the last day that its table promises. Nil where one of
    /// them is not known.
    package func isDueOutside(from incident: CalendarDate?, until last: CalendarDate?) -> Bool? {
        guard let due, let incident, let last else { return nil }
        return due < incident || due > last
    }
}

/// How much of the work an action takes off people's attention, after the hierarchy of RCA2 (Veterans Affairs
/// National Center for Patient Safety), read for software.
package enum ActionStrength: String, CaseIterable, Comparable, Sendable {
    case weaker
    case intermediate
    case stronger

    package static func < (left: ActionStrength, right: ActionStrength) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// What an action is for: the first three look at this incident, the others at the next.
package enum ActionPurpose: String, CaseIterable, Sendable {
    case investigate
    case mitigate
    case repair
    case detect
    case mitigateNext = "mitigate-next"
    case prevent

    /// As a sentence names it.
    package var words: String {
        switch self {
        case .investigate: "find out what is still unknown"
        case .mitigate: "limit the effect of this incident"
        case .repair: "repair what it left behind"
        case .detect: "notice the next one sooner"
        case .mitigateNext: "limit the effect of the next one"
        case .prevent: "prevent the next one"
        }
    }
}
