import Forms
import Guides
import Postmortems

extension InterviewSession {
    /// What the word before the cursor could become: commands after a colon, else what the question takes.
    ///
    /// `kept` is the number of UTF-8 bytes before the cursor that stay as they are.
    package func completions(before: String) -> (kept: Int, candidates: [String]) {
        if before.hasPrefix(":") { return completeCommand(before) }
        if case .coach(let coaching)? = aside { return complete(before, from: choices(for: coaching)) }
        guard aside == nil, current != nil else { return (before.utf8.count, []) }
        let prompt = dialog.prompt(dialogContext())
        let words =
            prompt.choices.isEmpty
            ? prompt.completions.flatMap { postmortem.words(for: $0) } : prompt.choices
        return complete(before, from: words)
    }

    private func completeCommand(_ before: String) -> (kept: Int, candidates: [String]) {
        guard let blank = before.firstIndex(of: " ") else {
            let word = before.dropFirst()
            return (1, CommandName.allCases.map(\.rawValue).filter { $0.hasPrefix(word) })
        }
        guard case .command(let name, _) = TypedLine(String(before[..<blank])) else {
            return (before.utf8.count, [])
        }
        let argument = before[before.index(after: blank)...]
        let kept = before.utf8.count - argument.utf8.count
        return (kept, name.command.candidates(in: self).filter { Self.matches($0, argument) })
    }

    /// From the start of the present cell: names may have blanks in them.
    private func complete(_ before: String, from words: [String]) -> (kept: Int, candidates: [String]) {
        let cell = before.lastRange(of: " | ").map { before[$0.upperBound...] } ?? before[...]
        let whole = words.filter { Self.matches($0, cell) }
        if !whole.isEmpty { return (before.utf8.count - cell.utf8.count, whole) }
        let word = cell.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        let kept = before.utf8.count - word.utf8.count
        return (kept, word.isEmpty ? [] : words.filter { Self.matches($0, word) })
    }

    private static func matches(_ candidate: String, _ typed: Substring) -> Bool {
        candidate.lowercased().hasPrefix(typed.lowercased())
    }
}

extension String {
    fileprivate func lastRange(of separator: String) -> Range<String.Index>? { ranges(of: separator).last }
}
