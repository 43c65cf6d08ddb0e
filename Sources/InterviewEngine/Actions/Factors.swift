import Consistency
import DisplayText
import Forms
import Guides
import Postmortems

/// An item of the list of factors and its label.
enum FactorItem {
    /// Items with the labels from `first` on, where they have none of their own.
    static func labelled(_ items: [String], from first: FactorLabel) -> [String] {
        var number = first.number
        return items.map { item in
            if let own = FactorLabel.leading(in: item) {
                number = max(number, own.label.number + 1)
                return item
            }
            defer { number += 1 }
            return with(FactorLabel(number), item)
        }
    }

    /// A reworded item keeps the label that it had.
    static func relabelled(_ item: String, like old: String) -> String {
        guard let label = FactorLabel.leading(in: old)?.label, FactorLabel.leading(in: item) == nil else {
            return item
        }
        return with(label, item)
    }

    private static func with(_ label: FactorLabel, _ item: String) -> String {
        item.contains(": ") ? "\(label) \(item)" : "\(label): \(item)"
    }
}

extension InterviewSession {
    /// The guide's list of contributing factors.
    var factorList: QuestionID? {
        guide.sections.lazy.filter { $0.kind == "factors" }.flatMap { section in
            section.questions.map { (QuestionID(section.id, $0.field.id), $0.field.shape) }
        }.first { $0.1 == .keyedNumberedList }?.0
    }

    /// Where the ends of the whys become factors: the list, in a guide without one the fishbone.
    private var factorPlace: QuestionID? {
        if let factorList { return factorList }
        let fishbone = guide.sections.first { $0.form is FishboneForm }
        return fishbone.flatMap { section in
            section.questions.first.map { QuestionID(section.id, $0.field.id) }
        }
    }

    var trace: Trace { Trace(postmortem) }

    func nextLabel(for id: QuestionID) -> FactorLabel? {
        guard id == factorPlace else { return nil }
        return FactorLabel(max(trace.nextLabel.number, (linkedLabels.map(\.number).max() ?? 0) + 1))
    }

    /// Labels that causes of the whys carry.
    private var linkedLabels: [FactorLabel] {
        guard let whys, case .whys(let forest)? = postmortem.reading(whys.id).content else { return [] }
        return forest.paths.compactMap { forest[$0]?.factor }.flatMap { FactorLabel.named(in: $0) }
    }

    /// Ends of the whys that no factor speaks of yet; none through a pipe, where nobody confirms.
    func leaves(for id: QuestionID) -> [LeafProposal] {
        guard !isPiped, id == factorPlace, let whys,
            case .whys(let forest)? = postmortem.reading(whys.id).content
        else { return [] }
        let known = Set(
            trace.factors.map { $0.condition.lowercased() }
                + ContentParts(postmortem.reading(id).content).lines.map { $0.lowercased() })
        return forest.leaves.compactMap { path in
            guard let cause = forest[path], cause.factor == nil, !guide.values.standsIn(cause.text),
                FactorLabel.named(in: cause.text).isEmpty
            else { return nil }
            let text = cause.text.withoutFullStop
            guard !known.contains(text.lowercased()) else { return nil }
            let chain = whys.phrasing.chains.first { $0.id == path.chain }
            return LeafProposal(
                path: path, text: text, chain: chain?.heading.map { "\($0):" } ?? chain?.ask ?? "")
        }
    }

    /// The factors by name, above the question of how they combined.
    func factorLines(before id: QuestionID) -> [InterviewOutput] {
        guard guide[section: id.section]?.kind == "factors", guide[id]?.field.shape == .prose else {
            return []
        }
        let factors = trace.factors.filter { $0.label != nil }
        return factors.map { factor in
            .tell(
                StyledText("  \(factor.label.map(\.description) ?? "")  ", .command)
                    + StyledText(factor.title.isEmpty ? factor.condition : factor.title, .value))
        }
    }

    /// Labels typed at the end of an action or measure, put in brackets as a reader expects them.
    func withBracketedLabels(_ content: FormContent?, for id: QuestionID) -> FormContent? {
        guard let section = guide[section: id.section], ["actions", "prevention"].contains(section.kind)
        else {
            return content
        }
        let old = Set(ContentParts(postmortem.reading(id).content).lines)
        switch content {
        case .table(let rows)?:
            guard let field = guide[id]?.field, case .table(let columns) = section.form.shape(of: field),
                let text = columns.firstIndex(where: { $0.computed == nil })
            else { return content }
            return .table(
                rows.map { row in
                    guard !old.contains(row.cells.joined(separator: " | ")) else { return row }
                    var row = row
                    row.cells[text] = FactorLabel.bracketed(in: row.cells[text])
                    return row
                })
        case .groups(let groups)?:
            return .groups(
                groups.map { group in
                    ContentGroup(
                        group.name, group.items.map { old.contains($0) ? $0 : FactorLabel.bracketed(in: $0) })
                })
        case .text?, .list?, .whys?, .checklist?, .notApplicable?, .markdown?, nil: return content
        }
    }
}

extension String {
    /// Without a leading *because* and a closing full stop.
    fileprivate var withoutFullStop: String {
        var text = self
        if text.lowercased().hasPrefix("because "), let first = text.dropFirst(8).first {
            text = first.uppercased() + text.dropFirst(9)
        }
        while text.last == "." { text.removeLast() }
        return text
    }
}
