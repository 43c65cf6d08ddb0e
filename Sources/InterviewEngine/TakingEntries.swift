import DisplayText
import Guides

/// An entry on its way to the dialog: what is too large goes no further, and a line from a pipe is never asked for again.
extension InterviewSession {
    mutating func takeEntry(_ entry: Entry) -> DialogStep {
        if let problem = Self.problem(withSizeOf: entry) {
            return isPiped ? passOver(problem) : .again(StyledText(problem, .problem), prefill: "")
        }
        let step = dialog.take(entry, dialogContext())
        guard isPiped, case .again(let problem, _) = step else { return step }
        return passOver(problem.text, allOf: entry.text, since: linesPassedOver)
    }

    /// Nothing of an entry is in the document, whatever its dialog had made of it.
    ///
    /// - Parameter count: the lines passed over before it.
    mutating func passOver(_ problem: String, allOf text: String, since count: Int) -> DialogStep {
        let lines = Self.lines(text)
        linesPassedOver = count + lines
        let what = lines == 1 ? "This line was passed over." : "These \(lines) lines were passed over."
        return .again(StyledText("\(problem) \(what)", .problem), prefill: "")
    }

    private static func lines(_ text: String) -> Int { max(1, Entry(text: text, isBlock: true).lines.count) }

    /// Lines of an entry that its dialog could not take: they come back for mending, or are counted where nobody could.
    mutating func giveBack(_ rest: String, of question: QuestionID) {
        guard isPiped else { return leftOver = LeftOver(question: question, lines: rest) }
        linesPassedOver += Self.lines(rest)
    }

    /// Nobody mends a line from a pipe, so that what it said is in no document.
    mutating func countLostLine() { if isPiped { linesPassedOver += 1 } }

    /// A line on its way, with what was there before it.
    func entering(_ text: String) -> EnteredText {
        EnteredText(text: text, dialog: dialog, leftOver: leftOver, linesPassedOver: linesPassedOver)
    }

    static func problem(withSizeOf entry: Entry) -> String? {
        let size = entry.text.utf8.count
        guard size > answerLimit else { return nil }
        let (kilobytes, megabytes) = ((size + 1023) / 1024, (size + 1_048_575) / 1_048_576)
        let amount = kilobytes <= 1024 ? "\(kilobytes) KB" : "\(megabytes) MB"
        return
            "That is \(amount); an answer holds 64 KB. What fits is the part that tells the story, or a link to a file that holds all of it."
    }

    /// Nobody can mend a line from a pipe: its question stays open, so that the next line is not taken for its answer.
    mutating func passOver(_ problem: String) -> DialogStep {
        let name = current.map { label(of: $0) } ?? ""
        linesPassedOver += 1
        let told = StyledText("\(name): \(problem) This line was passed over.", .problem)
        if dialog.isMidPart {
            // A cell of a row: the others keep their places.
            switch dialog.take(Entry(text: "", isBlock: false), dialogContext()) {
            case .ask(let notes): return .ask([told] + notes)
            case .change(let content, _, let isDone, let link, _):
                return .change(content, note: told, isDone: isDone, link: link)
            case .done, .passedOver, .again: return .again(told, prefill: "")
            }
        }
        return dialog is LineDialog ? .passedOver(told) : .again(told, prefill: "")
    }

    /// 64 KB, so that a pasted log does not swallow the document.
    static let answerLimit = 64 * 1024
}

/// A line that an answer is made of, and what was there before it: both come back where the document refuses the answer.
struct EnteredText: Sendable {
    var text: String
    var dialog: any AnswerDialog
    var leftOver: LeftOver?
    var linesPassedOver: Int
}
