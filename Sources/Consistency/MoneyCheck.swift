import Diagnostics
import IncidentTime
import LosslessMarkdown

/// What it cost, told with two amounts.
enum MoneyCheck: Check {
    private enum Sort: String, CaseIterable {
        case loss
        case refund

        init?(_ words: ArraySlice<ProseWord>) {
            let stems = Stems(words)
            if stems.has(Self.refunds) {
                self = .refund
            } else if stems.has(Self.losses) {
                self = .loss
            } else {
                return nil
            }
        }

        private static let refunds: WordSet = [
            "refund", "credit", "compensat", "goodwill", "penalt", "repaid", "voucher",
        ]
        private static let losses: WordSet = [
            "revenu", "revenue", "lost", "loss", "losses", "sale", "order", "cost", "turnover", "transact",
            "transaction", "miss", "income", "earn", "payment", "booking", "expens",
        ]
    }

    private static let unreal: WordSet = [
        "would", "could", "per", "each", "usual", "normally", "average", "saves", "save",
    ]
    private static let others = unreal.union([
        "budget", "month", "day's", "week's", "month's", "year's", "daily", "weekly", "fee", "fees", "price",
        "prices", "charge", "licence", "license", "contract",
        "subscription", "year",
        "yearly", "annual", "monthly", "engineering", "overtime",
    ])

    /// Told beside the cost, and not as it.
    private static let apart: ProsePhrases = [
        "not counted", "not included", "not part", "on top of", "apart from", "in addition to",
    ]

    /// What was earned at all, and not what was lost.
    private static let earnings: ProsePhrases = [
        "revenue of the day", "revenue of the week", "revenue of the month", "total revenue",
        "daily revenue", "weekly revenue", "monthly revenue",
    ]

    static func findings(in document: CheckedDocument) -> [Finding] {
        let all = document.sentences(kinds: kinds, holding: AmountMention.moneyWords).flatMap {
            mentions(in: $1, of: $0, document)
        }
        return Sort.allCases.flatMap { sort -> [Finding] in
            let told = all.filter { $0.sort == sort && !$0.isAside }
            guard let main = told.first(where: \.isOfBusiness) ?? told.first else { return [] }
            return findings(beside: main, all, document)
        } + all.compactMap { mention in mention.breakdown.flatMap { unequal($0, document) } }
            + PricedCount.findings(in: document)
    }

    private static func mentions(
        in sentence: ArraySlice<ProseWord>, of passage: Passage, _ document: CheckedDocument
    ) -> [Mention] {
        guard sentence.holdsNumber else { return [] }
        let amounts = AmountMention.all(.money, in: sentence)
        guard !amounts.isEmpty, !earnings.stand(in: sentence), !document.elsewhere.isTold(in: sentence) else {
            return []
        }
        let breakdown = Breakdown(sentence, amounts)
        let isDefinite = theCost.stand(in: sentence)
        guard breakdown != nil || !sentence.has(isDefinite ? unreal : others), !apart.stand(in: sentence)
        else {
            return []
        }
        let isAside = !story.contains(passage.kindKey) && !isDefinite
        let isWhole = isDefinite || sentence.has(wholes) || wholeCost.stand(in: sentence)
        guard let breakdown else {
            return amounts.map {
                Mention(
                    sort: Sort(sentence), amount: $0, section: passage.section, isWhole: isWhole,
                    isSpent: sentence.has(spendings), isAside: isAside)
            }
        }
        let said = sentence.prefix { $0.range.lowerBound < breakdown.whole.range.lowerBound }
        return [
            Mention(
                sort: Sort(said) ?? .loss, amount: breakdown.whole, section: passage.section,
                isWhole: isWhole,
                isAside: isAside, breakdown: breakdown)
        ]
            + breakdown.parts.map {
                Mention(sort: nil, amount: $0, section: passage.section, isWhole: false, isAside: true)
            }
    }

    private struct Mention {
        /// Nil where the sentence does not say what the money is, and for a part of it.
        var sort: Sort?
        var amount: AmountMention
        var section: String
        /// Told of the incident as a whole.
        var isWhole: Bool
        /// Told as paid, so that it is no price or offer.
        var isSpent = false
        /// Told in passing, so that only a slip of the pen is certain.
        var isAside: Bool
        var breakdown: Breakdown?

        var isOfBusiness: Bool { section.contains("business") }

        /// A limit is set to the whole, and not to a part of it.
        func isMeant(by other: Mention) -> Bool {
            !(isAside && other.amount.bound != nil) && amount.agrees(with: other.amount)
        }
    }

    private static func unequal(_ breakdown: Breakdown, _ document: CheckedDocument) -> Finding? {
        guard !breakdown.fits, let last = breakdown.parts.last?.range else { return nil }
        let whole = breakdown.whole.range
        let parts = breakdown.parts.map { document.quoted($0.range) }
        return CheckID.money.finding(
            at: min(
                whole.lowerBound, breakdown.parts[0].range.lowerBound)..<max(
                    last.upperBound, whole.upperBound),
            "\(joined(parts, "and")) do not add up to \(document.quoted(whole)).",
            ask: "Which of the amounts is another one, or what else belongs to it?",
            settle: [Suggestion("Correct the amount, or name what is missing.")])
    }

    /// The first of each section that does not have what the main section says.
    private static func findings(beside main: Mention, _ all: [Mention], _ document: CheckedDocument)
        -> [Finding]
    {
        let own = all.filter { $0.section == main.section }
        let same = own.filter { $0.sort == main.sort || $0.sort == nil && $0.isAside }
        let isOnly = own.allSatisfy { $0.sort == main.sort || $0.isAside }
        let others = all.filter { other in
            guard other.section != main.section else { return false }
            if main.isOfBusiness, other.sort != nil || other.isWhole || other.isSpent,
                same.contains(where: { other.amount.isSlip(of: $0.amount) })
            {
                return true
            }
            guard !other.isAside else { return false }
            return other.sort == main.sort || main.isOfBusiness && isOnly && other.isWhole
        }
        return Dictionary(grouping: others, by: \.section).sorted { $0.key < $1.key }
            .compactMap { _, others in
                guard !others.contains(where: { one in same.contains { $0.isMeant(by: one) } })
                else { return nil }
                return finding(others[0].amount, main.amount, document)
            }
    }

    private static let spendings: WordSet = ["paid", "spent", "pay", "billed", "invoiced"]
    private static let wholes: WordSet = ["total", "altogether", "overall"]
    private static let wholeCost: ProsePhrases = [
        "cost us", "cost the", "costs us", "costs came", "cost came", "the bill", "incident cost",
        "outage cost",
    ]

    /// `the extra cost was …`, of which there is one.
    private static let theCost: ProsePhrases = [
        "the extra cost", "the additional cost", "the total cost", "the whole cost", "the overall cost",
        "the extra expense", "the additional expense", "the total expense", "the total loss",
        "the whole bill",
        "our extra cost", "the extra costs", "the additional costs", "the total costs",
    ]

    private static let story: WordSet = ["summary", "impact", "whys", "factors", "wrong", "lessons"]
    /// Where money may be told at all.
    private static let kinds = story.union(["well", "communication", "prevention", "meeting", "timeline"])

    private static func finding(_ other: AmountMention, _ main: AmountMention, _ document: CheckedDocument)
        -> Finding
    {
        CheckID.money.finding(
            at: other.range,
            "The cost is \(document.quoted(other.range)) here and \(document.quoted(main.range)) in line \(document.line(main.range)).",
            ask: "Which amount is right, or what does each of them count?",
            settle: [Suggestion("Give one amount, or say what sets the two apart.")])
    }
}
