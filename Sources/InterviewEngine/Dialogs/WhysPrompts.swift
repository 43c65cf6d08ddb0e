import DisplayText
import Forms
import Guides

extension WhysDialog {
    func prompt(_ context: DialogContext) -> DialogPrompt {
        let forest = Self.forest(context.content)
        switch present(forest) {
        case .cause(let below): return causePrompt(below, forest, context)
        case .evidence(let path): return evidencePrompt(path, forest)
        case .ending(let path): return endingPrompt(path, forest)
        case .more(let path): return morePrompt(path, forest)
        case .editing(let path):
            return DialogPrompt(label: "Cause", prefill: forest[path]?.text ?? "")
        }
    }

    private func causePrompt(_ below: [Int]?, _ forest: WhyForest, _ context: DialogContext) -> DialogPrompt {
        let depth = (below?.count ?? 0) + 1
        let question = question(below: below, forest, context)
        let hint =
            below == nil
            ? "Answer with what made it possible; Enter leaves this starting point out."
            : "Enter stops here; '+ text' adds a second cause beside the last one; '? text' rewords this question."
        let isKnown = depth > 3
        return DialogPrompt(
            lead: [StyledText("\(depth). \(question)", .question)]
                + (isKnown ? [] : [StyledText(hint, .hint)]),
            label: "Why \(depth)")
    }

    private func evidencePrompt(_ path: [Int], _ forest: WhyForest) -> DialogPrompt {
        let text = cause(path, forest)?.text ?? ""
        let lead = [
            StyledText(phrasing.askEvidence, .question), StyledText("  \(text)", .value),
            StyledText("A link, a log line, or 'unverified'; Enter leaves it open.", .hint),
        ]
        return DialogPrompt(lead: lead, label: phrasing.labels.evidence)
    }

    private func endingPrompt(_ path: [Int], _ forest: WhyForest) -> DialogPrompt {
        let endings = WhyEnding.allCases.map { "\($0.number) \($0.words)" }.joined(separator: ", ")
        let lead = [
            StyledText("What is the place this branch ends at?", .question),
            StyledText("\(endings), or your own words; Enter leaves it open.", .hint),
        ]
        return DialogPrompt(lead: lead, label: phrasing.labels.ends)
    }

    private func morePrompt(_ path: [Int], _ forest: WhyForest) -> DialogPrompt {
        let steps = path.indices.map { depth in
            StyledText("  \(depth + 1)  \(cause(Array(path.prefix(depth + 1)), forest)?.text ?? "")", .value)
        }
        let hint = StyledText("'2: text' adds a second cause at step 2; Enter goes on.", .hint)
        return DialogPrompt(
            lead: [StyledText(phrasing.askMore, .question)] + steps + [hint], label: "Also")
    }
}
