/// Who or what a clause is about.
enum SubjectKind: String, CaseIterable, Sendable {
    /// A role, a team, a vendor, a name, he, she, they.
    case third
    /// I, we, our team.
    case own
    case you
    /// Everyone, nobody, anyone.
    case everyone
    /// A word with a capital that may be a name.
    case name
    case machine
    /// Any other noun.
    case thing
    /// Nobody is named: an order, a note without a subject.
    case none

    /// Words of rules that stand for several.
    static let groups: [String: Set<SubjectKind>] = [
        "person": [.third, .own, .you, .everyone],
        "people": [.third, .own, .you, .everyone, .name],
    ]
}

struct ClauseSubject: Equatable, Sendable {
    var kind: SubjectKind
    /// The words of it, empty where there are none.
    var range: Range<Int>

    static let none = ClauseSubject(kind: .none, range: 0..<0)
}

/// Finds the subject of a verb by walking left from it over one sentence.
struct SubjectFinder {
    let sentence: Sentence

    /// How often a walk may start again: at a verb before, at a noun before.
    private static let patience = 8

    func subject(of verb: Int) -> ClauseSubject { subject(of: verb, Self.patience) }

    private func subject(of verb: Int, _ patience: Int) -> ClauseSubject {
        guard patience > 0 else { return .none }
        let end = groupStart(verb)
        guard end > sentence.start else { return .none }
        return subject(endingAt: end, patience)
    }

    /// Left over helping verbs, negation and adverbs: where the words of the verb begin.
    private func groupStart(_ verb: Int) -> Int {
        var start = verb
        while start > sentence.start {
            let before = start - 1
            guard
                sentence.has(.auxiliary, before) || sentence.has(.modal, before)
                    || sentence.has(.negation, before)
                    || sentence.has(.adverb, before) || isBareSuffix(before)
            else { break }
            start = before
        }
        return start
    }

    /// `'d` or `'s` as a verb.
    private func isBareSuffix(_ index: Int) -> Bool {
        sentence.shape(index).contains(.suffix) && !sentence.has(.negation, index)
            && sentence.has(.auxiliary, index)
    }

    /// The noun phrase that ends right before a place.
    private func subject(endingAt end: Int, _ patience: Int) -> ClauseSubject {
        guard end > sentence.start, patience > 0 else { return .none }
        let last = end - 1
        let shape = sentence.shape(last)
        if sentence.has(.relative, last) { return antecedent(of: last, patience) }
        if shape.contains(.clauseBreak) { return subject(beforeBreak: last, patience) }
        if let opening = openingQuote(of: last) { return subject(quotedFrom: opening, to: end, patience) }
        if sentence.has(.conjunction, last) { return subjectOfVerb(before: last, patience) }
        if let person = freeRelative(governing: last) {
            return ClauseSubject(kind: .third, range: person..<end)
        }
        if let pronoun = pronoun(last) { return pronoun }
        if shape.contains(.punctuation) || sentence.has(.subordinator, last) { return .none }
        if sentence.has(.preposition, last) || sentence.has(.determiner, last) { return .none }
        return nounPhrase(endingAt: end, patience)
    }

    /// Relatives refer back: `who` to a person in any case, `which` and `that` to the noun before them.
    private func antecedent(of relative: Int, _ patience: Int) -> ClauseSubject {
        var end = relative
        if end > 0, sentence.shape(end - 1).contains(.clauseBreak) { end -= 1 }
        let found = subject(endingAt: end, patience - 1)
        let isWho = sentence.has(.who, relative)
        if isWho {
            switch found.kind {
            case .machine, .thing, .name, .none: return ClauseSubject(kind: .third, range: found.range)
            case .third, .own, .you, .everyone: return found
            }
        }
        return found
    }

    /// `Whoever merged this did not read the notes`: the one who is told of by the clause that ends at a word. A clause
    /// in between that has its verb is left out; one without it, as in `because the script`, is what the verb belongs to.
    private func freeRelative(governing last: Int) -> Int? {
        var at = last
        var sawVerb = false
        while at >= sentence.start, !sentence.shape(at).contains(.clauseBreak) {
            if sentence.has(.freeRelative, at) { return sawVerb ? at : nil }
            if at < last, opensClause(at, last) {
                guard sawVerb else { return nil }
                sawVerb = false
            } else if isFinite(at), at < last || !sentence.has(.machine, at) && !sentence.has(.plural, at) {
                sawVerb = true
            }
            at -= 1
        }
        return nil
    }

    /// Whether a clause that goes up to a word begins here: `and`, `because`, `which`; `after` before what can do
    /// something, not in `after lunch`; `that` not in `that change`, `so` and `then` only before a subject.
    private func opensClause(_ index: Int, _ last: Int) -> Bool {
        guard
            sentence.has(.conjunction, index) || sentence.has(.subordinator, index)
                || sentence.has(.relative, index)
        else { return false }
        if sentence.has(.preposition, index) {
            return sentence.has(.machine, last) || sentence.has(.person, last)
        }
        guard sentence.has(.thing, index) || sentence.has(.adverb, index) else { return true }
        let beginnings: [KnownClass] = [
            .determiner, .possessive, .own, .you, .pronoun, .thing, .everyone, .plural, .givenName,
        ]
        return beginnings.contains { sentence.has($0, index + 1) }
            || sentence.has(.thing, index) && isVerb(index + 1)
    }

    private func isVerb(_ index: Int) -> Bool {
        guard sentence.tokens.indices.contains(index) else { return false }
        return !sentence.forms[index].isDisjoint(with: .finite) || sentence.has(.auxiliary, index)
            || sentence.has(.modal, index)
    }

    /// Behind a comma or a parenthesis: the noun that it explains, else the subject of the verb before.
    private func subject(beforeBreak index: Int, _ patience: Int) -> ClauseSubject {
        if let opening = opening(of: index) {
            let found = subject(endingAt: opening, patience - 1)
            if found.kind != .none { return found }
        }
        let found = subjectOfVerb(before: index, patience)
        return found.kind == .none ? first(before: index, patience) : found
    }

    /// `Technician, half asleep, …`: the person that a sentence begins with.
    private func first(before index: Int, _ patience: Int) -> ClauseSubject {
        let found = subject(endingAt: index, patience - 1)
        return found.kind == .third && found.range.lowerBound == sentence.start ? found : .none
    }

    /// The mark that opens a quotation of words without a verb of their own, or a name in quotation marks.
    private func openingQuote(of closing: Int) -> Int? {
        guard sentence.shape(closing).contains(.quote) else { return nil }
        var at = closing - 1
        while at > sentence.start, sentence.shape(at).contains(.quoted), sentence.isNominal(at) { at -= 1 }
        return at < closing - 1 && at >= sentence.start && sentence.shape(at).contains(.quote) ? at : nil
    }

    /// `The team "Atlas"` is the team; what only `the "expert"` is called is nobody that is told of.
    private func subject(quotedFrom opening: Int, to end: Int, _ patience: Int) -> ClauseSubject {
        if opening > sentence.start, sentence.isNominal(opening - 1),
            !sentence.has(.auxiliary, opening - 1)
        {
            return subject(endingAt: opening, patience - 1)
        }
        return ClauseSubject(kind: .thing, range: opening..<end)
    }

    /// The sign that opens what a sign closes.
    private func opening(of index: Int) -> Int? {
        var at = index - 1
        while at > sentence.start {
            if sentence.shape(at).contains(.clauseBreak) { return at }
            at -= 1
        }
        return nil
    }

    /// The subject is left out, as in `Ana restarted the broker and forgot the flag`.
    private func subjectOfVerb(before index: Int, _ patience: Int) -> ClauseSubject {
        var at = index - 1
        while at > sentence.start {
            if isFinite(at) {
                let found = subject(of: at, patience - 1)
                if found.kind != .none { return found }
            }
            at -= 1
        }
        return .none
    }

    private func isFinite(_ index: Int) -> Bool {
        guard isVerb(index), index > 0 else { return false }
        return !sentence.has(.determiner, index - 1) && !sentence.has(.preposition, index - 1)
            && !sentence.has(.possessive, index - 1)
    }

    private func pronoun(_ index: Int) -> ClauseSubject? {
        let range = index..<(index + 1)
        if sentence.has(.own, index), !sentence.has(.possessive, index) {
            return ClauseSubject(kind: .own, range: range)
        }
        if sentence.has(.you, index), !sentence.has(.possessive, index) {
            return ClauseSubject(kind: .you, range: range)
        }
        if sentence.has(.everyone, index), !isOfSomeKind(index) {
            return ClauseSubject(kind: .everyone, range: range)
        }
        if sentence.has(.pronoun, index) {
            return ClauseSubject(kind: refersToMachine(index) ? .machine : .third, range: range)
        }
        if sentence.has(.thing, index) { return ClauseSubject(kind: .thing, range: range) }
        return nil
    }

    /// `The licensing people` are not everyone.
    private func isOfSomeKind(_ index: Int) -> Bool {
        sentence.has(.plural, index) && index - 2 >= sentence.start
            && sentence.isNominal(index - 1) && !sentence.has(.quantifier, index - 1)
            && (sentence.has(.determiner, index - 2) || sentence.has(.possessive, index - 2))
    }

    /// `The pods restarted but they failed to connect`.
    private func refersToMachine(_ index: Int) -> Bool {
        guard sentence.shape(index).isDisjoint(with: .capital) else { return false }
        var sawMachine = false
        for before in 0..<index {
            if sentence.has(.person, before) || sentence.has(.own, before) { return false }
            if sentence.has(.machine, before) { sawMachine = true }
        }
        return sawMachine
    }

    // MARK: noun phrases

    /// The last noun of a phrase says what it is; a preposition before it makes it part of a phrase further left.
    private func nounPhrase(endingAt end: Int, _ patience: Int) -> ClauseSubject {
        var head = end - 1
        while head > sentence.start, isTrailing(head) { head -= 1 }
        if let relative = relative(before: head) { return antecedent(of: relative, patience) }
        var start = head
        while start > sentence.start, sentence.isNominal(start - 1) { start -= 1 }
        if sentence.has(.givenName, head), start < head, !sentence.has(.person, head - 1) {
            return ClauseSubject(kind: .third, range: head..<end)
        }
        if start > sentence.start,
            sentence.has(.determiner, start - 1) || sentence.has(.possessive, start - 1)
        {
            start -= 1
        }
        if let relative = relative(governing: start) { return antecedent(of: relative, patience) }
        var beforePossessor = start
        while beforePossessor > sentence.start, sentence.isNominal(beforePossessor - 1) {
            beforePossessor -= 1
        }
        if let outer = outerPhrase(before: beforePossessor, patience) { return outer }
        if start > sentence.start, sentence.forms[start - 1].contains(.ing), sentence.startsClause(start - 1)
        {
            // `Appointing a manager could have helped`: the act is the subject.
            return ClauseSubject(kind: .thing, range: (start - 1)..<end)
        }
        let kind = kind(of: head, start..<end)
        if let together = together(start..<end, kind, patience) { return together }
        if kind == .thing, let owner = subjectOfState(before: start, patience) { return owner }
        return ClauseSubject(kind: kind, range: start..<end)
    }

    /// `The DBA and the script`, `Ana, Bo and Cy`: nouns joined before one verb, of which one is a person. The first of
    /// them begins the clause; in `we paged the DBA and the script failed` none does.
    private func together(_ last: Range<Int>, _ kind: SubjectKind, _ patience: Int) -> ClauseSubject? {
        guard [.machine, .thing, .name].contains(kind), last.lowerBound > sentence.start,
            sentence.has(.conjunction, last.lowerBound - 1)
        else { return nil }
        var join = last.lowerBound - 1
        for _ in 0..<4 {
            let other = subject(endingAt: join, patience - 1)
            guard other.range.upperBound == join, !other.range.isEmpty,
                sentence.startsClause(other.range.lowerBound)
            else { return nil }
            switch other.kind {
            case .third, .own, .you, .everyone:
                return ClauseSubject(kind: other.kind, range: other.range.lowerBound..<last.upperBound)
            case .machine, .thing, .name, .none: join = other.range.lowerBound - 1
            }
            guard join > sentence.start, sentence.shape(join).contains(.clauseBreak) else { return nil }
        }
        return nil
    }

    /// `The job that the operator started failed`: where a phrase seems to end in a verb, it ends a relative clause.
    private func relative(before head: Int) -> Int? {
        guard sentence.forms[head].contains(.past), !sentence.has(.person, head),
            !sentence.has(.machine, head)
        else { return nil }
        var at = head - 1
        while at > sentence.start, !sentence.shape(at).contains(.clauseBreak) {
            if sentence.has(.relative, at) { return at }
            at -= 1
        }
        return nil
    }

    /// `The fitter who hung the sensor never labelled it`: a phrase that is the object of a relative clause.
    private func relative(governing start: Int) -> Int? {
        var verb = start - 1
        while verb > sentence.start, sentence.has(.preposition, verb) { verb -= 1 }
        guard verb > sentence.start, !sentence.forms[verb].isDisjoint(with: .finite) else { return nil }
        var at = verb - 1
        while at > sentence.start,
            sentence.has(.adverb, at) || sentence.has(.auxiliary, at) || sentence.has(.negation, at)
        {
            at -= 1
        }
        return at > sentence.start && sentence.has(.relative, at) ? at : nil
    }

    /// `Whoever was on duty left`: the words behind `was` are a state of the subject before it.
    private func subjectOfState(before start: Int, _ patience: Int) -> ClauseSubject? {
        guard start > sentence.start + 1, sentence.has(.preposition, start - 1), sentence.has(.be, start - 2)
        else { return nil }
        let found = subject(of: start - 2, patience - 1)
        return found.kind == .none ? nil : found
    }

    /// Numbers and code behind a noun name one of its kind: `change 4412`, `job sync-7`.
    private func isTrailing(_ index: Int) -> Bool {
        let shape = sentence.shape(index)
        if sentence.has(.postpositive, index), sentence.has(.person, index - 1) { return true }
        guard shape.contains(.number) || shape.contains(.hole) || shape.contains(.identifier) else {
            return false
        }
        return sentence.isNominal(index - 1) && !sentence.shape(index - 1).contains(.number)
    }

    /// `the owner of the service`: the owner; `the engineer on the night shift`: the engineer. A phrase in front of
    /// everything (`During the deploy Ana …`) has no noun before it.
    private func outerPhrase(before start: Int, _ patience: Int) -> ClauseSubject? {
        guard start > sentence.start, sentence.has(.preposition, start - 1),
            !sentence.has(.subordinator, start - 1)
        else { return nil }
        var at = start - 1
        if at > sentence.start, sentence.has(.adverb, at - 1) { at -= 1 }
        if at > sentence.start, !sentence.forms[at - 1].isDisjoint(with: [.participle, .ing]),
            at - 1 > sentence.start,
            !sentence.has(.machine, at - 1), !sentence.has(.person, at - 1)
        {
            at -= 1
        }
        guard at > sentence.start,
            sentence.isNominal(at - 1) || sentence.has(.everyone, at - 1) || sentence.has(.own, at - 1)
        else { return nil }
        if sentence.has(.quantifier, at - 1) { return nil }
        let found = subject(endingAt: at, patience - 1)
        return found.kind == .none ? nil : found
    }

    private func kind(of head: Int, _ range: Range<Int>) -> SubjectKind {
        if sentence.has(.person, head) {
            return sentence.has(.collective, head) && range.contains { sentence.has(.own, $0) }
                ? .own : .third
        }
        if sentence.has(.machine, head) { return .machine }
        let shape = sentence.shape(head)
        if shape.contains(.nameLike), !sentence.has(.determiner, range.lowerBound) { return .name }
        return .thing
    }
}
