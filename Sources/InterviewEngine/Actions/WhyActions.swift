import Consistency
import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems

/// An action that was noted under a cause of the whys.
struct WhyAction: Equatable, Sendable {
    var text: String
    var path: WhyPath
    /// Of the factor that the cause, or the first one below it, became.
    var label: FactorLabel?
}

extension InterviewSession {
    /// Actions of the whys that no table holds, before the first question of the action tables; each session once.
    mutating func whyActionOffers(before id: QuestionID) -> [WhyAction]? {
        guard !offeredWhyActions, !isPiped, id.section == guide.captures.action, let whys,
            case .whys(let forest)? = postmortem.reading(whys.id).content
        else { return nil }
        offeredWhyActions = true
        let trace = trace
        let taken = Set(trace.actions.map { Self.key($0.text) })
        let labels = Set(trace.factors.compactMap(\.label))
        let open = forest.paths.flatMap { path in
            (forest[path]?.actions ?? []).filter { !taken.contains(Self.key($0)) && !Self.isPlaced($0) }.map {
                WhyAction(text: $0, path: path, label: label(at: path, forest, among: labels))
            }
        }
        return open.isEmpty ? nil : open
    }

    private static func key(_ text: String) -> String {
        FactorLabel.withoutSuffix(text).lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// `… (action 7)`, or a note that it stays an idea.
    private static func isPlaced(_ text: String) -> Bool {
        text.contains("(action ") || text.hasSuffix("taken up)")
    }

    /// - Parameter labels: of the factors that there are; one may have been dropped since.
    private func label(at path: WhyPath, _ forest: WhyForest, among labels: Set<FactorLabel>) -> FactorLabel?
    {
        let below = forest.paths.filter { $0.chain == path.chain && $0.indices.starts(with: path.indices) }
        return below.lazy.compactMap { forest[$0]?.factor }.compactMap { FactorLabel.named(in: $0).first }
            .first { labels.contains($0) }
    }

    func ask(_ actions: [WhyAction]) -> [InterviewOutput] {
        guard let first = actions.first else { return [] }
        return [
            .tell(StyledText("")),
            .tell(StyledText("Noted under the whys: ", .question) + StyledText(first.text, .value)),
            .tell(
                StyledText(
                    "Within \(horizonKeys); Enter takes 1 week, 'n' leaves it out.", .hint)),
            .ask(Prompt(label: "Horizon", prefill: returned ?? "", history: "aside", purpose: .aside)),
        ]
    }

    mutating func take(_ text: String, _ actions: [WhyAction]) -> [InterviewOutput] {
        guard let first = actions.first, let section = guide.captures.action, let whys else { return ask() }
        let rest = Array(actions.dropFirst())
        aside = rest.isEmpty ? nil : .whyActions(rest)
        if ["n", "no"].contains(text.lowercased()) {
            let outputs = mark(first, "(not taken up)", whys.id)
            return outputs ?? proceedWithWhyActions()
        }
        guard let table = text.isEmpty ? week : horizon(named: text),
            let (target, row) = row(for: first, in: section, table)
        else {
            aside = .whyActions(actions)
            let keys = "a number from 1 to \(actionTables.count), words such as '1 week', or 'n'"
            return refuse(text, "'\(text)' is none of these: \(keys).")
        }
        let number = postmortem.sources(for: target, today: now.date).nextNumber
        let note = number.map { "(action \($0))" } ?? "(taken up)"
        let companion = marked(first, note, whys.id).map { (whys.id, $0 as FormContent?) }
        return addAction(
            row, to: target, isDated: false, with: companion, then: rest.isEmpty ? .resume : .askOn)
    }

    private mutating func proceedWithWhyActions() -> [InterviewOutput] {
        aside == nil ? current.map { move(to: $0) } ?? ask() : ask()
    }

    private func row(for action: WhyAction, in section: String, _ table: Question) -> (
        QuestionID, TableRecord
    )? {
        var captured = CapturedAction(action.text, today: now.date)
        if let label = action.label, FactorLabel.named(in: captured.text).isEmpty {
            captured.text = FactorLabel.suffixed(captured.text, with: [label])
        }
        let id = QuestionID(section, table.field.id)
        return row(for: captured, into: id).map { (postmortem.holder(of: id), $0) }
    }

    /// Writes what became of the action behind it, so that it is not offered again.
    private mutating func mark(_ action: WhyAction, _ note: String, _ id: QuestionID) -> [InterviewOutput]? {
        guard let content = marked(action, note, id) else { return nil }
        return record(
            content, for: id, then: aside == nil ? .resume : .askOn,
            saying: StyledText("Left out, and marked so under the whys.", .success))
    }

    private func marked(_ action: WhyAction, _ note: String, _ id: QuestionID) -> FormContent? {
        guard case .whys(var forest)? = postmortem.reading(id).content, var cause = forest[action.path],
            let index = cause.actions.firstIndex(of: action.text)
        else { return nil }
        cause.actions[index] = "\(action.text) \(note)"
        forest[action.path] = cause
        return .whys(forest)
    }
}
