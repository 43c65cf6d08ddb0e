import Diagnostics
import LosslessMarkdown

/// Reads whys as people write them: numbered questions with their causes as bullets beneath, indented or not; a
/// numbered list of causes without the questions; bullets within bullets. Nil as soon as something in it is neither
/// question, cause nor label.
struct WhysReader {
    let document: MarkdownDocument
    let phrasing: WhysPhrasing
    /// The question that the chain begins with where none is written.
    let firstQuestion: String

    private var labels: WhysPhrasing.Labels { phrasing.labels }

    /// A chain from the blocks it stands in.
    func step(from blocks: [Block]) -> WhyStep? {
        guard let entries = entries(of: blocks), !entries.isEmpty else { return nil }
        return chained(entries[...], after: nil)
    }

    /// A question and its causes on the way; the question is nil where only the cause was written.
    private struct Entry {
        var question: String?
        var causes: [WhyCause]
    }

    /// Each further entry follows from the last cause of the one before.
    private func chained(_ entries: ArraySlice<Entry>, after cause: String?) -> WhyStep? {
        guard let entry = entries.first else { return nil }
        var step = WhyStep(question: entry.question ?? question(after: cause), causes: entry.causes)
        let rest = entries.dropFirst()
        guard !rest.isEmpty else { return step }
        guard let last = step.causes.last, last.next == nil, let next = chained(rest, after: last.text)
        else { return nil }
        step.causes[step.causes.count - 1].next = next
        return step
    }

    private func question(after cause: String?) -> String {
        cause.map { phrasing.question(after: $0) } ?? firstQuestion
    }

    // MARK: blocks

    private func entries(of blocks: [Block]) -> [Entry]? {
        var entries: [Entry] = []
        for (index, block) in blocks.enumerated() {
            switch block.kind {
            case .list where block.isOrdered:
                let items = document.children(of: block)
                let hasLooseCauses = index + 1 < blocks.count && !blocks[index + 1].isOrdered
                for (number, item) in items.enumerated() {
                    let isLast = number == items.count - 1
                    guard let entry = entry(from: item, isQuestion: isLast && hasLooseCauses) else {
                        return nil
                    }
                    entries.append(entry)
                }
            case .list:
                guard addBullets(block, to: &entries) else { return nil }
            case .paragraph:
                guard var last = entries.popLast(), last.causes.isEmpty else { return nil }
                last.causes = [WhyCause(plain(block))]
                entries.append(last)
            default: return nil
            }
        }
        return entries
    }

    /// Bullets that are not indented answer the question above them; labels among them belong to its last cause.
    private func addBullets(_ list: Block, to entries: inout [Entry]) -> Bool {
        var entry = entries.popLast() ?? Entry(question: nil, causes: [])
        guard entry.causes.allSatisfy({ $0.next == nil }) else { return false }
        for item in document.children(of: list) {
            if let last = entry.causes.indices.last, isLabel(item) {
                guard add(item, to: &entry.causes[last]) else { return false }
            } else {
                guard let cause = cause(from: item) else { return false }
                entry.causes.append(cause)
            }
        }
        entries.append(entry)
        return true
    }

    // MARK: items

    /// `1. **Question?**` with causes beneath, `1. Question? Cause`, or a cause alone.
    private func entry(from item: Block, isQuestion: Bool) -> Entry? {
        let blocks = document.children(of: item)
        guard let first = blocks.first, first.kind == .paragraph else { return nil }
        let text = plain(first)
        if !isQuestion, !WhysLine.isQuestion(text), !hasCauses(blocks.dropFirst()) {
            return cause(from: item).map { Entry(question: nil, causes: [$0]) }
        }
        let line = WhysLine(text)
        var entry = Entry(question: line.question, causes: line.answer.isEmpty ? [] : [WhyCause(line.answer)])
        for block in blocks.dropFirst() {
            switch block.kind {
            case .list where !block.isOrdered:
                var entries = [entry]
                guard addBullets(block, to: &entries) else { return nil }
                entry = entries[0]
            case .paragraph where entry.causes.isEmpty: entry.causes = [WhyCause(plain(block))]
            default: return nil
            }
        }
        return entry
    }

    private func hasCauses(_ blocks: some Sequence<Block>) -> Bool {
        blocks.contains { block in
            block.kind == .list && !block.isOrdered
                && document.children(of: block).contains { !isLabel($0) }
        }
    }

    private func cause(from item: Block) -> WhyCause? {
        let blocks = document.children(of: item)
        guard let text = blocks.first, text.kind == .paragraph else { return nil }
        var cause = WhyCause(plain(text))
        var further: [WhyCause] = []
        for block in blocks.dropFirst() {
            guard block.kind == .list else { return nil }
            if block.isOrdered {
                guard cause.next == nil, further.isEmpty, let next = step(below: cause, from: block) else {
                    return nil
                }
                cause.next = next
                continue
            }
            for item in document.children(of: block) {
                if isLabel(item) {
                    guard add(item, to: &cause) else { return nil }
                } else {
                    guard cause.next == nil, let below = self.cause(from: item) else { return nil }
                    further.append(below)
                }
            }
        }
        if !further.isEmpty { cause.next = WhyStep(question: question(after: cause.text), causes: further) }
        return cause
    }

    private func step(below cause: WhyCause, from list: Block) -> WhyStep? {
        guard let entries = entries(of: [list]), !entries.isEmpty else { return nil }
        return chained(entries[...], after: cause.text)
    }

    // MARK: labels

    private func isLabel(_ item: Block) -> Bool {
        guard let first = document.children(of: item).first, first.kind == .paragraph else { return false }
        return labelled(plain(first)) != nil
    }

    private enum Label { case evidence, ends, factor, action }

    private func labelled(_ text: String) -> (label: Label, rest: String)? {
        let plain = text.withoutBold
        let known: [(Label, String)] = [
            (.evidence, labels.evidence), (.ends, labels.ends), (.factor, labels.factor),
            (.action, labels.action),
        ]
        return known.lazy.compactMap { label, word in
            plain.after(label: word).map { (label: label, rest: $0) }
        }.first
    }

    /// `Evidence: …`, `Ends here: …`, `Factor: …`, `Action: …`; a second one is added to the first.
    private func add(_ item: Block, to cause: inout WhyCause) -> Bool {
        let blocks = document.children(of: item)
        guard blocks.count == 1, let found = labelled(plain(blocks[0])) else { return false }
        func joined(_ old: String?) -> String { [old, found.rest].compactMap { $0 }.joined(separator: "; ") }
        switch found.label {
        case .evidence: cause.evidence = joined(cause.evidence)
        case .ends: cause.ending = joined(cause.ending)
        case .factor: cause.factor = joined(cause.factor)
        case .action: cause.actions.append(found.rest)
        }
        return true
    }

    private func plain(_ paragraph: Block) -> String {
        Prose.line(withoutComments(paragraph.lines.map { document.text($0) }.joined(separator: " ")))
    }
}

/// A numbered line, cut into its question and what may follow it.
struct WhysLine {
    var question: String
    var answer = ""

    init(_ text: String) {
        question = text.withoutBold
        if text.hasPrefix("**"), let close = text.dropFirst(2).place(of: "**") {
            let rest = text[close.upperBound...].drop { " :–—-→".contains($0) }.trimmed
            guard !rest.isEmpty else { return }
            question = String(text[..<close.lowerBound].dropFirst(2))
            answer = rest
        } else if let mark = text.place(of: "? ") {
            question = String(text[..<mark.lowerBound]) + "?"
            answer = text[mark.upperBound...].drop { " :–—-→".contains($0) }.trimmed
        }
    }

    /// Bold, or with a question mark.
    static func isQuestion(_ text: String) -> Bool {
        text.hasPrefix("**") || text.hasSuffix("?") || text.contains("? ") || text == "…"
    }
}

extension String {
    /// Without the stars of a bold stretch that the text begins with.
    fileprivate var withoutBold: String {
        guard hasPrefix("**") else { return self }
        let inner = dropFirst(2)
        if inner.hasSuffix("**") { return inner.dropLast(2).trimmed }
        guard let close = inner.place(of: "**") else { return self }
        return String(inner[..<close.lowerBound] + inner[close.upperBound...])
    }

    /// The text after `label:`, without regard to case.
    fileprivate func after(label: String) -> String? {
        // Most lines have no colon where the label would end.
        guard !label.isEmpty, dropFirst(label.count).first == ":",
            prefix(label.count).lowercased() == label.lowercased()
        else { return nil }
        let rest = dropFirst(label.count + 1).trimmed
        return rest.isEmpty ? nil : rest
    }
}
