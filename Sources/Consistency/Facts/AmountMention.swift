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
    /// Told as a limit: `under 10,000`, `more than 500`.
    var bound: Bound?
    var range: Range<Int>

    enum Bound { case below, above }

    /// Whether two mentions can mean the same number.
    func agrees(with other: AmountMention) -> Bool {
        if bound != nil, other.bound == nil { return isMet(by: other.value) || isNear(other) }
        if bound == nil, other.bound != nil { return other.isMet(by: value) || isNear(other) }
        return isNear(other)
    }

    /// Whether a number lies on the right side of the limit, and not so far that nobody would name that limit for it.
    private func isMet(by real: Double) -> Bool {
        switch bound {
        case .below: real <= value && real >= value * 0.6
        case .above: real >= value && real <= value * 1.6
        case nil: false
        }
    }

    private func isNear(_ other: AmountMention) -> Bool {
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

    static let people = served.union(helpers)

    /// Those whom a service is for.
    static let served: WordSet = [
        "customer", "customers", "user", "users", "client", "clients", "people", "persons", "individuals",
        "patients", "inpatients", "outpatients", "passengers", "commuters", "subscribers", "members",
        "merchants", "accounts", "tenants", "visitors", "shoppers", "students", "readers", "callers",
        "guests",
        "players", "travellers", "travelers", "riders", "buyers", "sellers", "households", "organisations",
        "organizations", "citizens", "viewers", "pupils", "participants", "borrowers", "listeners",
        "residents", "families", "consumers", "recipients", "applicants", "policyholders", "cardholders",
        "donors", "depositors", "taxpayers", "pensioners", "claimants", "fans", "attendees", "motorists",
        "cyclists", "skiers", "skippers", "farmers", "learners", "parents", "children",
    ]
    /// Those who often are at work in a story, and not the ones it befell.
    static let helpers: WordSet = [
        "developers", "drivers", "employees", "engineers", "staff", "couriers", "teachers", "doctors",
        "nurses", "agents", "volunteers", "colleagues",
    ]

    /// What people go to, counted apart from them.
    static let houses: WordSet = ["clinics", "restaurants", "shops", "stores", "companies"]

    /// Every amount of a thing in some words.
    static func all(
        _ thing: Thing, in words: ArraySlice<ProseWord>, of people: WordSet = people
    ) -> [AmountMention] {
        words.indices.compactMap { index in
            guard let number = WrittenNumber(at: index, of: words) else { return nil }
            let after = words[(index + number.count)...]
            let before = index > words.startIndex ? words[index - 1] : nil
            let range = words[index].range.lowerBound..<words[index + number.count - 1].range.upperBound
            let lead = words[max(words.startIndex, index - 4)..<index].filter {
                !currencySigns.contains($0.key)
            }
            let isRough =
                lead.last.map { rough.contains($0.key) } ?? false
                || lead.dropLast().last.map { roughPhrases.contains($0.key) } ?? false
            switch thing {
            case .people:
                if isWhole(words, index) || isOfDate(words, index) { return nil }
                if let next = after.first?.key, houses.contains(next), !people.contains(next) { return nil }
                guard after.first?.text != "%",
                    after.prefix(3).has(people) || isLabelled(words, index, people),
                    !after.prefix(2).has(measures), after.first?.text != "of"
                else { return nil }
            case .shareOfPeople:
                guard after.first?.isPercent == true, after.dropFirst().prefix(4).has(people),
                    after.dropFirst().prefix(3).contains(where: { $0.text == "of" })
                else { return nil }
            case .money:
                guard
                    words[index].isNumber
                        && before.map({ currencySigns.contains($0.key) || codes.contains($0.key) }) ?? false
                        || after.first.map({ currencies.contains($0.key) }) ?? false
                else { return nil }
            case .availability:
                guard after.first?.isPercent == true else { return nil }
            }
            return AmountMention(
                thing: thing, value: number.value, isRough: isRough || number.isRounded, bound: bound(lead),
                range: range)
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
        guard let number = words[index].whole else { return false }
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

    /// What the words right before a number make of it.
    private static func bound(_ lead: [ProseWord]) -> Bound? {
        guard let last = lead.last?.key else { return nil }
        let before = lead.dropLast().last?.text
        if below.contains(last) || last == than && (before == "less" || before == "fewer") { return .below }
        if above.contains(last) || last == than && before == "more" { return .above }
        return nil
    }

    private static let than = WordKey("than")
    private static let below: WordSet = ["under", "below"]
    private static let above: WordSet = ["over", "above", "exceeding"]

    private static let rough: WordSet = [
        "good", "under", "below", "about", "around", "approximately", "roughly", "some", "nearly", "almost",
        "~", "over", "up", "≈",
        "least", "most", "than", "estimated", "circa",
    ]
    private static let roughPhrases: WordSet = ["about", "approximately", "roughly", "over", "up"]
    private static let measures: WordSet = ["hours", "minutes", "requests", "per"]
    /// The sign or code that says which money an amount of a sentence is in.
    static func currency(of amount: AmountMention, in sentence: ArraySlice<ProseWord>) -> WordText? {
        let before = sentence.last { $0.range.upperBound <= amount.range.lowerBound }
        let after = sentence.first { $0.range.lowerBound >= amount.range.upperBound }
        return [before, after].compactMap { $0 }.first {
            currencySigns.contains($0.key) || codes.contains($0.key) || currencies.contains($0.key)
        }?.text
    }

    /// One of these is in every sentence with an amount of money.
    static let moneyWords = currencySigns.union(codes).union(currencies)

    private static let currencySigns: WordSet = ["$", "€", "£", "¥"]
    /// `EUR 80,000`
    private static let codes: WordSet = ["eur", "usd", "gbp", "chf", "jpy", "inr", "sek", "nok", "dkk"]
    private static let currencies: WordSet = [
        "$", "€", "£", "eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "euro", "euros", "dollars", "pounds",
        "francs", "kronor", "kroner", "rupees", "yen",
    ]
}

extension Collection where Element == ProseWord {
    /// Whether an amount can stand there, in digits or spelled.
    var holdsNumber: Bool { contains { $0.isNumber || WrittenNumber.isScale($0) } }
}

extension Double {
    /// Has one digit that is no zero.
    fileprivate var isRound: Bool { String(Int(self)).dropFirst().allSatisfy { $0 == "0" } }
}
