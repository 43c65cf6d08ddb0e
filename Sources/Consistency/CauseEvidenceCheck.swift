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

    private static let traces: WordSet = [
        "unverified", "unconfirmed", "unproven", "log", "logs", "graph", "graphs", "trace", "traces",
        "dashboard",
        "dashboards", "diff", "commit", "reproduced", "reproduce", "listing", "dump", "profile", "screenshot",
        "evidence", "recorded", "audit", "capture", "experiment", "measured", "shows", "showed", "shown",
        "show", WordScanner.link, WordScanner.code,
        "confirmed", "observed", "verified", "replayed", "recording", "footage",
    ]

    private static func hasEvidence(_ words: [ProseWord]) -> Bool {
        words.has(traces)
            || !Passage.clocks(in: words[...]).isEmpty
    }

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
