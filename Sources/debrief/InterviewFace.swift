import Diagnostics
import DisplayText
import InterviewEngine
import Rendering
import TerminalIO

/// How an interview's outputs look: one way for a line editor, one for plain lines and screen readers.
struct InterviewFace {
    let terminal: any Terminal
    /// What was said to help with a question; whole lines that nothing wipes are said once.
    private var hints: Set<String> = []

    init(terminal: any Terminal) { self.terminal = terminal }

    func show(_ text: StyledText) { terminal.show(text) }

    /// Lines that are too long for the terminal go on below, where they are no drawing.
    func show(_ lines: [StyledText]) {
        guard terminal.isInteractive else { return terminal.showPreformatted(lines) }
        let width = max(20, terminal.columns - 1)
        terminal.showPreformatted(lines.flatMap { Self.folded($0.mapped(visible), to: width) })
    }

    private static func folded(_ line: StyledText, to width: Int) -> [StyledText] {
        let text = line.text
        let isDrawing = text.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) }
        guard !isDrawing, displayWidth(text) > width else { return [line] }
        return wrapped(line, width: width, indent: hang(of: text, in: width))
    }

    /// Where a line goes on: below its second column where it has one, else a little to the right of its start.
    private static func hang(of text: String, in width: Int) -> Int {
        let start = text.prefix { $0 == " " }.count
        let body = text.dropFirst(start)
        guard let gap = body.firstRange(of: "  ") else { return start + 2 }
        let blanks = body[gap.lowerBound...].prefix { $0 == " " }.count
        let column = start + displayWidth(body[..<gap.lowerBound]) + blanks
        return column <= width / 2 ? column : start + 2
    }

    mutating func show(_ notice: QuestionNotice) {
        if terminal.isAccessible {
            let need = notice.isEssential ? "essential" : "optional"
            terminal.show(
                StyledText("Question \(notice.number) of \(notice.total), \(need): ", .progress)
                    + StyledText(notice.ask, .question))
        } else {
            terminal.show("")
            let mark: StyledText = notice.isEssential ? "" : StyledText(" (optional)", .hint)
            terminal.show(StyledText(notice.ask, .question) + mark)
        }
        let isNew = hints.insert(notice.hint).inserted || !terminal.isAccessible
        if !notice.hint.isEmpty, isNew { terminal.show(StyledText(notice.hint, .hint)) }
        showCurrent(notice)
        showChoices(notice.choices)
    }

    private func showCurrent(_ notice: QuestionNotice) {
        guard !notice.current.isEmpty else { return }
        let isOnLine = terminal.isInteractive && !terminal.isAccessible && notice.isOnLine
        if notice.current.count == 1, !isOnLine {
            terminal.show(StyledText("Now: ", .hint) + StyledText(notice.current[0], .value))
        } else if notice.current.count > 1 {
            for line in notice.current { terminal.show(StyledText("  \(line)", .value)) }
        }
        if terminal.isAccessible || !notice.choices.isEmpty {
            terminal.show(StyledText("Enter keeps it.", .hint))
        }
    }

    private func showChoices(_ choices: [String]) {
        guard !choices.isEmpty else { return }
        let numbered = choices.enumerated().map { "\($0.offset + 1) \($0.element)" }
        if terminal.isAccessible {
            for choice in numbered { terminal.show(StyledText("  \(choice)")) }
        } else {
            terminal.show(StyledText("  " + numbered.joined(separator: "   "), .command))
        }
    }

    func show(_ notice: FindingNotice) {
        terminal.show(
            StyledText("  \u{201C}\(notice.excerpt)\u{201D}  ", .finding)
                + StyledText(notice.finding.category, .hint))
        terminal.show(StyledText("  \(notice.finding.message)"))
        if let question = notice.finding.question {
            terminal.show(StyledText("  Ask instead: \(question)", .question))
        }
        for suggestion in notice.finding.suggestions.prefix(1) {
            terminal.show(StyledText("  For example: \(suggestion.description)", .suggestion))
        }
    }

    /// The prompt and the place in the interview at its right. Where nothing is redrawn, an answer that the question
    /// shows is not put on the line as well.
    func request(_ prompt: Prompt, completer: @escaping (String, String) -> Completion) -> LineRequest {
        let label = terminal.isAccessible ? "\(prompt.label): " : "\(prompt.label) › "
        return LineRequest(
            prompt: StyledText(label, prompt.purpose == .answer ? .question : .command),
            rightPrompt: terminal.isAccessible ? "" : StyledText(prompt.progress, .progress),
            prefill: terminal.isAccessible && prompt.isShownAbove ? "" : prompt.prefill,
            givesWay: prompt.isReturned, history: prompt.history, completer: completer)
    }
}
