import Diagnostics
import DisplayText
import LosslessMarkdown

/// What an interview wants done, in order. After `save` nothing is asked until the answer to it has come in.
package enum InterviewOutput: Sendable {
    case tell(StyledText)
    /// Lines that must not be wrapped: drawings, tables.
    case show([StyledText])
    case question(QuestionNotice)
    case finding(FindingNotice)
    case ask(Prompt)
    case save([UInt8])
    /// A copy of the document, to a path as it was typed.
    case saveCopy([UInt8], path: String)
    /// The document with answers that somebody else's came before, into a file beside it.
    case keepBeside([UInt8])
    /// Words that no question took, for Up to bring back on the line that is asked for.
    case withinReach(String)
    case openEditor(String)
    case preview(MarkdownDocument)
    case readFile(String)
    case finish(Farewell)
}

/// A question as it is put, before the line it is answered on.
package struct QuestionNotice: Equatable, Sendable {
    /// Place in the order of asking, from 1.
    package var number: Int
    package var total: Int
    package var isEssential: Bool
    package var ask: String
    package var hint: String
    /// What the document holds, as lines; empty where nothing is answered.
    package var current: [String]
    /// It stands on the line that comes next as well.
    package var isOnLine: Bool
    package var choices: [String]
}

/// Wording that could be read as blame, with what to ask in its place.
package struct FindingNotice: Equatable, Sendable {
    package var excerpt: String
    package var finding: Finding
}

/// The line that is waited for.
package struct Prompt: Equatable, Sendable {
    package enum Purpose: Sendable {
        /// A question of the guide, or a part of one: takes a line even from a pipe.
        case answer
        /// A confirmation that a pipe answers with its default.
        case aside
    }

    package var label: String
    /// Where in its question the line is, for `start` to go back to.
    package var place: String
    package var progress: String
    package var prefill: String
    /// The prefill is the present answer: the question shows it, and an empty line keeps it as well.
    package var isShownAbove: Bool
    /// The prefill is what was typed and could not be taken; it gives way to what was typed ahead.
    package var isReturned = false
    /// The prefill is what the document holds: handed in as it is, it changes nothing.
    package var isInDocument = false
    /// What came back was pasted or edited elsewhere: taken as it stands it is an answer, whatever it looks like.
    package var isBlock = false
    /// Earlier answers under the same key come back with Up.
    package var history: String
    package var purpose: Purpose
    package var choices: [String]

    package init(
        label: String, place: String? = nil, progress: String = "", prefill: String = "",
        isShownAbove: Bool = false,
        history: String,
        purpose: Purpose = .answer,
        choices: [String] = []
    ) {
        self.label = label
        self.place = place ?? label
        self.progress = progress
        self.prefill = prefill
        self.isShownAbove = isShownAbove
        self.history = history
        self.purpose = purpose
        self.choices = choices
    }
}

/// How an interview ended.
package enum Farewell: String, CaseIterable, Sendable {
    case done
    case quit
    case endOfInput
    case interrupted
}
