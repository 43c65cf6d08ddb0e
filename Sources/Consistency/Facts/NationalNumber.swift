/// Numbers that a state or a health service gives to one person, where their name stands beside them.
extension SecretScanner {
    private struct Numbering: Sendable {
        var names: [StaticString]
        var lengths: [Int]
        /// The rule of its check digit; all pass where it has none.
        var isValid: @Sendable ([Int]) -> Bool = { _ in true }
    }

    private static let numberings: [Numbering] = [
        Numbering(names: ["nhs"], lengths: [10]) {
            check(Array($0.dropLast()), [10, 9, 8, 7, 6, 5, 4, 3, 2]) == $0[9]
        },
        Numbering(names: ["bsn"], lengths: [9]) { weighted($0, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 },
        Numbering(names: ["pesel"], lengths: [11]) {
            weighted($0, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
        },
        Numbering(names: ["ahv", "avs"], lengths: [13]) {
            weighted($0, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
        },
        Numbering(
            names: ["ssn", "social security", "social insurance", "tfn", "tax file number"], lengths: [9]),
        Numbering(names: ["personnummer", "cpr"], lengths: [10, 12]),
        Numbering(names: ["cpf", "tax id", "steuer-id"], lengths: [11]),
        Numbering(names: ["aadhaar"], lengths: [12]),
        Numbering(names: ["medicare"], lengths: [10, 11]),
        Numbering(names: ["dni", "nif"], lengths: [8]),
        Numbering(names: ["passport"], lengths: [7, 8, 9]),
        Numbering(names: ["national insurance", "nino"], lengths: [6]),
    ]
    static let nationalNames = numberings.flatMap(\.names)
    /// By the letter that the name begins with.
    private static let byLetter: [[(name: StaticString, numbering: Numbering)]] = (0..<26).map { letter in
        numberings.flatMap { numbering in
            numbering.names.filter { $0.utf8Start[0] == 0x61 + UInt8(letter) }.map { ($0, numbering) }
        }
    }

    func nationalNumber(_ at: Int) -> Secret? {
        guard isLetter(at) else { return nil }
        for (name, numbering) in Self.byLetter[Int((bytes[at] | 0x20) - 0x61)] where isNamed(at, name) {
            let start = valueStart(at + name.utf8CodeUnitCount)
            for length in numbering.lengths {
                guard let (range, digits) = number(start, length), numbering.isValid(digits) else { continue }
                return secret(.nationalNumber, range)
            }
            if isNamed(at, "passport") { return mixed(start) }
        }
        return nil
    }

    /// Behind `number`, `no.` and signs.
    private func valueStart(_ at: Int) -> Int {
        var start = at
        while start < bytes.count {
            if " :=\"'`*#(_".utf8.contains(bytes[start]) { start += 1; continue }
            let words: [StaticString] = ["number", "no.", "no ", "nr.", "id", "is ", "was "]
            guard let word = words.first(where: { starts(start, $0) }) else { break }
            start += word.utf8CodeUnitCount
        }
        return start
    }

    /// Digits and capital letters in any order, as in passports.
    private func mixed(_ at: Int) -> Secret? {
        let stop = run(at)
        let isMixed = (at..<stop).allSatisfy { isDigit($0) || (0x41...0x5A).contains(bytes[$0]) }
        return isMixed && (7...9).contains(stop - at) && (at..<stop).count { isDigit($0) } > 3
            ? secret(.nationalNumber, at..<stop) : nil
    }

    /// So many digits with single blanks, dots or dashes between them, and a letter or two at either end.
    private func number(_ at: Int, _ length: Int) -> (Range<Int>, [Int])? {
        var stop = at
        while stop - at < 2, stop < bytes.count, (0x41...0x5A).contains(bytes[stop]) { stop += 1 }
        if stop > at, stop < bytes.count, bytes[stop] == 0x20 { stop += 1 }
        var digits: [Int] = []
        while digits.count < length {
            if isDigit(stop) {
                digits.append(Int(bytes[stop] - 0x30))
                stop += 1
            } else if !digits.isEmpty, stop < bytes.count, " .-".utf8.contains(bytes[stop]), isDigit(stop + 1)
            {
                stop += 1
            } else {
                return nil
            }
        }
        for gap in 0...1 where stop + gap < bytes.count && (0x41...0x5A).contains(bytes[stop + gap]) {
            if gap == 0 || bytes[stop] == 0x20, !isWord(stop + gap + 1) { stop += gap + 1 }
        }
        return isWord(stop) ? nil : (at..<stop, digits)
    }

    private static func weighted(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// What is missing to a multiple of eleven.
    private static func check(_ digits: [Int], _ weights: [Int]) -> Int {
        (11 - weighted(digits, weights) % 11) % 11
    }
}
