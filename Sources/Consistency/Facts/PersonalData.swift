import Diagnostics

/// Addresses and numbers of people: e-mail, IP, phone, cards and accounts.
extension SecretScanner {
    // MARK: e-mail

    /// Around an `@`.
    func email(_ at: Int) -> Secret? {
        var start = at
        while start > 0, isLetter(start - 1) || isDigit(start - 1) || "._%+-".utf8.contains(bytes[start - 1])
        { start -= 1 }
        let stop = run(at + 1, and: ".-")
        guard start < at, stop > at + 1, isLetter(start) || isDigit(start) else { return nil }
        var host = text((at + 1)..<stop).lowercased()
        var end = stop
        while host.hasSuffix(".") || host.hasSuffix("-") { host.removeLast(); end -= 1 }
        let labels = host.split(separator: ".")
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter) else {
            return nil
        }
        let local = text(start..<at).lowercased()
        if local == "git" || isReserved(host) { return nil }
        return secret(.email, start..<end, isQuiet: Self.mailboxes.contains(where: { local.hasPrefix($0) }))
    }

    /// Set aside for documents (RFC 2606).
    private func isReserved(_ host: String) -> Bool {
        ["example.com", "example.org", "example.net"].contains { host == $0 || host.hasSuffix("." + $0) }
            || [".example", ".test", ".invalid", ".localhost"].contains { host.hasSuffix($0) }
    }

    /// A team's or a machine's mailbox is nobody's own.
    private static let mailboxes = [
        "support", "info", "security", "noreply", "no-reply", "postmaster", "abuse", "oncall", "on-call",
        "status", "help", "alerts", "alert", "team", "sre", "ops", "root", "incident", "press", "privacy",
        "contact", "admin", "hello",
    ]

    // MARK: digits

    /// A card or an IP address that begins with a digit, which no letter or digit stands before.
    func digits(_ at: Int) -> Secret? {
        guard at == 0 || !isWord(at - 1) && bytes[at - 1] != 0x2E && bytes[at - 1] != 0x2D else { return nil }
        return address(at) ?? card(at) ?? address6(at) ?? localPhone(at) ?? home(at)
    }

    private func address(_ at: Int) -> Secret? {
        var stop = at
        var octets: [Int] = []
        while octets.count < 4 {
            let start = stop
            while isDigit(stop), stop - start < 4 { stop += 1 }
            guard stop > start, stop - start < 4 else { return nil }
            let value = (start..<stop).reduce(0) { 10 * $0 + Int(bytes[$1] - 0x30) }
            guard value < 256 else { return nil }
            if stop - start > 1, bytes[start] == 0x30 { return nil }
            octets.append(value)
            if octets.count < 4 {
                guard stop < bytes.count, bytes[stop] == 0x2E else { return nil }
                stop += 1
            }
        }
        if isWord(stop) || stop < bytes.count && bytes[stop] == 0x2E && isDigit(stop + 1)
            || isVersion(at, octets)
        {
            return nil
        }
        switch (octets[0], octets[1]) {
        case (0, _), (127, _), (255, _), (169, 254): return nil
        // Set aside for documents (RFC 5737).
        case (192, 0) where octets[2] == 2, (198, 51) where octets[2] == 100, (203, 0) where octets[2] == 113:
            return nil
        case (10, _), (192, 168), (172, 16...31): return secret(.ipAddress, at..<stop, isQuiet: true)
        default: return secret(.ipAddress, at..<stop, isQuiet: stop < bytes.count && bytes[stop] == 0x2F)
        }
    }

    /// `version 1.2.3.4`, `release 4.18.0.1`
    private func isVersion(_ at: Int, _ numbers: [Int]) -> Bool {
        // `chrome/120.0.6099.109`
        if at > 1, bytes[at - 1] == 0x2F, isLetter(at - 2) { return true }
        let before = text(max(0, at - 12)..<at).lowercased()
        return [
            "version ", "version=", "version: ", "version:** ", "release ", "release=", "v",
            "build ", "section ",
            "chapter ",
            "clause ", "kernel ", "named ", "bind ", "update ", "patch ", "firmware ", "software ",
        ].contains { before.hasSuffix($0) }
            // `client 6.0.0.1` may be either; versions count in small numbers.
            || before.hasSuffix("client ") && numbers.allSatisfy { $0 < 32 }
    }

    /// Eight groups, or a double colon, with a letter among the digits.
    private func address6(_ at: Int) -> Secret? {
        var stop = at
        while stop < bytes.count,
            isDigit(stop) || bytes[stop] == 0x3A
                || (bytes[stop] | 0x20) >= 0x61 && (bytes[stop] | 0x20) <= 0x66
        { stop += 1 }
        guard !isWord(stop), stop - at >= 6 else { return nil }
        let value = text(at..<stop)
        let groups = value.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.count <= 4 }), groups.count >= 3 else { return nil }
        let isShort = value.contains("::")
        guard
            isShort
                ? groups.count <= 9 && value.contains(where: \.isLetter) || isShort && groups.count > 3
                : groups.count == 8
        else { return nil }
        return secret(.ipAddress, at..<stop)
    }

    /// 13 to 19 digits in the ranges of card issuers, with the check digit of Luhn.
    private func card(_ at: Int) -> Secret? {
        var stop = at
        var (count, groups) = (0, 1)
        while stop < bytes.count {
            if isDigit(stop) {
                count += 1
                stop += 1
            } else if bytes[stop] == 0x20 || bytes[stop] == 0x2D, isDigit(stop + 1),
                count % 4 == 0 || groups > 1 || count == 4
            {
                groups += 1
                stop += 1
            } else {
                break
            }
            if count > 19 { return nil }
        }
        guard count >= 13, !isWord(stop), groups <= 5 else { return nil }
        let numbers = (at..<stop).filter { isDigit($0) }.map { Int(bytes[$0] - 0x30) }
        guard isIssued(numbers), isLuhn(numbers), !isReference(at) else { return nil }
        return secret(.cardNumber, at..<stop)
    }

    /// `order 4539…`, `ticket number 4000…`
    private func isReference(_ at: Int) -> Bool {
        let words = text(max(0, at - 28)..<at).lowercased().words().suffix(2)
        let references = [
            "order", "ticket", "invoice", "case", "reference", "request", "trace", "shipment", "parcel",
            "batch",
        ]
        return words.contains { references.contains(String($0)) }
    }

    private func isIssued(_ digits: [Int]) -> Bool {
        let two = digits[0] * 10 + digits[1]
        let four = two * 100 + digits[2] * 10 + digits[3]
        return switch digits.count {
        case 15: two == 34 || two == 37
        case 16:
            digits[0] == 4 || (51...55).contains(two) || (2221...2720).contains(four) || four == 6011
                || two == 65 || two == 35
        case 13, 19: digits[0] == 4
        case 14: two == 36 || two == 38
        default: false
        }
    }

    private func isLuhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0 && Set(digits).count > 2
    }

    // MARK: phone and account

    /// `+49 30 1234567`: ten to fifteen digits behind a plus, in groups.
    func phone(_ at: Int) -> Secret? {
        guard isDigit(at + 1), bytes[at + 1] != 0x30, at == 0 || !isWord(at - 1) else { return nil }
        var stop = at + 1
        var count = 0
        while stop < bytes.count {
            if isDigit(stop) { count += 1; stop += 1; continue }
            guard " -()".utf8.contains(bytes[stop]),
                isDigit(stop + 1) || bytes[stop + 1] == 0x28
                    || bytes[stop] == 0x29 && stop + 2 < bytes.count && isDigit(stop + 2)
            else { break }
            stop += 1
        }
        return (10...15).contains(count) && !isWord(stop) && (stop >= bytes.count || bytes[stop] != 0x25)
            ? secret(.phone, at..<stop) : nil
    }

    /// `555-123-4567` and `555 123 4567`, where a word such as *call* or *phone* stands before.
    private func localPhone(_ at: Int) -> Secret? {
        var stop = at
        var groups = [0]
        while stop < bytes.count,
            isDigit(stop) || [0x2D, 0x20, 0x2F].contains(bytes[stop]) && isDigit(stop + 1)
        {
            if isDigit(stop) { groups[groups.count - 1] += 1 } else { groups.append(0) }
            stop += 1
        }
        guard (9...12).contains(groups.reduce(0, +)), (2...4).contains(groups.count), !isWord(stop),
            groups.first == 3 || groups.first == 4 && groups[1] > 2 || bytes[at] == 0x30,
            // A number that anybody may call for nothing is a firm's.
            !starts(at, "0800"), !starts(at, "0808")
        else { return nil }
        let before = text(max(0, at - 24)..<at).lowercased()
        return ["phone", "tel", "mobile", "call ", "called ", "dial", "cell"].contains { before.contains($0) }
            ? secret(.phone, at..<stop) : nil
    }

    /// Two letters, two check digits, and a remainder of 1 (ISO 13616).
    func iban(_ at: Int) -> Secret? {
        guard isLetter(at), isLetter(at + 1), isDigit(at + 2), isDigit(at + 3), bytes[at] < 0x5B,
            bytes[at + 1] < 0x5B
        else { return nil }
        var stop = at
        var letters: [UInt8] = []
        while stop < bytes.count {
            if isDigit(stop) || isLetter(stop) && bytes[stop] < 0x5B {
                letters.append(bytes[stop])
            } else if bytes[stop] != 0x20 || letters.count % 4 != 0
                || !(isDigit(stop + 1) || isLetter(stop + 1) && bytes[stop + 1] < 0x5B)
            {
                break
            }
            stop += 1
        }
        guard (15...34).contains(letters.count) else { return nil }
        let rest = (letters.dropFirst(4) + letters.prefix(4)).reduce(0) { rest, byte in
            byte < 0x41 ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x37)) % 97
        }
        return rest == 1 ? secret(.bankAccount, at..<stop) : nil
    }
}
