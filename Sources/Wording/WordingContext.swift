/// What the caller knows of a document and the checker cannot see in a sentence.
package struct WordingContext: Sendable {
    /// Names the document itself lists: owners, attendees, commander, scribe.
    package var people: [String]
    /// Names that are systems here, though elsewhere they are a role, a team or a person.
    package var systems: [String]
    /// Stretches of the document by kind, as guides name them (`timeline`, `actions`, …); the innermost counts, which is
    /// the last that holds an offset. Where it is empty, the headings that a rule pack knows decide.
    package var sections: [(range: Range<Int>, kind: String)]
    /// Whether the traps are told, as hints.
    package var showsHints: Bool
    /// Whether every personal name in the story is told.
    package var flagsNames: Bool

    package init(
        people: [String] = [], systems: [String] = [], sections: [(range: Range<Int>, kind: String)] = [],
        showsHints: Bool = false, flagsNames: Bool = false
    ) {
        self.people = people
        self.systems = systems
        self.sections = sections
        self.showsHints = showsHints
        self.flagsNames = flagsNames
    }
}
