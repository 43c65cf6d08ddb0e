/// The classes that the engine itself asks for; a lexicon fills them, and may name any others for its rules.
enum KnownClass: Int, CaseIterable, Sendable {
    /// Roles, teams, vendors, handles and names: who can be judged.
    case person
    /// Services, jobs, checks, hosts, files: what can fail without blame.
    case machine
    /// Given names; they count with a capital alone.
    case givenName
    /// Names of products and places, which a capital does not make a person.
    case properNoun
    /// Unknown words with a capital: a person where a verb of personnel or a possession says so.
    case nameLike
    /// I and we, with what belongs to us.
    case own
    /// He, she, they.
    case pronoun
    case you
    /// Everyone, nobody, somebody.
    case everyone
    /// It, this, that, there, and what else stands for a thing.
    case thing
    case determiner
    /// My, your, their: whose, before a noun.
    case possessive
    case preposition
    /// Be, have and do.
    case auxiliary
    case be
    case modal
    case negation
    case adverb
    /// And, or, but, then.
    case conjunction
    /// Because, while, when: a clause begins.
    case subordinator
    case relative
    /// The relatives of people.
    case who
    /// Whoever: a person and the relative that tells of them in one.
    case freeRelative
    /// What stands behind the person it belongs to: `the baker concerned`, `the crew involved`.
    case postpositive
    /// Part of something, where the part says nothing: one, most, member.
    case quantifier
    /// People to whom an incident happens.
    case bystander
    /// What only people do; a capital before it is a name.
    case personVerb
    case reportingVerb
    case abbreviation
    case logLevel
    /// Words that begin many sentences with a capital and are no names.
    case common

    /// Roles that stand for many: `our team` is we.
    case collective
    /// Nouns for more than one, filled by every noun that a lexicon lists.
    case plural
    /// Roles that are also pieces of software: an operator, a manager.
    case ambiguousRole
    /// Words before or beside such a role that make it software.
    case softwareModifier
    case softwareTerm
    /// Roles that are software behind the name of a device: the driver of a pump.
    case deviceRole
    case device
    /// Software that is a trade where it stands behind what somebody trades in or answers for: an agent, a broker.
    case servingRole
    case served
    /// Things that bear the name of whoever uses them: a table of members, the lift of the staff.
    case compoundHead
    /// Words for people that are machines where a number stands behind them: press 2.
    case numberedDevice
    /// Things that are given names of people: a storm, a ship.
    case namedThing
    /// Firms whose products bear their name.
    case firm
    /// Words that stand behind the name of a firm: Hosting, Ltd.
    case firmWord
    /// Words that are a team where all their letters are capitals: IT.
    case teamAcronym
    /// Unknown words of capitals: a team, a device or a protocol.
    case acronym

    /// Its bit; known classes come before all others.
    var index: Int { rawValue }

    /// As a lexicon writes it: `given-name`.
    var name: String {
        var name = ""
        for letter in String(describing: self) {
            if letter.isUppercase { name += "-" }
            name += letter.lowercased()
        }
        return name
    }
}
