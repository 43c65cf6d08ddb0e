import DisplayText
import Forms
import Guides
import Postmortems

/// What stands on the line before anything is typed, and what is typed behind it.
extension InterviewSession {
    /// The line that is waited for now.
    mutating func ask() -> [InterviewOutput] {
        let given = returned
        let outputs = askLine()
        guard case .ask(var prompt)? = outputs.last else { return outputs }
        if !prompt.prefill.isEmpty, prompt.prefill == given {
            (prompt.isReturned, prompt.isBlock) = (true, prompt.isBlock || returnsBlock)
        }
        if prompt.purpose == .answer, let line = waiting {
            waiting = nil
            if line.belongs(to: prompt) { prompt = prompt.holding(line.standing) }
        }
        standing = prompt
        return outputs.dropLast() + [.ask(prompt)]
    }

    /// A command that was typed behind what stood on the line, such as a second `:back`; what stood there is no part of it,
    /// and stays on the line where the same is asked again.
    mutating func runBehindStanding(_ text: String) -> [InterviewOutput]? {
        guard !isPiped, let standing, !standing.prefill.isEmpty, text.hasPrefix(standing.prefill),
            let (name, argument) = CommandName.behind(text.dropFirst(standing.prefill.count))
        else { return nil }
        (wasInterrupted, isContested, editedWhole) = (false, false, nil)
        let unfilled = askedUnfilled
        if name.replacesAnswer, argument.isEmpty, aside == nil, current != nil {
            aside = .commandMeant(name, answer: text)
            return ask()
        }
        return keeping(standing, unfilled, in: run(name, argument))
    }

    /// A row with a time of its own that was typed behind a line that came back; that line makes room for the next row.
    mutating func takeRowBehindStanding(_ text: String) -> [InterviewOutput]? {
        guard !isPiped, !isContested, aside == nil, let standing, standing.isReturned, !standing.isBlock,
            text.hasPrefix(standing.prefill), (dialog as? TableDialog)?.asksForTimedRow == true
        else { return nil }
        let row = String(text.dropFirst(standing.prefill.count))
        guard row.first != " ", isTimedRow(row) || row.hasPrefix("+") && TimedWords(row) != nil else {
            return nil
        }
        let entry = Entry(text: row, isBlock: false)
        var trial = dialog
        guard case .change = trial.take(entry, dialogContext()) else { return nil }
        let told =
            "Up brings back '\(truncated(standing.prefill, to: 40))', which stood on the line before it."
        // The row may begin as that line did.
        self.standing = nil
        return [.tell(StyledText(told, .hint)), .withinReach(standing.prefill)] + handleAnswer(entry)
    }

    /// Whether a line begins with its time as the rows of a timeline do.
    func isTimedRow(_ row: String) -> Bool {
        guard let cells = RowSyntax.cells(in: row) else { return TimedWords(row)?.isClockTime == true }
        return TimedWords.isTime(cells[0]) || TimedWords(cells[0])?.words.isEmpty == false
    }

    /// How the question asks with nothing given back.
    private var askedUnfilled: InterviewOutput? {
        var fresh = self
        (fresh.returned, fresh.leftOver) = (nil, nil)
        return fresh.ask().last
    }

    /// A line that came back stays where the same is asked again.
    private mutating func keeping(
        _ line: Prompt, _ unfilled: InterviewOutput?, in outputs: [InterviewOutput]
    ) -> [InterviewOutput] {
        guard line.isReturned, case .ask(let bare)? = unfilled else { return outputs }
        if pending != nil { waiting = WaitingLine(standing: line, bare: bare) }
        guard case .ask(bare)? = outputs.last else { return outputs }
        standing = line
        return outputs.dropLast() + [.ask(line)]
    }

    /// What came back for a line: what was refused, else the rest of a paste where something new is asked for.
    mutating func takeComeback(for part: DialogPrompt) -> (text: String, isBlock: Bool)? {
        defer { returned = nil }
        if let returned { return (returned, returnsBlock) }
        guard let rest = leftOver, rest.question == current, part.prefill.isEmpty, !dialog.isMidPart else {
            return nil
        }
        leftOver = nil
        return (rest.lines, true)
    }

    /// What the document holds, handed in as it was put on the line.
    func isUntouched(_ text: String) -> Bool {
        guard let standing, standing.isInDocument, aside == nil else { return false }
        return text == standing.prefill
    }

    /// A block that came back and is taken as it stands.
    func isReturnedBlock(_ text: String) -> Bool {
        guard let standing else { return false }
        return standing.isBlock && text == standing.prefill
    }

    /// The line is empty from here on; what is in the document stays, and Enter keeps it.
    mutating func giveUpLine() -> [InterviewOutput] {
        returned = ""
        let told = [InterviewOutput.tell(StyledText("Line given up; Up brings it back.", .hint))]
        guard aside == nil, let current, editableContent(of: current) != nil else { return told + ask() }
        let present = dialog.prompt(dialogContext()).prefill
        guard !present.isEmpty else { return told + ask() }
        let kept = StyledText("Enter leaves it as it is: ", .hint) + StyledText(present, .value)
        return told + [.tell(kept)] + ask()
    }
}

/// Lines of a paste behind one that could not be taken, and that one.
package struct LeftOver: Equatable, Sendable {
    package var question: QuestionID
    package var lines: String

    package init(question: QuestionID, lines: String) { (self.question, self.lines) = (question, lines) }
}

/// A line that came back, kept while the command behind it is saved.
struct WaitingLine: Sendable {
    var standing: Prompt
    /// How its question asks with nothing given back.
    var bare: Prompt

    /// A row put in elsewhere may have changed the label's number.
    func belongs(to prompt: Prompt) -> Bool {
        prompt.history == standing.history && prompt.prefill == bare.prefill
    }
}

extension Prompt {
    fileprivate func holding(_ line: Prompt) -> Prompt {
        var prompt = self
        (prompt.prefill, prompt.isShownAbove) = (line.prefill, false)
        (prompt.isReturned, prompt.isBlock, prompt.isInDocument) =
            (line.isReturned, line.isBlock, line.isInDocument)
        return prompt
    }
}

extension CommandName {
    /// It puts something else in the place of the answer, so that one typed by mistake costs words.
    fileprivate var replacesAnswer: Bool { [.clear, .na, .unknown].contains(self) }

    /// The command at the start of what stands behind other text. Three letters are asked for, or all of its name or its
    /// short form, and no words behind one that takes none, so that `ratio 3:a bug` stays what it is.
    static func behind(_ text: Substring) -> (CommandName, argument: String)? {
        guard text.first == ":", !text.contains(where: \.isNewline),
            case .command(let name, let argument) = TypedLine(String(text))
        else {
            return nil
        }
        let word = text.dropFirst().prefix { !$0.isWhitespace }
        guard word.count >= 3 || word == name.rawValue || word == name.shortForm ?? "" else { return nil }
        let takesWords = name.command.usage.contains(" ")
        return argument.isEmpty || takesWords ? (name, argument) : nil
    }
}
