/// What tells who somebody is: a date of birth, a name in a log line, where they live.
extension SecretScanner {
    // MARK: dates of birth

    static let births: [StaticString] = [
        "date of birth", "birth date", "birthdate", "birthday", "dob", "born",
    ]

    /// `born 12 March 1961` behind a name, `date of birth 04/07/1948`, `born=2009-05-17`
    func birthDate(_ at: Int) -> Secret? {
        guard let label = Self.births.first(where: { isNamed(at, $0) }) else { return nil }
        let stop = at + label.utf8CodeUnitCount
        if isNamed(at, "born"), stop < bytes.count, bytes[stop] == 0x20, !followsPerson(at) { return nil }
        return date(behind: stop).map { secret(.birthDate, $0) }
    }

    private func date(behind at: Int) -> Range<Int>? {
        var start = at
        while start < bytes.count, " :=\"'`*(".utf8.contains(bytes[start]) { start += 1 }
        for said in ["on ", "is ", "was ", "of "] as [StaticString] where starts(start, said) {
            start += said.utf8CodeUnitCount
        }
        return start > at ? dateEnd(start).map { start..<$0 } : nil
    }

    /// A comma, a bracket or two capital words before `born`; not `the service was born`.
    private func followsPerson(_ at: Int) -> Bool {
        var before = text(max(0, at - 40)..<at)
        for verb in [" was ", " is "] where before.hasSuffix(verb) { before.removeLast(verb.count - 1) }
        guard let last = before.last(where: { $0 != " " }) else { return false }
        return last == "," || last == "("
            || before.split(separator: " ").suffix(2).count { $0.isCapital } == 2
    }

    /// Where a day of a day, a month and a year of four digits ends.
    private func dateEnd(_ start: Int) -> Int? {
        var at = start
        var (hasYear, hasMonth) = (false, false)
        for part in 0..<3 {
            if part > 0 {
                let gap = at
                while at < bytes.count, at - gap < 2, " ./-,".utf8.contains(bytes[at]) { at += 1 }
                guard at > gap else { return nil }
            }
            let begin = at
            if isDigit(at) {
                while isDigit(at) { at += 1 }
                hasYear = hasYear || isYear(begin..<at) || part == 2 && isShortYear(begin..<at, after: start)
                guard at - begin <= 2 || isYear(begin..<at) else { return nil }
                for ending in ["st", "nd", "rd", "th"] as [StaticString] where starts(at, ending) { at += 2 }
            } else {
                while isLetter(at) { at += 1 }
                guard !hasMonth, isMonth(begin..<at) else { return nil }
                hasMonth = true
            }
        }
        return hasYear && !isWord(at) ? at : nil
    }

    private func isYear(_ range: Range<Int>) -> Bool {
        range.count == 4 && (starts(range.lowerBound, "19") || starts(range.lowerBound, "20"))
    }

    /// `03/05/57`
    private func isShortYear(_ range: Range<Int>, after start: Int) -> Bool {
        range.count == 2 && isDigit(start) && [0x2F, 0x2E].contains(bytes[range.lowerBound - 1])
    }

    private func isMonth(_ range: Range<Int>) -> Bool {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return range.count >= 3 && months.contains(text(range.prefix(3)).lowercased())
    }

    // MARK: names

    private static let birthKeys: [StaticString] = [
        "dob", "birth_date", "birthdate", "birthday", "date_of_birth", "dateofbirth", "born",
    ]
    private static let wholeNames: [StaticString] = [
        "patient", "patient_name", "patientname", "holder", "cardholder", "passenger", "guest", "pupil",
        "student", "applicant", "borrower", "donor", "caller", "insured", "customer_name", "customername",
        "full_name", "fullname", "contact_name", "policyholder",
    ]
    private static let partNames: [StaticString] = [
        "surname", "lastname", "last_name", "firstname", "first_name", "given_name", "family_name",
    ]

    /// `patient="PYM, Harold"`, `"surname": "Pym"`, `dob=1961-03-12`
    func assignedPerson(_ at: Int, name: Range<Int>) -> Secret? {
        let key = bytes[name]
        let isField = bytes[at] == 0x3D || bytes[name.upperBound - 1] == 0x22
        guard isField else { return nil }
        if Self.ends(key, Self.birthKeys) {
            return date(behind: at).map { secret(.birthDate, $0) }
        }
        let isWhole = Self.ends(key, Self.wholeNames)
        guard isWhole || Self.ends(key, Self.partNames), let value = fieldValue(at + 1) else { return nil }
        let words = text(value).split { " ,^".contains($0) }
        guard (isWhole ? 2...4 : 1...3).contains(words.count), words.allSatisfy(\.isCapital),
            !isStandIn(value), !words.contains(where: { Self.nobody.contains($0.lowercased()) })
        else { return nil }
        return secret(.personName, value)
    }

    private func fieldValue(_ at: Int) -> Range<Int>? {
        var start = at
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        guard start < bytes.count else { return nil }
        let quote = bytes[start]
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { start += 1 }
        var stop = start
        while stop < bytes.count, stop - start < 60, bytes[stop] >= 0x20,
            isQuoted ? bytes[stop] != quote : bytes[stop] > 0x20 && bytes[stop] != 0x7C
        { stop += 1 }
        return stop > start ? start..<stop : nil
    }

    /// What stands for anybody, or for a firm.
    private static let nobody: Set<String> = [
        "doe", "mustermann", "test", "unknown", "anonymous", "ltd", "inc", "gmbh", "corp", "llc", "ag", "bv",
        "plc", "co", "null", "none",
    ]

    // MARK: where somebody lives

    /// `Edith Tamahori of 14 Rimu Street`, `lives at 14 Rimu Street`
    func home(_ at: Int) -> Secret? {
        var stop = at
        while isDigit(stop), stop - at < 5 { stop += 1 }
        if stop < bytes.count, (0x61...0x64).contains(bytes[stop]) { stop += 1 }
        guard stop < bytes.count, stop - at < 6, bytes[stop] == 0x20, followsHome(at) else { return nil }
        for _ in 0..<3 {
            let begin = stop + 1
            guard begin < bytes.count, bytes[stop] == 0x20, (0x41...0x5A).contains(bytes[begin]) else {
                return nil
            }
            stop = begin
            while isLetter(stop) || stop < bytes.count && (bytes[stop] >= 0x80 || bytes[stop] == 0x27) {
                stop += 1
            }
            if Self.roads.contains(text(begin..<stop)) { return secret(.homeAddress, at..<stop) }
            guard stop < bytes.count else { return nil }
        }
        return nil
    }

    private func followsHome(_ at: Int) -> Bool {
        // ` of ` or a place such as `lives at `.
        guard at > 3, bytes[at - 1] == 0x20, [0x66, 0x73, 0x74].contains(bytes[at - 2]) else { return false }
        let before = text(max(0, at - 48)..<at)
        let places = [
            "lives at ", "lived at ", "living at ", "resident at ", "residing at ", "home address ",
        ]
        if places.contains(where: { before.hasSuffix($0) }) { return true }
        guard before.hasSuffix(" of ") else { return false }
        let name = before.split(separator: " ").dropLast().suffix(2)
        return name.count == 2 && name.allSatisfy { $0.isCapital && !Self.houses.contains($0.lowercased()) }
    }

    private static let roads: Set<String> = [
        "Street", "Road", "Avenue", "Lane", "Drive", "Crescent", "Terrace", "Close", "Court", "Place", "St",
        "Rd", "Ave", "Way", "Gardens", "Grove",
    ]
    private static let houses: Set<String> = [
        "library", "hospital", "office", "centre", "center", "station", "depot", "house", "branch", "school",
        "clinic", "ltd", "gmbh", "building", "shop", "store", "museum", "hall", "site", "warehouse", "hotel",
        "team", "bank", "university", "college", "council", "company", "services", "group",
    ]
}

extension Substring {
    /// Begins with a capital letter and is made of letters, `O'Hara` and `J.` among them.
    fileprivate var isCapital: Bool {
        first?.isUppercase == true && allSatisfy { $0.isLetter || ".-'’".contains($0) }
    }
}
