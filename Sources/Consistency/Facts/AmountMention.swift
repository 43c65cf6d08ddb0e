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

    static let people: WordSet = [
        "customer", "customers", "user", "users", "client", "clients", "people", "patients", "passengers",
        "developers", "subscribers", "members",
        "merchants", "accounts", "tenants", "visitors", "shoppers", "drivers", "students", "readers",
        "callers", "employees", "guests", "players", "travellers", "travelers", "riders", "buyers", "sellers",
        "households", "organisations", "organizations", "engineers", "staff", "citizens", "viewers",
        "couriers", "teachers", "pupils", "doctors", "clinics", "restaurants", "shops", "stores", "companies",
        "participants", "borrowers", "listeners", "agents", "residents", "families",
    ]

    /// Every amount of a thing in some words.
    static func all(
        _ thing: Thing, in words: ArraySlice<ProseWord>, of people: WordSet = people
    ) -> [AmountMention] {
        words.indices.compactMap { index in
            guard words[index].isNumber, let number = number(words, index) else { return nil }
            let after = words[(index + number.count)...]
            let before = index > words.startIndex ? words[index - 1] : nil
            let range = words[index].range.lowerBound..<words[index + number.count - 1].range.upperBound
            let isRough =
                before.map { rough.contains($0.key) } ?? false
                || index > words.startIndex + 1 && roughPhrases.contains(words[index - 2].key)
            switch thing {
            case .people:
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
            return AmountMention(thing: thing, value: number.value, isRough: isRough, range: range)
        }
    }

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

    /// `10,000`, `12k`, `1.5 million`, `two hundred` is left alone.
    private static func number(_ words: ArraySlice<ProseWord>, _ index: Int) -> (value: Double, count: Int)? {
        let word = words[index]
        guard word.isNumber, !word.text.holds(":"), !word.text.holds("-"),
            let value = Double(word.text.holds(",") ? word.text.filter { $0 != "," } : word.text)
        else { return nil }
        guard index + 1 < words.endIndex else { return (value, 1) }
        let next = words[index + 1]
        switch next.text {
        case "k" where next.isJoined: return (value * 1000, 2)
        case "m" where next.isJoined, "million": return (value * 1_000_000, 2)
        case "thousand": return (value * 1000, 2)
        case "bn", "billion": return (value * 1_000_000_000, 2)
        default: return (value, 1)
        }
    }
}
