/// Gives each token of a sentence its classes: those of its word, and those that only the sentence tells.
struct Tagger {
    let lexicon: Lexicon
    /// Hashes of the names that the caller told.
    let people: Set<UInt32>
    let systems: SystemNames
    let equalsSign: UInt32

    func sentence(of tokens: [Token], in buffer: SentenceBuffer) -> Sentence {
        var sentence = buffer.hold(tokens, lexicon.vocabulary)
        sentence.equalsSign = equalsSign
        sentence.start = start(of: sentence)
        for index in tokens.indices { refine(index, &sentence) }
        tellSoftwareFromRoles(&sentence)
        tellTradesFromSoftware(&sentence)
        tellThingsFromTheirUsers(&sentence)
        systems.mark(&sentence)
        quoteShortMentions(&sentence)
        markAll(&sentence)
        return sentence
    }

    /// What the sentence has at all, by which many patterns can be told not to fit.
    private func markAll(_ sentence: inout Sentence) {
        sentence.allClasses = ClassSet()
        for index in sentence.classes.indices { sentence.allClasses.formUnion(sentence.classes[index]) }
    }

    /// Entries begin with a time, a zone, a number, a label such as `Why 2:`.
    private func start(of sentence: Sentence) -> Int {
        var index = 0
        while index < sentence.tokens.count {
            let shape = sentence.tokens[index].shape
            let isFront =
                shape.contains(.number) || shape.contains(.punctuation)
                || (index > 0 && sentence.tokens[index - 1].shape.contains(.number)
                    && shape.contains(.allCapitals)
                    && index + 1 < sentence.tokens.count && sentence.tokens[index + 1].isPunctuation)
            guard isFront else { return index }
            index += 1
        }
        return 0
    }

    private func refine(_ index: Int, _ sentence: inout Sentence) {
        let shape = sentence.tokens[index].shape
        if sentence.forms[index].isEmpty {
            if shape.contains(.pastEnding) { sentence.forms[index] = [.past, .participle] }
            if shape.contains(.ingEnding) { sentence.forms[index] = .ing }
            // `woefully`; an anomaly or an assembly is known as something else.
            if shape.contains(.lyEnding), sentence.classes[index].isEmpty {
                sentence.classes[index].insert(KnownClass.adverb.index)
            }
        }
        if shape.contains(.personEnding) { sentence.classes[index].insert(KnownClass.person.index) }
        if shape.contains(.handle) {
            sentence.classes[index].insert(KnownClass.person.index)
        } else if shape.contains(.hole) || shape.contains(.identifier) {
            if !sentence.has(.person, index) { sentence.classes[index].insert(KnownClass.machine.index) }
        } else if shape.contains(.capital) {
            refineCapital(index, &sentence)
        } else {
            sentence.classes[index].remove(KnownClass.givenName.index)
        }
    }

    private func refineCapital(_ index: Int, _ sentence: inout Sentence) {
        let token = sentence.tokens[index]
        let isGivenName = sentence.has(.givenName, index) && !token.shape.contains(.allCapitals)
        if people.contains(token.hash) || isGivenName && isName(index, sentence) {
            sentence.classes[index].insert(KnownClass.person.index)
            sentence.classes[index].insert(KnownClass.givenName.index)
            return
        }
        sentence.classes[index].remove(KnownClass.givenName.index)
        if isFirm(index, sentence) { return markAsName(index, &sentence) }
        if token.shape.contains(.allCapitals) { return refineAcronym(index, &sentence) }
        guard token.word == Vocabulary.unknown, token.end - token.start > 1 else { return }
        // `Corrosion under the lagging`, `Leak: Condensation in the box`.
        if token.shape.contains(.abstractEnding), sentence.startsClause(index) { return }
        if index > 0, sentence.has(.givenName, index - 1), !sentence.tokens[index - 1].shape.contains(.suffix)
        {
            // A family name.
            sentence.classes[index].insert(KnownClass.person.index)
            return
        }
        markAsName(index, &sentence)
    }

    private func markAsName(_ index: Int, _ sentence: inout Sentence) {
        sentence.tokens[index].shape.insert(.nameLike)
        sentence.classes[index].insert(KnownClass.nameLike.index)
    }

    /// `IT` is a team and no pronoun, unless the words around it are all written in capitals.
    private func refineAcronym(_ index: Int, _ sentence: inout Sentence) {
        if sentence.tokens[index].word == Vocabulary.unknown {
            sentence.classes[index].insert(KnownClass.acronym.index)
        } else if sentence.has(.teamAcronym, index),
            ![index - 1, index + 1].contains(where: { sentence.shape($0).contains(.allCapitals) })
        {
            sentence.classes[index].remove(KnownClass.thing.index)
            sentence.classes[index].insert(KnownClass.person.index)
        }
    }

    /// `Summit Hosting`: behind a word with a capital, known or not.
    private func isFirm(_ index: Int, _ sentence: Sentence) -> Bool {
        sentence.has(.firmWord, index) && index > sentence.start
            && sentence.shape(index - 1).contains(.capital)
            && sentence.isNominal(index - 1)
    }

    /// At the start of a sentence a capital says little: a word that is also something else is a name only before a verb.
    private func isName(_ index: Int, _ sentence: Sentence) -> Bool {
        guard sentence.has(.common, index), index == sentence.start else { return true }
        var next = index + 1
        if sentence.shape(next).contains(.clauseBreak) {
            return sentence.has(.who, next + 1) || sentence.has(.determiner, next + 1)
        }
        while sentence.has(.adverb, next), !sentence.has(.auxiliary, next) { next += 1 }
        guard next < sentence.tokens.count else { return false }
        if sentence.shape(next).contains(.suffix) || sentence.has(.modal, next) { return true }
        // `Will have` and `May be` begin a sentence of their own kind.
        if sentence.has(.auxiliary, next) { return !sentence.has(.modal, index) }
        return !sentence.forms[next].isDisjoint(with: .finite) || sentence.has(.personVerb, next)
    }

    /// `The Kubernetes operator`, `the session manager` and `the valve driver` are machines.
    private func tellSoftwareFromRoles(_ sentence: inout Sentence) {
        var isAboutSoftware: Bool?
        for index in sentence.tokens.indices where sentence.has(.ambiguousRole, index) {
            let isAbout =
                isAboutSoftware ?? sentence.tokens.indices.contains { sentence.has(.softwareTerm, $0) }
            isAboutSoftware = isAbout
            guard
                isAbout || sentence.has(.softwareModifier, index - 1)
                    || sentence.has(.deviceRole, index) && sentence.has(.device, index - 1)
                    || sentence.shape(index - 1).contains(.hole)
            else { continue }
            sentence.classes[index].remove(KnownClass.person.index)
            sentence.classes[index].insert(KnownClass.machine.index)
        }
    }

    /// `The helpdesk agent` and `the customs broker` are people.
    private func tellTradesFromSoftware(_ sentence: inout Sentence) {
        for index in sentence.tokens.indices
        where sentence.has(.servingRole, index) && sentence.has(.served, index - 1) {
            sentence.classes[index].remove(KnownClass.machine.index)
            sentence.classes[index].insert(KnownClass.person.index)
        }
    }

    /// `The members table`, `the guard rail` and `press 2` are things.
    private func tellThingsFromTheirUsers(_ sentence: inout Sentence) {
        for index in sentence.tokens.indices {
            if sentence.has(.compoundHead, index) {
                guard let user = user(of: index, sentence) else { continue }
                markAsThing(user, &sentence)
            } else if sentence.has(.namedThing, index - 1), sentence.shape(index - 1).contains(.capital) {
                // `Storm Ciara`, `Hurricane Nora`.
                sentence.classes[index].remove(KnownClass.givenName.index)
                sentence.tokens[index].shape.remove(.nameLike)
                markAsThing(index, &sentence)
            } else if sentence.has(.numberedDevice, index), sentence.shape(index + 1).contains(.number) {
                markAsThing(index, &sentence)
            }
        }
    }

    private func markAsThing(_ index: Int, _ sentence: inout Sentence) {
        sentence.classes[index].remove(KnownClass.person.index)
        sentence.classes[index].insert(KnownClass.machine.index)
    }

    /// The word for people that stands before a thing as a part of its name, with a noun in between at most:
    /// `the nurse call system`. Where the thing can be a verb as well, what follows has to tell.
    private func user(of head: Int, _ sentence: Sentence) -> Int? {
        guard head > 0, !sentence.has(.person, head + 1), !sentence.has(.person, head) else { return nil }
        var user = head - 1
        var mayBeVerb = sentence.forms[head].contains(.base)
        if user > 0, !sentence.has(.person, user), sentence.isNominal(user), !sentence.has(.adverb, user) {
            mayBeVerb = mayBeVerb || sentence.forms[user].contains(.base)
            guard sentence.has(.machine, user) || sentence.forms[user] == .base else { return nil }
            user -= 1
        }
        let others: [KnownClass] = [.givenName, .pronoun, .possessive, .own, .everyone, .nameLike, .thing]
        guard sentence.has(.person, user), !others.contains(where: { sentence.has($0, user) }),
            sentence.shape(user).isDisjoint(with: [.handle, .suffix, .personEnding])
        else { return nil }
        // `The clerk keys in` and `the crew doors` look alike.
        guard mayBeVerb || sentence.has(.plural, head) && !sentence.has(.plural, user) else { return user }
        guard !sentence.has(.plural, user) else { return nil }
        let next = head + 1
        guard next < sentence.tokens.count else { return nil }
        if [.auxiliary, .modal, .negation].contains(where: { sentence.has($0, next) }) { return user }
        guard let helper = helper(before: user, sentence) else {
            return sentence.forms[next].isDisjoint(with: .finite) ? nil : user
        }
        // `Was the staff lift`: no verb in its plain form follows.
        return sentence.has(.be, helper) || !sentence.forms[next].isDisjoint(with: .base) ? user : nil
    }

    /// `Did the operator`: the helping verb that stands before the phrase.
    private func helper(before index: Int, _ sentence: Sentence) -> Int? {
        var before = index - 1
        while before >= sentence.start, before > index - 4,
            sentence.has(.determiner, before) || sentence.isNominal(before)
        {
            before -= 1
        }
        return sentence.has(.auxiliary, before) || sentence.has(.modal, before) ? before : nil
    }

    /// Takes all classes from what is quoted, so that no rule speaks of it unless it asks for quotations.
    private func quoteShortMentions(_ sentence: inout Sentence) {
        for index in sentence.tokens.indices where sentence.tokens[index].shape.contains(.quoted) {
            sentence.classes[index].remove(KnownClass.person.index)
        }
    }
}
