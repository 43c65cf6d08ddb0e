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
            passage.sentences.flatMap { sentence -> [(Sort, AmountMention, String)] in
                guard sentence.contains(where: \.isNumber), !sentence.has(others),
                    !earnings.stand(in: sentence),
                    !document.elsewhere.isTold(in: sentence)
                else { return [] }
                let amounts = AmountMention.all(.money, in: sentence)
                guard !amounts.isEmpty, let sort = Sort(sentence) else { return [] }
                return amounts.map { (sort, $0, passage.section) }
            }
        }
        return Sort.allCases.flatMap { sort -> [Finding] in
            let told = all.filter { $0.0 == sort }
            guard let main = told.first(where: { $0.2.contains("business") }) ?? told.first else { return [] }
            let same = told.filter { $0.2 == main.2 }
            return Dictionary(grouping: told.filter { $0.2 != main.2 }, by: \.2).sorted { $0.key < $1.key }
                .compactMap { _, others in
                    guard !others.contains(where: { one in same.contains { $0.1.agrees(with: one.1) } })
                    else { return nil }
                    return finding(others[0].1, main.1, document)
                }
        }
    }

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
