/// How far a question is answered, by what stands in the document.
package enum AnswerState: String, CaseIterable, Sendable {
    /// No place for it in the document.
    case absent
    /// A place that is empty, holds a placeholder or the guide's own sample.
    case open
    /// Somebody wrote down that nobody in the room knows.
    case unknown
    case notApplicable
    case answered

    package var isSettled: Bool { self == .answered || self == .notApplicable }

    /// As lists of questions show it.
    package var mark: String {
        switch self {
        case .absent, .open: "[ ]"
        case .unknown: "[?]"
        case .notApplicable: "[-]"
        case .answered: "[x]"
        }
    }
}

/// What a form found for one question.
package struct Reading: Equatable, Sendable {
    package var state: AnswerState
    /// Nil where nothing is answered; a list, a table or a chain that is half filled is open and has content.
    package var content: FormContent?
    /// The bytes that hold the answer, or where it would be put; nil when absent.
    package var place: Range<Int>?

    package init(_ state: AnswerState, _ content: FormContent? = nil, at place: Range<Int>? = nil) {
        self.state = state
        self.content = content
        self.place = place
    }

    package static let absent = Reading(.absent)
}
