import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    /// What is told when the last question is through.
    func closing() -> [InterviewOutput] {
        var lines = [StyledText(""), StyledText("That is the end of the questions.", .title)]
        lines += openLines + parkedLines
        return lines.map { .tell($0) }
    }

    private var openLines: [StyledText] {
        let open = route.questions.filter { id in
            guide[id]?.isEssential == true && !postmortem.reading(id).state.isSettled
        }
        let optional = route.questions.filter { id in
            guide[id]?.isEssential == false && !postmortem.reading(id).state.isSettled
        }
        var lines: [StyledText] = []
        if open.isEmpty {
            lines.append(StyledText("Every essential question has an answer.", .success))
        } else {
            lines.append(StyledText("Still open:", .strong))
            lines += route.stops.indices.compactMap { openLine(ofStop: $0, among: open) }
        }
        if !optional.isEmpty {
            lines.append(
                StyledText(
                    "\(counted(optional.count, "optional question")) \(optional.count == 1 ? "is" : "are") open; ':list' shows them.",
                    .hint))
        }
        return lines
    }

    /// One line for each section: where `:goto` leads, and what waits there.
    private func openLine(ofStop index: Int, among open: [QuestionID]) -> StyledText? {
        let waiting = open.filter { route.stop(of: $0) == index }
        guard !waiting.isEmpty else { return nil }
        let names = waiting.map { id in
            label(of: id) + (postmortem.reading(id).state == .unknown ? " (not known yet)" : "")
        }
        return StyledText("  :goto \(index + 1)", .command)
            + StyledText("  \(route.stops[index].title): \(names.joined(separator: ", "))")
    }

    private var parkedLines: [StyledText] {
        guard let park = guide.captures.park, !parked.isEmpty else { return [] }
        let keys = "':goto \(park.section)' goes there, and ':drop n' lets go of one."
        return [StyledText("In the parking lot, to keep, drop or think over:", .strong)]
            + parked.map { StyledText("  - \($0)", .value) } + [StyledText(keys, .hint)]
    }

    /// The prompt when there is no question left.
    mutating func askAtEnd() -> [InterviewOutput] {
        let done = InterviewOutput.ask(Prompt(label: "Done", history: "aside", purpose: .aside))
        // Commands may follow in a pipe, which ends by itself.
        if isPiped { return [done] }
        if let walk = nextFinding() { return walk }
        let keys = "':goto NAME' goes back to a question, ':preview' shows the document; Enter leaves."
        return [.tell(StyledText(keys, .hint)), done]
    }

    /// A line where all questions are through.
    mutating func takeAtEnd(_ entry: Entry) -> [InterviewOutput] {
        if entry.isEmpty { return isPiped ? ask() : farewell(.done) }
        return unasked(entry.text, ask())
    }

    /// Words where no question stands, such as a thought that came late.
    mutating func unasked(_ text: String, _ outputs: [InterviewOutput]) -> [InterviewOutput] {
        countLostLine()
        let what =
            isPiped
            ? "No question is asked here, so '\(truncated(text, to: 60))' is written nowhere; ':note' or ':park' in front would keep it."
            : "No question is asked here, so that is written nowhere; Up brings it back, and ':note' or ':park' in front keeps it."
        return [.withinReach(text), .tell(StyledText(what, .problem))] + outputs
    }

    mutating func farewell(_ how: Farewell) -> [InterviewOutput] {
        if isUnsaved, pending == nil, how != .endOfInput, how != .interrupted, !wasWarned {
            wasWarned = true
            return [
                .tell(
                    StyledText(
                        "The last answers are not on disk yet. ':save' tries again, ':save FILE' writes a copy elsewhere; ':quit' once more leaves and keeps a rescue copy.",
                        .problem))
            ] + ask()
        }
        return [.finish(how)]
    }

    /// Gives the document out for saving once more.
    mutating func saveAgain(then next: PendingSave.Next = .askOn) -> [InterviewOutput] {
        guard let id = current ?? route.questions.first else { return ask() }
        pending = PendingSave(
            edit: .nothing, question: id, before: postmortem, next: next, isReviewed: false, note: "Saved.")
        return [.save(postmortem.document.bytes)]
    }
}
