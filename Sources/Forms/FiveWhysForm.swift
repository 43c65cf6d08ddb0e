import Diagnostics
import LosslessMarkdown

/// A problem statement and chains of whys. A single chain is the familiar numbered list; where a step has several
/// causes, what follows from each is nested beneath it; further chains have sub-headings of their own.
package struct FiveWhysForm: SectionForm {
    package static let kind = FormKind.fiveWhys

    package var problemLabel: String
    package var phrasing: WhysPhrasing

    package init(problemLabel: String, phrasing: WhysPhrasing) {
        self.problemLabel = problemLabel
        self.phrasing = phrasing
    }

    package func shape(of field: Field) -> AnswerShape { isProblem(field) ? .line : .whys(phrasing) }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        if isProblem(field) { return problemForm.read(problemField(field), in: place) }
        var forest = WhyForest()
        var isHalfFilled = false
        for chain in phrasing.chains {
            guard let home = home(of: chain, in: place) else { continue }
            let run = WhysRun(home)
            guard !run.blocks.isEmpty else {
                if let reading = textReading(field, in: home), chain.heading == nil { return reading }
                continue
            }
            let reader = WhysReader(document: place.document, phrasing: phrasing, firstQuestion: chain.ask)
            guard !run.isBroken, let step = reader.step(from: run.blocks) else {
                let whole = self.range(in: place)
                return Reading(.answered, .markdown(place.source(whole)), at: whole)
            }
            let kept = withoutPlaceholders(step, field)
            if let kept { forest.chains.append(WhyChain(id: chain.id, step: kept)) }
            isHalfFilled = isHalfFilled || kept != nil && kept != step
        }
        let range = range(in: place)
        guard !forest.isEmpty else { return Reading(.open, at: range) }
        return Reading(isHalfFilled ? .open : .answered, .whys(forest), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        if isProblem(field) { return problemForm.edits(problemField(field), to: content, in: place) }
        switch content {
        case .markdown(let text)?:
            return replacing(with: text, in: place)
        case .whys(let forest)?:
            return phrasing.chains.flatMap { edits(for: $0, forest[chain: $0.id]?.step, field, in: place) }
        case nil:
            return phrasing.chains.flatMap { edits(for: $0, nil, field, in: place) }
        case .text?, .list?, .table?, .groups?, .checklist?, .notApplicable?:
            return nil
        }
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        fields.flatMap { field -> [[String]] in
            isProblem(field) ? [["**\(problemLabel):** \(field.placeholder)"]] : [blank(field)]
        }
    }

    // MARK: parts

    private func isProblem(_ field: Field) -> Bool { field.id == "problem" }

    private var problemForm: LabelledLinesForm { LabelledLinesForm() }

    private func problemField(_ field: Field) -> Field {
        Field(
            id: field.id, label: problemLabel, aliases: field.aliases, placeholder: field.placeholder,
            choices: field.choices, shape: field.shape)
    }

    private func blank(_ field: Field) -> [String] {
        let step = WhyStep(question: phrasing.chains.first?.ask ?? "", causes: [WhyCause(field.placeholder)])
        return WhysText(labels: phrasing.labels).lines(step)
    }

    /// The section itself for the first chain, its sub-heading for another.
    private func home(of chain: WhysPhrasing.Chain, in place: SectionPlace) -> SectionPlace? {
        guard chain.heading != nil else { return place }
        let child = place.section.children.lazy.map { place.document.sections[$0] }.first {
            Self.isHeaded($0, as: chain)
        }
        return child.map { SectionPlace(document: place.document, section: $0, values: place.values) }
    }

    /// What stands where the list would be: a reason why there are no whys, a table, whys in lines of their own.
    private func textReading(_ field: Field, in place: SectionPlace) -> Reading? {
        guard let range = textRange(in: place) else { return nil }
        let text = place.source(range)
        return field.isOpen(withoutComments(text))
            ? Reading(.open, at: range) : Reading(.answered, .markdown(text), at: range)
    }

    /// The blocks behind the problem statement.
    private func textRange(in place: SectionPlace) -> Range<Int>? {
        let blocks = place.contentBlocks
        let problem = blocks.lastIndex { isProblem($0, in: place) }
        let rest = blocks[(problem.map { $0 + 1 } ?? 0)...]
        guard let first = rest.first, let last = rest.last else { return nil }
        let isAlone = place.values.standsIn(place.source(first.range))
        return first.range.lowerBound..<(isAlone ? first : last).range.upperBound
    }

    private func isProblem(_ block: Block, in place: SectionPlace) -> Bool {
        guard block.kind == .paragraph, let keyed = place.document.keyed(block) else { return false }
        return HeadingName(keyed.key) == HeadingName(problemLabel)
            || block.id == place.contentBlocks.first?.id && !keyed.key.lowercased().hasPrefix("why")
    }

    private func range(in place: SectionPlace) -> Range<Int> {
        let homes = phrasing.chains.compactMap { home(of: $0, in: place) }
        let lists = homes.compactMap { WhysRun($0).range }
        guard let first = lists.first, let last = lists.last else { return place.section.body }
        return min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
    }

    /// Without the placeholders that nothing follows from, and the questions that then stand alone.
    private func withoutPlaceholders(_ step: WhyStep, _ field: Field) -> WhyStep? {
        var kept = step
        kept.causes = step.causes.compactMap { cause in
            var cause = cause
            cause.next = cause.next.flatMap { withoutPlaceholders($0, field) }
            return field.isOpen(cause.text) && cause.next == nil ? nil : cause
        }
        return kept.causes.isEmpty ? nil : kept
    }

    // MARK: writing

    private func edits(
        for chain: WhysPhrasing.Chain, _ step: WhyStep?, _ field: Field, in place: SectionPlace
    ) -> [TextEdit] {
        let lines = step.map { WhysText(labels: phrasing.labels).lines($0) }
        guard let home = home(of: chain, in: place) else {
            guard let heading = chain.heading, let lines else { return [] }
            let marks = String(repeating: "#", count: place.section.level + 1)
            return place.inserting(["\(marks) \(heading)", ""] + lines, after: endOfSubtree(in: place))
        }
        if let lines { return replacing(chain, with: lines, in: place) }
        return chain.heading == nil ? replacing(chain, with: blank(field), in: place) : removing(home)
    }

    /// Markdown in the place of all chains, or of the text where they would be.
    private func replacing(with markdown: String, in place: SectionPlace) -> [TextEdit] {
        let hasList = phrasing.chains.compactMap { home(of: $0, in: place) }.contains {
            !WhysRun($0).blocks.isEmpty
        }
        guard let range = hasList ? range(in: place) : textRange(in: place) else {
            return place.replacing([], with: markdown)
        }
        return Region(document: place.document, range: range).edit(to: markdown)
    }

    private func replacing(_ chain: WhysPhrasing.Chain?, with lines: [String], in place: SectionPlace)
        -> [TextEdit]
    {
        guard let chain, let home = home(of: chain, in: place) else { return [] }
        let run = WhysRun(home)
        let lines = WhysComments(run, in: home.document).added(to: lines)
        if let range = run.range {
            // Several blocks become one list, so that each of them belongs to the edit.
            if run.blocks.count > 1 { return [TextEdit(range, lines.joined(separator: home.ending))] }
            return Region(document: home.document, range: range).edit(to: lines)
        }
        if let text = textRange(in: home) {
            return Region(document: home.document, range: text).edit(to: lines)
        }
        return home.appending(lines)
    }

    /// A chain that became empty takes its sub-heading along, unless a person wrote something else below it.
    private func removing(_ home: SectionPlace) -> [TextEdit] {
        let run = WhysRun(home)
        guard let heading = home.section.heading, let range = run.range else { return [] }
        guard home.contentBlocks.count == run.blocks.count else { return [TextEdit(range, "")] }
        var start = heading.range.lowerBound
        while start > 0, [0x0A, 0x0D].contains(home.document.bytes[start - 1]) { start -= 1 }
        return [TextEdit(start..<range.upperBound, "")]
    }

    private func endOfSubtree(in place: SectionPlace) -> Int {
        let sections = place.section.children.map { place.document.sections[$0] } + [place.section]
        return sections.compactMap { $0.blocks.last?.range.upperBound ?? $0.heading?.range.upperBound }.max()
            ?? place.section.body.lowerBound
    }
}
