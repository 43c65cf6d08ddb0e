/// Passwords that a sentence tells: `log in as jobs, password Tr4umhaus!`, `the password of the jobs account is …`.
extension SecretScanner {
    /// What a word tells of the words behind it.
    func told(_ at: Int) -> Secret? {
        switch bytes[at] | 0x20 {
        case 0x70: toldPassword(at) ?? toldPin(at) ?? nationalNumber(at)  // p
        case 0x63: toldCode(at) ?? nationalNumber(at)  // c
        case 0x6B: toldKey(at)  // k
        case 0x62, 0x64: birthDate(at) ?? nationalNumber(at)  // b, d
        default: nationalNumber(at)
        }
    }

    /// All words that `told` knows something of.
    static let tellingNames = names + ["PIN", "code", "key"] + births + nationalNames

    private static let names: [StaticString] = [
        "password", "passphrase", "passcode", "passwd", "pwd", "pw", "pass",
    ]
    /// Words that are looked at behind the name.
    private static let reach = 8

    private func toldPassword(_ at: Int) -> Secret? {
        guard let name = Self.names.first(where: { isNamed(at, $0) }) else { return nil }
        var place = at + name.utf8CodeUnitCount
        // `password: …` is read as a name and its value.
        if place < bytes.count, bytes[place] == 0x2C { place += 1 }
        guard place < bytes.count, bytes[place] == 0x20 else { return nil }
        if starts(at, "pass "), !isLogin(before: at) { return nil }
        var isAnnounced = false
        for step in 0..<Self.reach {
            guard let (value, isQuoted) = toldWord(&place) else { return nil }
            if isAnnounced || isQuoted && step == 0 ? looksLikePassword(value) : isStrong(value, step) {
                return secret(.password, value)
            }
            let goesOn = announces(value)
            if !goesOn, isAnnounced || step == 0 && starts(at, "pass ") || endsSentence(value) { return nil }
            isAnnounced = goesOn
        }
        return nil
    }

    /// The next word on the line, without quotation marks and brackets.
    private func toldWord(_ at: inout Int) -> (Range<Int>, isQuoted: Bool)? {
        var isQuoted = false
        while at < bytes.count, [0x20, 0x22, 0x27, 0x60, 0x2A, 0x28].contains(bytes[at]) {
            isQuoted = bytes[at] != 0x20 && bytes[at] != 0x28
            at += 1
        }
        let start = at
        while at < bytes.count, bytes[at] > 0x20, !"\"'`|<>,;)]}".utf8.contains(bytes[at]) { at += 1 }
        guard at > start else { return nil }
        var stop = at
        while stop > start + 1, ".*?".utf8.contains(bytes[stop - 1]) { stop -= 1 }
        return (start..<stop, isQuoted)
    }

    /// `is`, `was`, `reads`, and a word with a colon behind it.
    private func announces(_ word: Range<Int>) -> Bool {
        bytes[word.upperBound - 1] == 0x3A
            || (["is", "was", "reads", "still", "remained", "="] as [StaticString]).contains {
                word.count == $0.utf8CodeUnitCount && starts(word.lowerBound, $0)
            }
    }

    private func endsSentence(_ word: Range<Int>) -> Bool {
        word.upperBound >= bytes.count
            || [0x2E, 0x3B, 0x3F, 0x0A, 0x0D, 0x7C].contains(bytes[word.upperBound])
    }

    private func looksLikePassword(_ range: Range<Int>) -> Bool {
        range.count >= 6 && hasDigit(range) && range.contains { isLetter($0) } && !isStandIn(range)
    }

    /// Right behind the name, where any word may stand: of two sorts at least out of small beside capital letters, two
    /// digits, and signs.
    private func isStrong(_ range: Range<Int>, _ step: Int, sorts wanted: Int = 2) -> Bool {
        guard step == 0, looksLikePassword(range), !isTechnique(range) else { return false }
        let isMixed =
            range.contains { (0x41...0x5A).contains(bytes[$0]) }
            && range.contains { (0x61...0x7A).contains(bytes[$0]) }
        let sorts = [
            isMixed, range.count { isDigit($0) } > 1,
            range.contains { "!@#$%^&*+?~".utf8.contains(bytes[$0]) },
        ]
        return sorts.count { $0 } >= wanted
    }

    /// `OAuth2.0`, `SHA256`
    private func isTechnique(_ range: Range<Int>) -> Bool {
        let word = text(range).lowercased()
        return ["oauth", "sha", "md5", "bcrypt", "argon", "pbkdf", "scrypt", "saml", "ldap"].contains {
            word.hasPrefix($0)
        }
    }

    /// `user jobs, pass …`
    private func isLogin(before at: Int) -> Bool {
        let words = text(max(0, at - 40)..<at).lowercased()
        return ["user", "login", "log in", "sign in", "account", "credentials"].contains {
            words.contains($0)
        }
    }

    /// Whether a word of any case stands there and ends there.
    func isNamed(_ at: Int, _ name: StaticString) -> Bool {
        let stop = at + name.utf8CodeUnitCount
        guard stop <= bytes.count, !isLetter(stop), bytes[at + 1] | 0x20 == name.utf8Start[1] | 0x20 else {
            return false
        }
        return (0..<name.utf8CodeUnitCount).allSatisfy { index in
            let byte = bytes[at + index]
            return (0x41...0x5A).contains(byte)
                ? byte | 0x20 == name.utf8Start[index] : byte == name.utf8Start[index]
        }
    }

    /// `the key of the guest network is Tr4umhaus!`
    private func toldKey(_ at: Int) -> Secret? {
        guard isNamed(at, "key") else { return nil }
        var place = at + 3
        var isAnnounced = false
        for _ in 0..<Self.reach {
            guard let (value, _) = toldWord(&place) else { return nil }
            if isAnnounced { return isStrong(value, 0, sorts: 3) ? secret(.password, value) : nil }
            if endsSentence(value) { return nil }
            isAnnounced = announces(value)
        }
        return nil
    }

    private static let logins: [StaticString] = [
        "login", "credentials", "log-in", "user", "username", "account",
    ]

    /// `Login: jobs / Tr4umhaus!`
    func pair(_ at: Int, name: Range<Int>) -> Secret? {
        guard Self.ends(bytes[name], Self.logins) else { return nil }
        var place = at
        guard toldWord(&place) != nil, let (slash, _) = toldWord(&place), slash.count == 1,
            bytes[slash.lowerBound] == 0x2F, let (value, _) = toldWord(&place), isStrong(value, 0)
        else { return nil }
        return secret(.password, value)
    }

    // MARK: digits that open something

    /// `PIN 4711`
    private func toldPin(_ at: Int) -> Secret? {
        starts(at, "PIN") && !isWord(at + 3) ? openingDigits(at + 3) : nil
    }

    /// `the door code is 2580`
    private func toldCode(_ at: Int) -> Secret? {
        guard isNamed(at, "code"), at > 5 else { return nil }
        let before = text(max(0, at - 8)..<at).lowercased()
        let openers = ["door ", "gate ", "alarm ", "safe ", "entry ", "access ", "lock "]
        return openers.contains { before.hasSuffix($0) } ? openingDigits(at + 4) : nil
    }

    /// Four to eight digits, behind `is` or a colon or at once.
    private func openingDigits(_ at: Int) -> Secret? {
        var start = at
        for said in [":", " is", " was"] as [StaticString] where starts(start, said) {
            start += said.utf8CodeUnitCount
        }
        while start < bytes.count, [0x20, 0x60, 0x22, 0x2A].contains(bytes[start]) { start += 1 }
        var stop = start
        while isDigit(stop) { stop += 1 }
        return start > at && (4...8).contains(stop - start) && !isWord(stop)
            ? secret(.password, start..<stop) : nil
    }
}
