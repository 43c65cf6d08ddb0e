import Diagnostics

/// How grave a hit is, by who is meant: others are protected more than we are from ourselves.
struct HitSeverity {
    let rule: WordingRule
    let hit: Hit
    let sentence: Sentence

    var severity: Severity {
        switch rule.severity {
        case .warning: .warning
        case .hint: .hint
        case .error: target == .own ? .warning : .error
        case .byTarget, .bySentence: isOther(target) ? .error : .warning
        }
    }

    private func isOther(_ kind: SubjectKind) -> Bool {
        switch kind {
        case .third, .you, .name: true
        case .own, .everyone, .machine, .thing, .none: false
        }
    }

    /// A person among the marked words, else the subject of their clause, else the person that the marked words lead to,
    /// else one that the rule saw before them, else, where nobody is the subject, one that stands near.
    private var target: SubjectKind {
        let named = person(in: hit.marked)
        if let named, !isObject(named) { return named }
        switch hit.subject.kind {
        case .third, .own, .you, .everyone, .name: return hit.subject.kind
        case .machine, .thing, .none: break
        }
        guard let reach else { return hit.subject.kind }
        let found = person(behind: hit.marked) ?? personBefore
        return found ?? owner ?? (reach ? nearest : nil) ?? hit.subject.kind
    }

    /// `The vendor left us in the dark`, `the team changes it without telling anyone`: others are the subject, and we or
    /// anyone what comes of it.
    private func isObject(_ kind: SubjectKind) -> Bool {
        guard kind == .own || kind == .everyone else { return false }
        if hit.subject.kind == .none { return kind == .everyone && personBefore == .third }
        guard isOther(hit.subject.kind) else { return false }
        return hit.subject.range.upperBound <= hit.marked.lowerBound
            && !sentence.has(.own, hit.marked.lowerBound) && !sentence.has(.everyone, hit.marked.lowerBound)
    }

    /// Whether people outside the clause's subject count, and whether they do far away as well; nil where they do not:
    /// tone, hindsight and appeals are about the event, whoever is named beside them.
    private var reach: Bool? {
        if rule.severity == .bySentence { return true }
        return switch rule.category {
        case .blame(.hindsight), .blame(.loadedTone), .blame(.weakAction), .trap: nil
        case .blame(.counterfactual), .blame(.intent), .blame(.blameQuestion): hit.subject.kind != .machine
        case .blame: false
        }
    }

    /// One that the rule saw before the marked words.
    private var personBefore: SubjectKind? { person(in: hit.matched.lowerBound..<hit.marked.lowerBound) }

    /// The first person named by some words. `Our field crew` is not we, `our crew` is.
    private func person(in range: Range<Int>) -> SubjectKind? {
        for index in range where !sentence.shape(index).contains(.quoted) {
            if sentence.has(.own, index) { return isOfOthers(index, range.upperBound) ? .third : .own }
            if sentence.has(.everyone, index) { return .everyone }
            if sentence.has(.you, index) { return .you }
            if sentence.has(.person, index) { return .third }
        }
        return nil
    }

    /// Whether a possessive of ours stands before a person that is told from the rest of us.
    private func isOfOthers(_ index: Int, _ end: Int) -> Bool {
        guard sentence.has(.possessive, index) else { return false }
        let person = (index + 1..<max(end, index + 1)).prefix(4).first {
            sentence.has(.person, $0) && !sentence.has(.everyone, $0)
        }
        guard let person else { return false }
        return person > index + 1 || !sentence.has(.collective, person)
    }

    /// `The blame falls on the captain`, `it would have been better if the crew`: the noun phrase that a preposition or a
    /// conjunction at the end of the marked words leads to.
    private func person(behind marked: Range<Int>) -> SubjectKind? {
        guard let last = marked.last, sentence.has(.preposition, last) || sentence.has(.subordinator, last)
        else { return nil }
        var end = marked.upperBound
        while sentence.has(.determiner, end) || sentence.has(.possessive, end) { end += 1 }
        let start = end
        while end < start + 4, sentence.isNominal(end) {
            end += 1
            if sentence.has(.person, end - 1), !sentence.has(.person, end) { break }
        }
        return person(in: marked.upperBound..<end)
    }

    /// `Our own want of discipline`: whose it is, right before the marked words.
    private var owner: SubjectKind? {
        var before = hit.marked.lowerBound - 1
        while before > sentence.start, sentence.isNominal(before) { before -= 1 }
        return sentence.has(.possessive, before) && sentence.has(.own, before) ? .own : nil
    }

    /// The nearest noun before the marked words in their clause, else the first behind them, if it is a person and no
    /// machine.
    private var nearest: SubjectKind? {
        var before = hit.marked.lowerBound - 1
        while before >= sentence.start, !sentence.shape(before).contains(.clauseBreak) {
            if let kind = noun(before) { return kind }
            before -= 1
        }
        return (hit.marked.upperBound..<max(hit.marked.upperBound, sentence.tokens.count)).lazy
            .compactMap { noun($0) }.first
    }

    private func noun(_ index: Int) -> SubjectKind? {
        if sentence.has(.own, index) { return .own }
        if sentence.has(.everyone, index) { return .everyone }
        if sentence.has(.person, index), !sentence.has(.bystander, index) { return .third }
        return sentence.has(.machine, index) ? .machine : nil
    }
}
