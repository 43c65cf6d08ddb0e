import Diagnostics
import Forms
import Guides
import IncidentTime

/// A primary cause that names no trace: no link, log line or time, nor the word *unverified*.
enum CauseEvidenceCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.guide.sections.filter { $0.kind == "factors" }.flatMap { section in
            section.questions.compactMap { question -> Finding? in
                let id = QuestionID(section.id, question.field.id)
                guard question.field.shape == .prose, question.field.id.contains("cause"),
                    let text = document.text(id.section, id.question),
                    let place = document.place(id.section, id.question)
                else { return nil }
                let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
                guard !hasEvidence(words) else { return nil }
                return CheckID.unprovenCause.finding(
                    at: document.firstBlock(of: place),
                    "The primary cause names no evidence: no link, log line, time of the timeline, nor \"unverified\".",
                    ask: "How do we know?",
                    settle: [Suggestion("Add where it can be seen, or write \"unverified\".")],
                    quietly: hasEvidencedLeaf(document))
            }
        }
    }

    /// Said in so many words, which is an honest ending.
    private static let admissions: WordSet = ["unverified", "unconfirmed", "unproven"]
    private static let sources = WordSet(keys: [
        WordKey(WordScanner.link), WordKey(WordScanner.code),
    ])
    private static let traces: WordSet = [
        "log", "logs", "graph", "graphs", "trace", "traces", "dashboard", "dashboards", "diff", "commit",
        "reproduced", "reproduce", "listing", "dump", "profile", "screenshot", "evidence", "recorded",
        "audit",
        "capture", "experiment", "measured", "shows", "showed", "shown", "show", "confirmed", "observed",
        "verified", "replayed", "recording", "footage",
    ]

    private static func hasEvidence(_ words: [ProseWord]) -> Bool {
        words.has(admissions) || words.has(sources) || !Passage.clocks(in: words[...]).isEmpty
            || words.split { breaks.contains($0.key) }.contains(where: namesTrace)
    }

    /// Whether a trace stands in a clause in which nothing before it takes it back: `nobody has held it against a log`,
    /// `still to be confirmed`.
    private static func namesTrace(_ clause: ArraySlice<ProseWord>) -> Bool {
        clause.indices.contains { index in
            guard traces.contains(clause[index].key) else { return false }
            let before = clause[..<index]
            let isPromise = before.suffix(2).map(\.text) == ["to", "be"] || before.suffix(2).has(wishes)
            return !isPromise && !before.has(denials) && !isTakenBack(clause[index...])
        }
    }

    /// `Evidence: none yet`, `the logs have not been looked at`
    private static func isTakenBack(_ words: ArraySlice<ProseWord>) -> Bool {
        let rest = words.dropFirst()
        if words.prefix(8).has(looking), rest.prefix(4).has(denials) { return true }
        return words.first?.text == "evidence" && words.prefix(4).has(denials.union(pending))
            && !rest.has(traces)
    }

    private static let looking: WordSet = [
        "looked", "checked", "read", "examined", "compared", "consulted", "searched", "analysed", "analyzed",
        "opened", "kept", "saved", "available",
    ]
    private static let pending: WordSet = ["missing", "pending", "outstanding", "tbd", "lacking"]
    private static let breaks: WordSet = [".", ",", ";", "!", "?", "–", "but"]
    private static let denials: WordSet = [
        "not", "no", "nobody", "none", "never", "nothing", "neither", "nor", "hasn't", "haven't", "isn't",
        "wasn't",
        "weren't", "couldn't", "cannot", "can't", "didn't", "don't", "doesn't", "hadn't", "without", "unless",
    ]
    private static let wishes: WordSet = ["should", "might", "may", "would", "could", "must"]

    /// The chains carry their evidence themselves.
    private static func hasEvidencedLeaf(_ document: CheckedDocument) -> Bool {
        document.guide.sections.filter { $0.form is FiveWhysForm }.contains { section in
            section.questions.contains { question in
                guard
                    case .whys(let forest)? = document.postmortem.reading(
                        QuestionID(section.id, question.field.id)
                    ).content
                else { return false }
                return forest.paths.contains { forest[$0]?.evidence != nil }
            }
        }
    }
}
