import Diagnostics
import IncidentTime

/// A number in prose with the thing it counts.
struct AmountMention {
    enum Thing: String, CaseIterable {
        /// People: customers, users, patients, developers.
        case people
        /// A share of them.
        case shareOfPeople
        case money
        case availability
    }

    var thing: Thing
    var value: Double
    var isRough: Bool
    var range: Range<Int>

    /// Whether two mentions can mean the same number.
    func agrees(with other: AmountMention) -> Bool {
        let slack = isRough || other.isRough ? 0.1 : 0.005
        return abs(value - other.value) <= max(abs(value), abs(other.value)) * slack
    }

    /// Whether one was most likely meant to be the other: two digits have changed places, or a zero is missing.
    func isSlip(of other: AmountMention) -> Bool {
        let (small, large) = (min(value, other.value), max(value, other.value))
        guard small >= 100, small < large, small == small.rounded(), large == large.rounded() else {
            return false
        }
        return small * 10 == large && !small.isRound || digits == other.digits
    }

    /// Those of the number, the smallest first.
    private var digits: [Character] { String(Int(value)).sorted() }

    static let people: WordSet = [
        "customer", "customers", "user", "users", "client", "clients", "people", "patients", "passengers",
        "developers", "subscribers", "members",
        "merchants", "accounts", "tenants", "visitors", "shoppers", "drivers", "students", "readers",
        "callers", "employees", "guests", "players", "travellers", "travelers", "riders", "buyers", "sellers",
        "households", "organisations", "organizations", "engineers", "staff", "citizens", "viewers",
        "couriers", "teachers", "pupils", "doctors", "participants", "borrowers", "listeners", "agents",
        "residents", "families",
    ]

    /// What people go to, counted apart from them.
    static let houses: WordSet = ["clinics", "restaurants", "shops", "stores", "companies"]

    /// Every amount of a thing in some words.
    static func all(
        _ thing: Thing, in words: ArraySlice<ProseWord>, of people: WordSet = people
    ) -> [AmountMention] {
        words.indices.compactMap { index in
            guard words[index].isNumber, !isGroupTail(words, index), let number = number(words, index) else {
                return nil
            }
            let after = words[(index + number.count)...]
            let before = index > words.startIndex ? words[index - 1] : nil
            let range = words[index].range.lowerBound..<words[index + number.count - 1].range.upperBound
            let isRough =
                before.map { rough.contains($0.key) } ?? false
                || index > words.startIndex + 1 && roughPhrases.contains(words[index - 2].key)
            switch thing {
            case .people:
                if isWhole(words, index) || isOfDate(words, index) { return nil }
                if let next = after.first?.key, houses.contains(next), !people.contains(next) { return nil }
                guard after.first?.text != "%",
                    after.prefix(3).has(people) || isLabelled(words, index, people),
                    !after.prefix(2).has(measures), after.first?.text != "of"
                else { return nil }
            case .shareOfPeople:
                guard ["%", "percent"].contains(after.first?.text), after.dropFirst().prefix(4).has(people),
                    after.dropFirst().prefix(3).contains(where: { $0.text == "of" })
                else { return nil }
            case .money:
                guard
                    before.map({ currencySigns.contains($0.key) || codes.contains($0.key) }) ?? false
                        || after.first.map({ currencies.contains($0.key) }) ?? false
                else { return nil }
            case .availability:
                guard ["%", "percent"].contains(after.first?.text) else { return nil }
            }
            return AmountMention(
                thing: thing, value: number.value, isRough: isRough || number.isRounded, range: range)
        }
    }

    /// `1,420 of 7,676 customers` and `17 of our 46 shops` count the first.
    private static func isWhole(_ words: ArraySlice<ProseWord>, _ index: Int) -> Bool {
        let before = words[max(words.startIndex, index - 3)..<index]
        guard let of = before.lastIndex(where: { $0.text == "of" }), of > words.startIndex else {
            return false
        }
        return words[of - 1].isNumber
            && before[(of + 1)...].allSatisfy { ["our", "the", "all", "their", "its"].contains($0.text) }
    }

    /// The day or the year in `on 6 October 2026 patients saw`.
    private static func isOfDate(_ words: ArraySlice<ProseWord>, _ index: Int) -> Bool {
        guard let number = Int(words[index].text) else { return false }
        switch number {
        case 1...31:
            let next = words[(index + 1)...].first { !["st", "nd", "rd", "th", "of"].contains($0.text) }
            return next.map { months.contains($0.key) } ?? false
                || index > words.startIndex && months.contains(words[index - 1].key)
        case 1900..<2100: return words[max(words.startIndex, index - 4)..<index].has(months)
        default: return false
        }
    }

    /// By their names, and by three letters of them or four.
    private static let months = WordSet(
        CalendarDate.monthNames + CalendarDate.monthNames.map { String($0.prefix(3)) } + ["sept"])

    /// `Affected customers: 1,240`
    private static func isLabelled(_ words: ArraySlice<ProseWord>, _ index: Int, _ people: WordSet) -> Bool {
        guard index - 3 >= words.startIndex, words[index - 1].text == ":" else { return false }
        let label = words[max(words.startIndex, index - 4)..<(index - 1)]
        return label.has(people) && label.has(["affected", "impacted"])
    }

    private static let rough: WordSet = [
        "about", "around", "approximately", "roughly", "some", "nearly", "almost", "~", "over", "up", "≈",
        "least", "most", "than", "estimated", "circa",
    ]
    private static let roughPhrases: WordSet = ["about", "approximately", "roughly", "over", "up"]
    private static let measures: WordSet = ["hours", "minutes", "requests", "per"]
    private static let currencySigns: WordSet = ["$", "€", "£", "¥"]
    /// `EUR 80,000`
    private static let codes: WordSet = ["eur", "usd", "gbp", "chf", "jpy", "inr", "sek", "nok", "dkk"]
    private static let currencies: WordSet = [
        "$", "€", "£", "eur", "usd", "gbp", "euros", "dollars", "pounds",
    ]

    /// `10,000`, `10 000`, `10'000`, `12k`, `1.5 million`; `two hundred` is left alone. What is told in thousands and more
    /// is rounded.
    private static func number(_ words: ArraySlice<ProseWord>, _ index: Int) -> (
        value: Double, count: Int, isRounded: Bool
    )? {
        let word = words[index]
        guard word.isNumber, !word.text.holds(":"), !word.text.holds("-"),
            let value = Double(word.text.holds(",") ? word.text.filter { $0 != "," } : word.text)
        else { return nil }
        if let grouped = grouped(words, index) { return (grouped.value, grouped.count, false) }
        guard index + 1 < words.endIndex else { return (value, 1, false) }
        let next = words[index + 1]
        switch next.text {
        case "k" where next.isJoined: return (value * 1000, 2, true)
        case "m" where next.isJoined, "million": return (value * 1_000_000, 2, true)
        case "thousand": return (value * 1000, 2, true)
        case "bn", "billion": return (value * 1_000_000_000, 2, true)
        default: return (value, 1, false)
        }
    }

    /// Three digits behind one to three others, with a blank or an apostrophe between them, or behind a dot.
    private static func grouped(_ words: ArraySlice<ProseWord>, _ index: Int) -> (value: Double, count: Int)?
    {
        let dotted = words[index].text.split(separator: ".")
        if dotted.count > 1, (1...3).contains(dotted[0].count), dotted[0] != "0",
            dotted.dropFirst().allSatisfy({ $0.count == 3 })
        {
            // `99.995 %` is a share.
            let isShare = index + 1 < words.endIndex && ["%", "percent"].contains(words[index + 1].text)
            return isShare ? nil : Double(dotted.joined()).map { ($0, 1) }
        }
        guard isDigits(words[index].text) else { return nil }
        var text = words[index].text
        var at = index + 1
        while at < words.endIndex {
            let isMarked = ["'", "’"].contains(words[at].text) && at + 1 < words.endIndex
            let group = isMarked ? at + 1 : at
            guard isDigits(words[group].text), words[group].text.utf8.count == 3 else { break }
            text += words[group].text
            at = group + 1
        }
        return at > index + 1 ? Double(text).map { ($0, at - index) } : nil
    }

    /// Whether a number is the end of a grouped one.
    private static func isGroupTail(_ words: ArraySlice<ProseWord>, _ index: Int) -> Bool {
        guard words[index].text.utf8.count == 3, isDigits(words[index].text), index > words.startIndex else {
            return false
        }
        var before = index - 1
        if ["'", "’"].contains(words[before].text), before > words.startIndex { before -= 1 }
        return isDigits(words[before].text)
    }

    /// One to three of them.
    private static func isDigits(_ text: String) -> Bool {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Double {
    /// Has one digit that is no zero.
    fileprivate var isRound: Bool { String(Int(self)).dropFirst().allSatisfy { $0 == "0" } }
}
