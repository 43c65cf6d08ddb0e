import DisplayText
import Forms
import Guides

extension WhysDialog {
    func prompt(_ context: DialogContext) -> DialogPrompt {
        let forest = Self.forest(context.content)
        var prompt = unplaced(forest, context)
        prompt.place = place(forest)
        return prompt
    }

    private func unplaced(_ forest: WhyForest, _ context: DialogContext) -> DialogPrompt {
        switch present(forest) {
        case .cause(let below): causePrompt(below, forest, context)
        case .rest(let path, let rest): restPrompt(path, rest)
        case .evidence(let path): evidencePrompt(path, forest)
        case .ending: endingPrompt
        case .more: morePrompt(forest)
        case .editing(let path): editingPrompt(forest[path])
        }
    }

    private func causePrompt(_ below: [Int]?, _ forest: WhyForest, _ context: DialogContext) -> DialogPrompt {
        let depth = (below?.count ?? 0) + 1
        let question = question(below: below, forest, context)
        return DialogPrompt(
            lead: [StyledText("\(depth). \(question)", .question)]
                + hints(depth).map { StyledText($0, .hint) },
            label: "Why \(depth)")
    }

    /// The keys are told while they are new.
    private func hints(_ depth: Int) -> [String] {
        switch depth {
        case 1: ["Answer with what made it possible; Enter leaves this starting point out."]
        case 2 where !knowsKeys:
            [
                "Enter stops here; '+ text' adds a second cause beside the last one; '? text' rewords this question.",
                "'= text' says how we know the last one, '! text' notes an action for it.",
            ]
        default: []
        }
    }

    private func restPrompt(_ path: [Int], _ rest: WhysPhrasing.Rest) -> DialogPrompt {
        DialogPrompt(
            lead: [
                StyledText(rest.ask, .question),
                StyledText("Asked once; Enter lets the branch end here.", .hint),
            ], label: "Why \(path.count + 1)")
    }

    /// What is noted for a cause, and how to have that otherwise as well.
    private func editingPrompt(_ cause: WhyCause?) -> DialogPrompt {
        let labels = phrasing.labels
        let notes = [(labels.evidence, cause?.evidence), (labels.ends, cause?.ending)].compactMap {
            label, text in text.map { StyledText("  \(label): \($0)", .value) }
        }
        let keys =
            "On an empty line '= text' puts other evidence, '\(labels.ends): text' another ending."
        return DialogPrompt(
            lead: notes.isEmpty ? [] : notes + [StyledText(keys, .hint)], label: "Cause",
            prefill: cause?.text ?? "")
    }

    private func evidencePrompt(_ path: [Int], _ forest: WhyForest) -> DialogPrompt {
        let text = cause(path, forest)?.text ?? ""
        let lead = [
            StyledText(phrasing.askEvidence, .question), StyledText("  \(text)", .value),
            StyledText("A link, a log line, or 'unverified'; Enter leaves it open.", .hint),
        ]
        return DialogPrompt(lead: lead, label: phrasing.labels.evidence)
    }

    private var endingPrompt: DialogPrompt {
        let endings = WhyEnding.allCases.map { "\($0.number) \($0.words)" }.joined(separator: ", ")
        let lead = [
            StyledText(phrasing.askEnding, .question),
            StyledText("\(endings), or your own words; Enter leaves it open.", .hint),
        ]
        return DialogPrompt(lead: lead, label: phrasing.labels.ends)
    }

    private func morePrompt(_ forest: WhyForest) -> DialogPrompt {
        let numbers = numbers(forest)
        let steps = numbers.map { number, path in
            let indent = String(repeating: "  ", count: path.count - 1)
            return StyledText("  \(number)  \(indent)\(cause(path, forest)?.text ?? "")", .value)
        }
        let last = numbers.last?.number ?? 1
        let hint = StyledText(
            "'\(last): text' adds a cause beside number \(last), '\(last)' goes on below it, ':tree' draws them; Enter goes on.",
            .hint)
        return DialogPrompt(
            lead: [StyledText(phrasing.askMore, .question)] + steps + [hint], label: "Also")
    }
}
