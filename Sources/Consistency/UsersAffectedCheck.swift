import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// How many people were affected, as told in the summary, the impact section, the metrics and elsewhere.
enum UsersAffectedCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        guard let field = field(in: document) else { return [] }
        return field.nouns.flatMap { findings(of: $0, field, document) }
            + (CountBreakdown(field.words[...])?.findings(document) ?? [])
    }

    private static func findings(of nouns: WordSet, _ field: Field, _ document: CheckedDocument)
        -> [Finding]
    {
        [AmountMention.Thing.people, .shareOfPeople].flatMap { thing -> [Finding] in
            let told = field.amounts(thing, of: nouns)
            guard let main = told.first else { return [] }
            return document.sentences(holding: nouns).compactMap { passage, sentence in
                guard passage.holdsNumber, !field.range.overlaps(passage.range),
                    !aside.contains(passage.kindKey), sentence.holdsNumber
                else { return nil }
                let others = AmountMention.all(thing, in: sentence, of: nouns)
                guard let other = others.first, concerns(other, main, sentence, passage, field),
                    !others.contains(where: { one in told.contains { $0.agrees(with: one) } }),
                    !told.contains(where: { $0.value == sum(of: sentence) }),
                    !document.elsewhere.isTold(in: sentence)
                else { return nil }
                return finding(other, main, document)
            } + metrics(told, main, nouns, document)
        }
    }

    private static func field(in document: CheckedDocument) -> Field? {
        for section in document.guide.sections where section.kind == "impact" {
            for question in section.questions where question.field.id == "users" {
                guard document.text(section.id, "users") != nil,
                    let place = document.place(section.id, "users"),
                    let passage = document.passages.first(where: {
                        place.overlaps($0.range) && $0.section == section.id
                    }),
                    let keyed = document.document.keyed(passage.block, line: 0, bare: true)
                else { continue }
                return Field(
                    words: passage.words.filter { $0.range.lowerBound >= keyed.valueRange.lowerBound },
                    range: passage.range)
            }
        }
        return nil
    }

    private static let story: WordSet = ["summary", "impact", "whys", "factors", "well", "wrong", "lessons"]

    /// Where other numbers of people belong.
    private static let aside: WordSet = ["", "related", "actions", "data", "people", "appendix"]

    /// Whether a number must be the one of the impact section: its sentence speaks of all, more are told than there were,
    /// or two digits have changed places.
    private static func concerns(
        _ other: AmountMention, _ main: AmountMention, _ sentence: ArraySlice<ProseWord>, _ passage: Passage,
        _ field: Field
    ) -> Bool {
        if main.thing == .people, other.isSlip(of: main), !sentence.has(served) { return true }
        guard passage.block.kind != .tableCell else { return false }
        if story.contains(passage.kindKey), speaksOfAll(sentence, passage),
            sentence.has(touched) || sentence.has(barred) || field.counts(other, in: sentence)
        {
            return true
        }
        return main.thing == .people && other.value > main.value && sentence.has(stuck)
            && !sentence.has(parts) && !sentence.has(unreal)
    }

    /// Whoever is counted, these are words of the incident.
    private static let barred: WordSet = [
        "unable", "couldn't", "cannot", "could", "locked", "without", "lost", "held",
    ]
    /// `we have 14,200 customers`
    private static let served: WordSet = ["have", "serve", "serves", "served", "base"]
    private static let stuck: WordSet = ["waiting", "stuck", "stranded", "queueing", "queuing"]
    private static let unreal: WordSet = [
        "would", "could", "should", "might", "usually", "normally", "average", "if", "per", "day", "year",
    ]

    private static let touched: WordSet = [
        "affected", "affecting", "impacted", "impacting", "affects", "affect", "delayed", "stranded", "hit",
    ]

    /// The summary speaks of all of them; elsewhere only a sentence that says *affected* does.
    private static func speaksOfAll(_ sentence: ArraySlice<ProseWord>, _ passage: Passage) -> Bool {
        if sentence.has(parts) || ofThem.stand(in: sentence) { return false }
        if sentence.has(touched) { return !sentence.has(["not", "unaffected", "could", "would"]) }
        return !sentence.has(reports) && passage.kind == "summary" && sentence.has(suffering)
    }

    /// Of numbers that tell how they were spread: `1,000 in Spain and 420 in Portugal`.
    private static func sum(of sentence: ArraySlice<ProseWord>) -> Double {
        sentence.filter(\.isNumber).compactMap(\.grouped).reduce(0, +)
    }

    /// What a number of some of them stands with.
    private static let parts: WordSet = [
        "among", "twice", "alone", "whom", "initially", "branch", "further", "additional", "another", "peak",
        "simultaneously", "concurrently", "concurrent", "refunded",
    ]
    private static let ofThem: ProsePhrases = ["of them", "of these", "of those"]
    private static let reports: WordSet = [
        "support", "chats", "tickets", "complaints", "called", "wrote", "calls", "reported", "first",
    ]
    private static let suffering: WordSet = [
        "could", "couldn't", "unable", "met", "saw", "waited", "failed", "lost", "got", "received",
        "without", "experienced", "cannot", "had", "held", "were", "see", "hit", "faced",
    ]

    private static func metrics(
        _ told: [AmountMention], _ main: AmountMention, _ nouns: WordSet, _ document: CheckedDocument
    ) -> [Finding] {
        document.metrics.compactMap { row in
            let words = WordScanner.words(of: document.document.bytes, in: [row.name.content])
            guard main.thing == .people, words.has(nouns), words.has(touched),
                let quantity = Quantity(row.during.value), quantity.unit.isEmpty
            else { return nil }
            let other = AmountMention(
                thing: .people, value: quantity.value, isRough: row.during.value.contains("~"),
                range: row.during.content)
            return told.contains { $0.agrees(with: other) } ? nil : finding(other, main, document)
        }
    }

    private static func finding(_ other: AmountMention, _ main: AmountMention, _ document: CheckedDocument)
        -> Finding
    {
        let share = main.thing == .shareOfPeople ? " %" : ""
        return CheckID.usersAffected.finding(
            at: other.range,
            "\(document.quoted(other.range))\(share) are told here, and \(document.quoted(main.range))\(share) in the impact section (line \(document.line(main.range))).",
            ask: "How many were affected, and how was that counted?",
            settle: [Suggestion("Give one number, or say what each of them counts.")])
    }
}
