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
            "transaction", "miss", "income", "earn", "payment", "booking",
        ]
    }

    private static let others: WordSet = [
        "budget", "would", "could", "per", "each", "month", "usual", "normally", "average", "saves", "save",
        "fee", "fees", "price", "prices", "charge", "licence", "license", "contract", "subscription", "year",
        "yearly", "annual", "monthly", "engineering", "overtime",
    ]

    /// What was earned at all, and not what was lost.
    private static let earnings: ProsePhrases = [
        "revenue of the day", "revenue of the week", "revenue of the month", "total revenue",
        "daily revenue", "weekly revenue", "monthly revenue",
    ]

    static func findings(in document: CheckedDocument) -> [Finding] {
        let all = document.passages(kinds: story).flatMap { passage in
            passage.sentences.flatMap { sentence -> [Mention] in
                guard sentence.contains(where: \.isNumber), !sentence.has(others),
                    !earnings.stand(in: sentence),
                    !document.elsewhere.isTold(in: sentence)
                else { return [] }
                let isWhole = sentence.has(wholes) || wholeCost.stand(in: sentence)
                return AmountMention.all(.money, in: sentence).map {
                    Mention(
                        sort: Sort(sentence), amount: $0, section: passage.section, isWhole: isWhole)
                }
            }
        }
        return Sort.allCases.flatMap { sort -> [Finding] in
            let told = all.filter { $0.sort == sort }
            guard let main = told.first(where: \.isOfBusiness) ?? told.first else { return [] }
            return findings(beside: main, all, document)
        }
    }

    private struct Mention {
        /// Nil where the sentence does not say what the money is.
        var sort: Sort?
        var amount: AmountMention
        var section: String
        /// Told of the incident as a whole.
        var isWhole: Bool

        var isOfBusiness: Bool { section.contains("business") }
    }

    /// The first of each section that does not have what the main section says.
    private static func findings(beside main: Mention, _ all: [Mention], _ document: CheckedDocument)
        -> [Finding]
    {
        let same = all.filter { $0.section == main.section && $0.sort == main.sort }
        let isOnly = all.allSatisfy { $0.section != main.section || $0.sort == main.sort }
        let others = all.filter { other in
            guard other.section != main.section else { return false }
            if other.sort == main.sort || main.isOfBusiness && isOnly && other.isWhole { return true }
            return main.isOfBusiness && same.contains { other.amount.isSlip(of: $0.amount) }
        }
        return Dictionary(grouping: others, by: \.section).sorted { $0.key < $1.key }
            .compactMap { _, others in
                guard !others.contains(where: { one in same.contains { $0.amount.agrees(with: one.amount) } })
                else { return nil }
                return finding(others[0].amount, main.amount, document)
            }
    }

    private static let wholes: WordSet = ["total", "altogether", "overall"]
    private static let wholeCost: ProsePhrases = [
        "cost us", "cost the", "costs us", "costs came", "cost came", "the bill", "incident cost",
        "outage cost",
    ]

    private static let story: WordSet = ["summary", "impact", "whys", "factors", "wrong", "lessons"]

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
