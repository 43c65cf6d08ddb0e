import LosslessMarkdown

/// A step and all that follows from it as Markdown.
struct WhysText {
    let labels: WhysPhrasing.Labels

    /// One number a question while there is one cause each; what follows from several causes is nested below them.
    func lines(_ step: WhyStep) -> [String] {
        var blocks: [[String]] = []
        var present: WhyStep? = step
        while let question = present {
            let isSpine = question.causes.count == 1
            let marker = "\(blocks.count + 1). "
            let indent = marker.map { _ in " " }.joined()
            let causes = question.causes.flatMap { cause($0, isSpine: isSpine) }
            blocks.append(["\(marker)**\(question.question)**"] + causes.map { indent + $0 })
            present = isSpine ? question.causes[0].next : nil
        }
        return Array(blocks.joined(separator: [""]))
    }

    private func cause(_ cause: WhyCause, isSpine: Bool) -> [String] {
        var lines = ["- \(cause.text)"]
        if let evidence = cause.evidence { lines.append("  - \(labels.evidence): \(evidence)") }
        if let ending = cause.ending { lines.append("  - \(labels.ends): \(ending)") }
        if let factor = cause.factor { lines.append("  - \(labels.factor): \(factor)") }
        lines += cause.actions.map { "  - \(labels.action): \($0)" }
        if !isSpine, let next = cause.next { lines += nested(next).map { $0.isEmpty ? "" : "  " + $0 } }
        return lines
    }

    /// Beneath a cause there are no blank lines, so that the list around it stays as tight as it is.
    private func nested(_ step: WhyStep) -> [String] { lines(step).filter { !$0.isEmpty } }

    /// The forest as it reads back; a cause that begins with one of the labels keeps its colon by a backslash.
    static func canonical(_ forest: WhyForest, _ labels: WhysPhrasing.Labels) -> WhyForest {
        WhyForest(
            forest.chains.compactMap { chain in
                chain.step.flatMap { canonical($0, labels) }.map { WhyChain(id: chain.id, step: $0) }
            })
    }

    private static func canonical(_ step: WhyStep, _ labels: WhysPhrasing.Labels) -> WhyStep? {
        let causes = step.causes.compactMap { cause -> WhyCause? in
            let text = unlabelled(Escaping.itemLine(Prose.line(cause.text)), labels)
            guard !text.isEmpty else { return nil }
            return WhyCause(
                text, evidence: line(cause.evidence), ending: line(cause.ending), factor: line(cause.factor),
                actions: cause.actions.compactMap(line),
                next: cause.next.flatMap { canonical($0, labels) })
        }
        var question = Prose.line(step.question).replacing("**", with: "")
        if !question.contains(where: { $0.isLetter || $0.isNumber }) { question = "…" }
        return causes.isEmpty ? nil : WhyStep(question: question, causes: causes)
    }

    private static func unlabelled(_ text: String, _ labels: WhysPhrasing.Labels) -> String {
        let words = [labels.evidence, labels.ends, labels.factor, labels.action]
        guard let word = words.first(where: { text.lowercased().hasPrefix($0.lowercased() + ":") }) else {
            return text
        }
        return text.prefix(word.count) + "\\" + text.dropFirst(word.count)
    }

    private static func line(_ text: String?) -> String? {
        text.map { Prose.line($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
