import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// Chains of whys that end at a person, come back to where they were, say a thing twice or stop early.
enum WhyChainCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.guide.sections.filter { $0.form is FiveWhysForm }.flatMap { section -> [Finding] in
            section.questions.flatMap { question -> [Finding] in
                let id = QuestionID(section.id, question.field.id)
                guard case .whys(let forest)? = document.postmortem.reading(id).content else { return [] }
                let problem = document.text(section.id, "problem")
                let walk = Walk(document: document, section: section)
                return forest.chains.flatMap { chain in
                    chain.step.map { walk.findings(in: $0, problem) } ?? []
                }
            } + elsewhere(section, in: document)
        }
    }

    /// Of chains below headings that the guide does not know, beside its own. How long they are is left to who wrote them.
    private static func elsewhere(_ section: GuideSection, in document: CheckedDocument) -> [Finding] {
        guard let form = section.form as? FiveWhysForm,
            let around = document.postmortem.section(section.id)
        else { return [] }
        let guided = Set(document.guide.sections.compactMap { document.postmortem.section($0.id)?.id })
        let chains = beside(around, in: document.document).filter { !guided.contains($0.id) }.compactMap {
            form.foreignChain(below: $0, in: document.document, document.guide.values)
        }
        guard !chains.isEmpty else { return [] }
        let walk = Walk(document: document, section: section)
        return chains.flatMap(walk.steps)
    }

    /// The sections within and next to one.
    private static func beside(_ section: Section, in document: MarkdownDocument) -> [Section] {
        let within = section.children.map { document.sections[$0] }
        let next = parent(of: section, in: document)?.children.map { document.sections[$0] } ?? []
        return within + next.filter { $0.id != section.id }
    }

    /// What it is a part of; the document itself does not count.
    private static func parent(of section: Section, in document: MarkdownDocument) -> Section? {
        section.parent.map { document.sections[$0] }.flatMap { $0.level > 1 ? $0 : nil }
    }

    private final class Walk {
        let document: CheckedDocument
        /// The paragraphs of the section by what they say.
        private let paragraphs: [(letters: BareLetters, range: Range<Int>)]

        init(document: CheckedDocument, section: GuideSection) {
            self.document = document
            let own = document.postmortem.section(section.id)
            let whole = own.flatMap { parent(of: $0, in: document.document)?.subtree }
            paragraphs = document.passages.filter {
                $0.block.kind == .paragraph
                    && ($0.section == section.id || whole?.contains($0.range.lowerBound) == true)
            }.map { (BareLetters(document.document.text($0.range)), $0.range) }
        }

        /// What there is to say about the lines of a chain, whatever its length.
        func steps(of chain: WhyStep) -> [Finding] {
            var found: [Finding] = []
            _ = walk(chain, above: [], depth: 1, into: &found)
            return found
        }

        func findings(in step: WhyStep, _ problem: String?) -> [Finding] {
            var found: [Finding] = []
            let last = walk(step, above: problem.map { [WhyLine($0)] } ?? [], depth: 1, into: &found)
            if last.depth < 3, let leaf = last.leaf, leaf.ending == nil,
                !document.guide.values.standsIn(leaf.text), let place = place(of: leaf),
                !isEnded(behind: place)
            {
                found.append(
                    CheckID.shortChain.finding(
                        at: place,
                        "The chain stops after \(counted(last.depth, "step")), and does not say why it ends there.",
                        ask: "What made this possible?",
                        settle: [
                            Suggestion(
                                "Ask on, or add \"Ends here: …\": something we can change, the edge of our control, or an open question."
                            )
                        ]))
            }
            return found
        }

        /// Whether a line says in words of its own that the chain is over.
        private func isEnded(behind place: Range<Int>) -> Bool {
            document.passages.contains { passage in
                passage.range.lowerBound >= place.lowerBound && passage.kind == "whys"
                    && Self.overs.stand(in: passage.words)
            }
        }

        private static let overs: ProsePhrases = [
            "end the chain", "ends the chain", "chain ends", "ends here", "end here", "stop here",
            "stops here",
        ]

        /// The deepest cause.
        private func walk(_ step: WhyStep, above: [WhyLine], depth: Int, into found: inout [Finding]) -> (
            depth: Int, leaf: WhyCause?
        ) {
            var deepest: (depth: Int, leaf: WhyCause?) = (depth, step.causes.first)
            let question = WhyLine(step.question, isQuestion: true)
            for cause in step.causes {
                let said = WhyLine(cause.text)
                if let finding = repeats(said, above) ?? repeats(said, [question]) { found.append(finding) }
                if let next = cause.next {
                    let reached = walk(next, above: above + [said], depth: depth + 1, into: &found)
                    if reached.depth > deepest.depth { deepest = reached }
                } else if let finding = person(cause) {
                    found.append(finding)
                }
            }
            return deepest
        }

        // MARK: one cause

        private func repeats(_ cause: WhyLine, _ above: [WhyLine]) -> Finding? {
            guard let index = above.lastIndex(where: { cause.saysTheSame(as: $0) }),
                let place = range(of: cause.text, behind: range(of: above[index].text))
            else { return nil }
            let isAbove = index == above.count - 1
            let other = above[index].text
            let line = self.line(of: other).map { " (line \($0))" } ?? ""
            return isAbove
                ? CheckID.restatement.finding(
                    at: place,
                    "\"\(cut(cause.text))\" says what the line above says, in other words: \"\(cut(other))\"\(line).",
                    ask: "What had to be there for it to come about?",
                    settle: [Suggestion("Name the condition behind it, or end the chain here.")])
                : CheckID.loop.finding(
                    at: place, "\"\(cut(cause.text))\" comes back to \"\(cut(other))\"\(line).",
                    ask: "What keeps these two going, and what lies outside of them?",
                    settle: [Suggestion("End the chain before it turns, or name what starts the turn.")])
        }

        /// The words of the names of people.
        private lazy var names = WordSet(
            document.postmortem.words(for: .people).flatMap { $0.lowercased().words().map(String.init) })

        private func person(_ cause: WhyCause) -> Finding? {
            guard PersonAsCause.ends(at: cause.text, names: names), let place = place(of: cause) else {
                return nil
            }
            return CheckID.endsAtPerson.finding(
                at: place, "The chain ends at a person: \"\(cut(cause.text))\".",
                ask:
                    "What made that step the sensible one at the time, and what would have met anybody in that seat?",
                settle: [
                    Suggestion("Ask once more: what did they see, and what was there to show them more?")
                ])
        }

        // MARK: places

        private func place(of cause: WhyCause) -> Range<Int>? { range(of: cause.text) }

        private func line(of text: String) -> Int? { range(of: text).map { document.line($0) } }

        /// The paragraph of the section that says it.
        private func range(of text: String, behind other: Range<Int>? = nil) -> Range<Int>? {
            let said = BareLetters(text)
            let all = paragraphs.filter { $0.letters.ends(with: said) }.map(\.range)
            return all.first { $0.lowerBound >= other?.upperBound ?? 0 } ?? all.first
        }

        private func cut(_ text: String) -> String { text.count <= 60 ? text : text.prefix(57) + "…" }
    }
}
