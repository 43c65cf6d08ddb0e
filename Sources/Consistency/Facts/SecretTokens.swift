/// Tokens that show by their first letters what they are, and values behind a telling name.
extension SecretScanner {
    /// `-----BEGIN … PRIVATE KEY-----` to its end.
    func privateKey(_ at: Int) -> Secret? {
        guard starts(at, "-----BEGIN ") else { return nil }
        let head = text(at..<min(bytes.count, at + 60))
        guard head.contains("PRIVATE KEY") else { return nil }
        var stop = at + 11
        while stop < bytes.count, stop - at < 8192, !starts(stop, "-----END ") { stop += 1 }
        while stop < bytes.count, bytes[stop] != 0x0A { stop += 1 }
        return secret(.privateKey, at..<stop)
    }

    /// Whether the first letters of a word are those of a token, of a telling name or of an account; most words' are not.
    func mayBegin(_ at: Int) -> Bool {
        isDigit(at + 2)
            || at + 1 < bytes.count
                && Self.secondLetters[Int(bytes[at] & 31)] & 1 << UInt32(bytes[at + 1] & 31) != 0
    }

    /// Of tokens and telling names, for each first letter a bit for each second one, capital and small alike.
    private static let secondLetters: [UInt32] = {
        let tokens: [StaticString] = [
            "AKIA", "ASIA", "ABIA", "ACCA", "AIza", "AGE-", "Authorization", "Bearer", "Basic", "ghp_",
            "github",
            "glpat-", "xoxb-", "xapp-", "sk_", "rk_", "pk_", "sk-", "pypi-", "hooks.", "hf_", "npm_", "dop_",
            "SG.", "eyJ",
        ]
        return (tokens + tellingNames).reduce(into: [UInt32](repeating: 0, count: 32)) { bits, name in
            bits[Int(name.utf8Start[0] & 31)] |= 1 << UInt32(name.utf8Start[1] & 31)
        }
    }()

    /// A word that begins as the tokens of a service do.
    func word(_ at: Int) -> Secret? {
        token(at) ?? told(at) ?? iban(at)
    }

    private func token(_ at: Int) -> Secret? {
        switch bytes[at] {
        case 0x41:  // A
            for mark in ["AKIA", "ASIA", "ABIA", "ACCA"] as [StaticString] where starts(at, mark) {
                // The vendor's own example ends so.
                return starts(at + 13, "EXAMPLE") ? nil : token(.awsKey, at, 20, 20)
            }
            if starts(at, "AIza") { return token(.googleKey, at, 39, 39, and: "-_") }
            if starts(at, "AGE-SECRET-KEY-1") { return token(.privateKey, at, 60, 80, and: "-") }
            return starts(at, "Authorization") || starts(at, "Bearer ") ? bearer(at) : nil
        case 0x67:  // g
            for mark in ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"] as [StaticString] where starts(at, mark) {
                return token(.githubToken, at, 30, 255, and: "_")
            }
            if starts(at, "github_pat_") { return token(.githubToken, at, 40, 255, and: "_") }
            return starts(at, "glpat-") ? token(.gitlabToken, at, 20, 64, and: "-_") : nil
        case 0x78:  // x
            for mark in ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-"] as [StaticString]
            where starts(at, mark) {
                return token(.slackToken, at, 20, 255, and: "-")
            }
            return nil
        case 0x73, 0x72, 0x70:  // s, r, p
            for mark in ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_prod_", "rk_prod_", "pk_live_"]
                as [StaticString] where starts(at, mark)
            {
                return token(.stripeKey, at, 18, 255, and: "_")
            }
            if starts(at, "sk-"), run(at, and: "-_") - at >= 24, hasDigit(at..<run(at, and: "-_")) {
                return token(.apiKey, at, 24, 255, and: "-_")
            }
            return starts(at, "pypi-") ? token(.apiKey, at, 40, 255, and: "-_") : nil
        case 0x68:  // h
            if starts(at, "hooks.slack.com/services/") { return token(.slackHook, at, 40, 255, and: "./-_") }
            return starts(at, "hf_") ? token(.apiKey, at, 30, 64, and: "_") : nil
        case 0x6E: return starts(at, "npm_") ? token(.apiKey, at, 36, 64, and: "_") : nil
        case 0x64: return starts(at, "dop_v1_") ? token(.apiKey, at, 60, 80, and: "_") : nil
        case 0x53: return starts(at, "SG.") ? token(.apiKey, at, 50, 100, and: "._-") : nil
        case 0x65: return starts(at, "eyJ") ? webToken(at) : nil
        case 0x42, 0x62:
            return (starts(at, "Bearer ") || starts(at, "bearer ") || starts(at, "Basic ")) ? bearer(at) : nil
        default: return nil
        }
    }

    private func token(_ kind: Secret.Kind, _ at: Int, _ least: Int, _ most: Int, and more: StaticString = "")
        -> Secret?
    {
        let stop = run(at, and: more)
        return (least...most).contains(stop - at) ? secret(kind, at..<stop) : nil
    }

    private func webToken(_ at: Int) -> Secret? {
        let stop = run(at, and: "._-")
        let dots = (at..<stop).count { bytes[$0] == 0x2E }
        return dots >= 2 && stop - at >= 40 ? secret(.webToken, at..<stop) : nil
    }

    /// The value behind `Bearer` and `Basic`.
    private func bearer(_ at: Int) -> Secret? {
        var start = at
        if starts(at, "Authorization") {
            start = at + 13
            while start < bytes.count, [0x3A, 0x20, 0x22].contains(bytes[start]) { start += 1 }
        }
        for mark in ["Bearer ", "bearer ", "Basic ", "token ", "Token "] as [StaticString]
        where starts(start, mark) {
            let value = start + mark.utf8CodeUnitCount
            let stop = run(value, and: "._-+/=~")
            return stop - value >= 16 && hasDigit(value..<stop) ? secret(.authorization, value..<stop) : nil
        }
        return nil
    }

    /// `https://name:word@host`
    func userInfo(_ at: Int) -> Secret? {
        guard starts(at, "://") else { return nil }
        var stop = at + 3
        var colon: Int?
        while stop < bytes.count, stop - at < 200 {
            let byte = bytes[stop]
            if byte == 0x3A, colon == nil { colon = stop }
            if byte == 0x40 {
                guard let colon, stop - colon > 1 else { return nil }
                let value = (colon + 1)..<stop
                return isStandIn(value) ? nil : secret(.addressPassword, value)
            }
            if byte <= 0x20 || byte == 0x2F || byte == 0x29 || byte == 0x7C { return nil }
            stop += 1
        }
        return nil
    }

    // MARK: name = value

    private static let passwords: [StaticString] = [
        "password", "passwd", "passphrase", "passcode", "pass", "pwd", " pw",
    ]
    private static let keys: [StaticString] = [
        "secret", "token", "api_key", "apikey", "api-key", "api key", "access_key", "accesskey", "access-key",
        "access key", "private_key", "privatekey", "client_secret", "auth_key", "credential", "secret key",
        "encryption_key", "signing_key",
    ]

    /// `DB_PASSWORD=…`, `password: "…"`, `--password=…`
    func assignment(_ at: Int) -> Secret? {
        var nameEnd = at
        while nameEnd > 0, bytes[nameEnd - 1] == 0x20 { nameEnd -= 1 }
        var start = nameEnd
        while start > 0, at - start < 60,
            isWord(start - 1) || bytes[start - 1] == 0x2D || bytes[start - 1] == 0x22
                || bytes[start - 1] == 0x20 && isKeyGap(start - 1) || bytes[start - 1] == 0x2A
        { start -= 1 }
        let isCookie = bytes[at] == 0x3D && Self.ends(bytes[start..<nameEnd], Self.sessions)
        guard start < nameEnd else { return nil }
        guard let kind = isCookie ? .apiKey : Self.kind(of: bytes[start..<nameEnd]) else {
            return assignedPerson(at, name: start..<nameEnd) ?? pair(at + 1, name: start..<nameEnd)
        }
        let isPassword = kind == .password
        var value = at + 1
        while value < bytes.count, [0x20, 0x22, 0x27, 0x60, 0x2A, 0x3D].contains(bytes[value]) { value += 1 }
        var stop = value
        while stop < bytes.count, bytes[stop] > 0x20, !" \"'`|<>,;)]}".utf8.contains(bytes[stop]) {
            stop += 1
        }
        while stop > value, bytes[stop - 1] == 0x2E { stop -= 1 }
        if isCookie, !isSession(value..<stop) { return nil }
        return isSecret(value..<stop, isPassword: isPassword, isSure: bytes[at] == 0x3D)
            ? secret(kind, value..<stop) : nil
    }

    /// `curl -u admin:…`, `mysql -p…`: the password of a command line.
    func commandPassword(_ at: Int) -> Secret? {
        guard at > 0, bytes[at - 1] == 0x20, at + 2 < bytes.count else { return nil }
        let line = text(max(0, at - 60)..<at)
        var value: Int
        if starts(at, "-u "), line.contains("curl") || line.contains("wget") || line.contains("http") {
            value = at + 3
            while value < bytes.count, bytes[value] > 0x20, bytes[value] != 0x3A { value += 1 }
            guard value < bytes.count, bytes[value] == 0x3A else { return nil }
            value += 1
        } else if starts(at, "-p"), bytes[at + 2] > 0x20, line.contains("mysql") {
            value = at + 2
        } else if starts(at, "-p ") && line.contains("sshpass")
            || starts(at, "-a ") && line.contains("redis-cli")
        {
            value = at + 3
        } else {
            return nil
        }
        var stop = value
        while stop < bytes.count, bytes[stop] > 0x20, bytes[stop] != 0x60, bytes[stop] != 0x22 { stop += 1 }
        return isSecret(value..<stop, isPassword: true, isSure: true) ? secret(.password, value..<stop) : nil
    }

    /// `session=9f8e7d6c5b4a39281706`: hexadecimal, as names and dates are not.
    private func isSession(_ range: Range<Int>) -> Bool {
        range.count >= 16
            && range.allSatisfy { isDigit($0) || (0x61...0x66).contains(bytes[$0] | 0x20) }
    }

    private static let sessions: [StaticString] = ["session", "sessionid", "session_id", "sid", "jsessionid"]

    /// What the value behind a name would be; nil where the name does not tell: the telling ones end it, in the singular or
    /// the plural, or stand before an underscore.
    private static func kind(of name: Slice<UnsafeBufferPointer<UInt8>>) -> Secret.Kind? {
        var end = name.endIndex
        while end > name.startIndex {
            let part = name[..<end]
            if ends(part, passwords) { return .password }
            if ends(part, keys) { return .apiKey }
            guard let underscore = part.lastIndex(of: 0x5F) else { return nil }
            end = underscore
        }
        return nil
    }

    static func ends(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ telling: [StaticString]) -> Bool {
        var bare = name
        while let last = bare.last, last == 0x22 || last == 0x2A { bare.removeLast() }
        let isPlural = bare.last.map { $0 | 0x20 == 0x73 } ?? false
        return telling.contains { word in
            bare.ends(with: word) || isPlural && bare.dropLast().ends(with: word)
        }
    }

    /// `api key` and `access key` are names of two words.
    private func isKeyGap(_ at: Int) -> Bool { starts(at + 1, "key") || starts(at + 1, "Key") }

    private func isSecret(_ range: Range<Int>, isPassword: Bool, isSure: Bool) -> Bool {
        guard range.count >= (isPassword ? 6 : 12), range.count <= 512, !isStandIn(range) else {
            return false
        }
        let hasLetter = range.contains { isLetter($0) }
        guard hasLetter, hasDigit(range) || hasSymbol(range) else { return false }
        if bytes[range.lowerBound] == 0x2F || starts(range.lowerBound, "http") { return false }
        return isPassword
            ? isSure || hasDigit(range) || hasSymbol(range) : hasDigit(range) && entropy(range) >= 3
    }

    /// A mask, a variable, a path or a plain statement in the place of a value.
    func isStandIn(_ range: Range<Int>) -> Bool {
        let value = text(range).lowercased()
        let marks = [
            "***", "xxx", "<", "$", "{", "[", "redacted", "example", "changeme", "placeholder", "…", "...",
            "your",
            "removed", "masked", "hidden",
        ]
        if ["password", "passwd", "secret", "token"].contains(value) { return true }
        return marks.contains { value.contains($0) } || Set(value).count < 3
    }

    func hasDigit(_ range: Range<Int>) -> Bool { range.contains { isDigit($0) } }

    private func hasSymbol(_ range: Range<Int>) -> Bool {
        range.contains {
            bytes[$0] < 0x80 && !isLetter($0) && !isDigit($0) && bytes[$0] != 0x2D && bytes[$0] != 0x2E
                && bytes[$0] != 0x5F && bytes[$0] != 0x2F && bytes[$0] != 0x28
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// - Parameter word: in small letters.
    fileprivate func ends(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length <= count else { return false }
        for offset in 1...length {
            let byte = self[endIndex - offset]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lower != word.utf8Start[length - offset] { return false }
        }
        return true
    }
}
