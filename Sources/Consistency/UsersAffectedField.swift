import Forms
import IncidentTime

extension UsersAffectedCheck {
    /// The place that asks for the number.
    struct Field {
        let words: [ProseWord]
        let range: Range<Int>
        private let own: WordSet?

        init(words: [ProseWord], range: Range<Int>) {
            (self.words, self.range) = (words, range)
            own = Self.own(words)
        }

        /// What the field counts: people of any name and where they are, else the noun behind its first number, such as
        /// *parcels*.
        var nouns: [WordSet] {
            let people = words.has(AmountMention.helpers) ? AmountMention.people : AmountMention.served
            let known = [people, AmountMention.houses].filter {
                !AmountMention.all(.people, in: words[...], of: $0).isEmpty
            }
            if !known.isEmpty { return known }
            guard let index = words.firstIndex(where: \.isNumber), index + 1 < words.count,
                words[index + 1].beginsWithLetter, !Self.fillers.contains(words[index + 1].key)
            else { return [AmountMention.people] }
            return [Self.forms(of: words[index + 1])]
        }

        /// Whether an amount is of the field's people by its own word, or by one for anybody.
        func counts(_ amount: AmountMention, in sentence: ArraySlice<ProseWord>) -> Bool {
            guard let own, amount.thing == .people else { return true }
            return AmountMention.all(.people, in: sentence, of: own).contains { $0.range == amount.range }
        }

        /// Nil where the field counts something else than people.
        private static func own(_ words: [ProseWord]) -> WordSet? {
            let named = words.filter {
                AmountMention.people.contains($0.key) || AmountMention.houses.contains($0.key)
            }
            return named.isEmpty
                ? nil : anybody.union(WordSet(keys: named.flatMap { [$0.key, $0.key.appending("s")] }))
        }

        /// A noun, its plural, and what it is the plural of.
        private static func forms(of noun: ProseWord) -> WordSet {
            let text = noun.text.description
            let one =
                noun.text.hasSuffix("s") && !noun.text.isFull ? WordKey(String(text.dropLast())) : noun.key
            return WordSet(keys: [noun.key, noun.key.appending("s"), one])
        }

        private static let anybody: WordSet = [
            "customers", "users", "people", "clients", "visitors", "persons",
        ]

        private static let fillers: WordSet = [
            "of", "in", "across", "counted", "by", "from", "minutes", "hours", "percent", "per", "and", "to",
            "k", "m",
            "million", "requests", "errors", "attempts",
        ]

        /// In the field the people need not be named.
        func amounts(_ thing: AmountMention.Thing, of nouns: WordSet) -> [AmountMention] {
            let named = AmountMention.all(thing, in: words[...], of: nouns)
            guard named.isEmpty, thing == .people, let index = words.firstIndex(where: \.isNumber),
                let value = words[index].grouped,
                index + 1 == words.count
                    || ["of", "in", "across", "counted", "by", "from", ","].contains(words[index + 1].text)
            else { return named }
            let rough: WordSet = [
                "about", "approximately", "roughly", "around", "~", "over", "nearly", "some",
            ]
            return [
                AmountMention(
                    thing: .people, value: value, isRough: words[..<index].has(rough),
                    range: words[index].range)
            ]
        }
    }
}
