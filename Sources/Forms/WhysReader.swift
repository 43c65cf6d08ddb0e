import LosslessMarkdown

/// Reads a numbered list of whys; nil as soon as something in it is neither question, cause nor label.
struct WhysReader {
    let document: MarkdownDocument
    let labels: WhysPhrasing.Labels

    /// The first item's step; each further item follows from the last cause of the one before.
    func step(from list: Block) -> WhyStep? {
        var following: WhyStep?
        for item in document.children(of: list).reversed() {
            guard var step = step(fromItem: item) else { return nil }
            if let following {
                guard !step.causes.isEmpty else { return nil }
                guard step.causes[step.causes.count - 1].next == nil else { return nil }
                step.causes[step.causes.count - 1].next = following
            }
            following = step
        }
        return following
    }

    private func step(fromItem item: Block) -> WhyStep? {
        let blocks = document.children(of: item)
        guard let question = blocks.first, question.kind == .paragraph else { return nil }
        var causes: [WhyCause] = []
        for block in blocks.dropFirst() {
            guard block.kind == .list, !block.isOrdered else { return nil }
            for item in document.children(of: block) {
                guard let cause = cause(from: item) else { return nil }
                causes.append(cause)
            }
        }
        return WhyStep(question: plain(question).withoutBold, causes: causes)
    }

    private func cause(from item: Block) -> WhyCause? {
        let blocks = document.children(of: item)
        guard let text = blocks.first, text.kind == .paragraph else { return nil }
        var cause = WhyCause(plain(text))
        for block in blocks.dropFirst() {
            guard block.kind == .list else { return nil }
            if block.isOrdered {
                guard cause.next == nil, let next = step(from: block) else { return nil }
                cause.next = next
            } else {
                for label in document.children(of: block) {
                    guard add(label, to: &cause) else { return nil }
                }
            }
        }
        return cause
    }

    /// `Evidence: …`, `Ends here: …`, `Action: …`; false for any other bullet.
    private func add(_ item: Block, to cause: inout WhyCause) -> Bool {
        let blocks = document.children(of: item)
        guard blocks.count == 1, let paragraph = blocks.first, paragraph.kind == .paragraph else {
            return false
        }
        let text = plain(paragraph).withoutBold
        for (label, store) in [(labels.evidence, \WhyCause.evidence), (labels.ends, \WhyCause.ending)] {
            guard let rest = text.after(label: label) else { continue }
            guard cause[keyPath: store] == nil else { return false }
            cause[keyPath: store] = rest
            return true
        }
        guard let action = text.after(label: labels.action) else { return false }
        cause.actions.append(action)
        return true
    }

    private func plain(_ paragraph: Block) -> String {
        Prose.line(withoutComments(paragraph.lines.map { document.text($0) }.joined(separator: " ")))
    }
}

extension String {
    /// Without the stars of a bold stretch that the text begins with.
    fileprivate var withoutBold: String {
        guard hasPrefix("**") else { return self }
        let inner = dropFirst(2)
        if inner.hasSuffix("**") { return inner.dropLast(2).trimmed }
        guard let close = inner.firstRange(of: "**") else { return self }
        return String(inner[..<close.lowerBound] + inner[close.upperBound...])
    }

    /// The text after `label:`, without regard to case.
    fileprivate func after(label: String) -> String? {
        guard !label.isEmpty, lowercased().hasPrefix(label.lowercased() + ":") else { return nil }
        let rest = dropFirst(label.count + 1).trimmed
        return rest.isEmpty ? nil : rest
    }
}
