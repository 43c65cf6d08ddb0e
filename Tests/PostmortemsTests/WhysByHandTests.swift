import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Whys written by hand are read, and go on in the interview") struct WhysByHandTests {
    private static let chain = QuestionID("five-whys", "chain")

    private func postmortem(_ body: String) throws -> Postmortem {
        let text = "# Incident Postmortem: Gates\n\n## Root Cause Analysis\n\n### The Five Whys\n\n\(body)\n"
        return Postmortem(MarkdownDocument(text), guide: try TestGuides.standard())
    }

    /// One line a cause, indented by its depth, with what hangs on it.
    private func outline(_ postmortem: Postmortem) -> [String] {
        guard case .whys(let forest)? = postmortem.reading(Self.chain).content else { return ["(no whys)"] }
        return forest.paths.map { path in
            let cause = forest[path]!
            let marks = [
                cause.evidence.map { "e:\($0)" }, cause.ending.map { "x:\($0)" },
                cause.factor.map { "f:\($0)" },
                cause.actions.isEmpty ? nil : "a:" + cause.actions.joined(separator: ","),
            ].compactMap { $0 }
            let indent = String(repeating: "  ", count: path.indices.count - 1)
            return
                "\(path.chain) \(indent)\([cause.text, marks.joined(separator: " ")].filter { !$0.isEmpty }.joined(separator: " | "))"
        }
    }

    private static let line = [
        "happened The pool was empty", "happened   Connections were kept", "happened     No release step",
    ]

    @Test(arguments: [
        // as the program writes it
        "1. **How?**\n   - The pool was empty\n\n2. **How?**\n   - Connections were kept\n\n3. **How?**\n   - No release step",
        // other marks
        "1) **How?**\n   * The pool was empty\n2) **How?**\n   + Connections were kept\n3) **How?**\n   * No release step",
        // bullets indented by two, and not at all
        "1. **How?**\n  - The pool was empty\n2. **How?**\n  - Connections were kept\n3. **How?**\n  - No release step",
        "1. **How?**\n- The pool was empty\n2. **How?**\n- Connections were kept\n3. **How?**\n- No release step",
        // blank lines everywhere
        "1. **How?**\n\n   - The pool was empty\n\n\n2. **How?**\n\n   - Connections were kept\n\n3. **How?**\n\n   - No release step",
        // the answer as a paragraph, indented or not
        "1. **How?**\n\n   The pool was empty\n\n2. **How?**\n\nConnections were kept\n\n3. **How?**\n\nNo release step",
        // the answer on the line of the question
        "1. **How?** The pool was empty\n2. **How?** Connections were kept\n3. How? No release step",
        // without the questions
        "1. The pool was empty\n2. Connections were kept\n3. No release step",
        "- The pool was empty\n  - Connections were kept\n    - No release step",
        // a lazy line
        "1. **How?**\n   - The pool was\nempty\n\n2. **How?**\n   - Connections were kept\n\n3. **How?**\n   - No release step",
    ])
    func oneChain(_ body: String) throws {
        #expect(outline(try postmortem(body)) == Self.line)
    }

    @Test func branchesAndLabels() throws {
        let body = """
            1. **How?**
               - The pool was empty
                 - evidence: graph of 14:31
                 - **Action:** Alert at 80%
                 - Connections were kept
                   - Ends here: something we can change
                   - Factor: F1
                 - The pool was small
            """
        #expect(
            outline(try postmortem(body)) == [
                "happened The pool was empty | e:graph of 14:31 a:Alert at 80%",
                "happened   Connections were kept | x:something we can change f:F1",
                "happened   The pool was small",
            ])
    }

    @Test func furtherChainsUnderTheirHeadings() throws {
        let body = """
            1. The pool was empty

            #### How it lasted

            * Nobody could see it
              * Evidence: unverified
            """
        #expect(
            outline(try postmortem(body)) == [
                "happened The pool was empty", "lasted Nobody could see it | e:unverified",
            ])
    }

    @Test(arguments: [
        "1. **How?**\n   - The pool was empty\n\n> a quote\n\n2. **How?**\n   - Connections were kept",
        "1. **How?**\n\n   ```\n   code\n   ```",
        "1. **How?**\n   - The pool was empty\n\n<!-- a remark -->\n\n2. **How?**\n   - Connections were kept",
    ])
    func whatDoesNotFitIsShownAsItIs(_ body: String) throws {
        let postmortem = try postmortem(body)
        guard case .markdown? = postmortem.reading(Self.chain).content else {
            Issue.record("read as \(outline(postmortem))")
            return
        }
    }

    @Test func aBlankChainIsOpen() throws {
        let body = "1. **How?**\n   - [Answer]\n\n2. **How?**\n   - [Answer]"
        #expect(try postmortem(body).reading(Self.chain).state == .open)
    }

    /// A cause is put at the end of every hand-written form; all that stood there reads as before.
    @Test(arguments: [
        "1. **How?**\n  - The pool was empty\n2. **How?**\n  - Connections were kept\n3. **How?**\n  - No release step",
        "- The pool was empty\n  - Connections were kept\n    - No release step",
        "1. **How?**\n\n   The pool was empty\n\n2. **How?**\n\nConnections were kept\n\n3. **How?**\n\nNo release step",
    ])
    func goingOnKeepsWhatIsThere(_ body: String) throws {
        let before = try postmortem(body)
        guard case .whys(var forest)? = before.reading(Self.chain).content else {
            Issue.record("no whys")
            return
        }
        _ = forest.add(
            WhyCause("It was added in a hurry"), asking: "How?", chain: "happened", below: [0, 0, 0])
        guard case .changed(let after) = before.setting(Self.chain, to: .whys(forest)) else {
            Issue.record("refused")
            return
        }
        #expect(outline(after) == Self.line + ["happened       It was added in a hurry"])
        #expect(outline(after.rebased(on: MarkdownDocument(after.document.bytes))) == outline(after))
    }

    @Test func aKeptWordingStaysWithItsLine() throws {
        let kept = "The pool was empty, obviously <!-- debrief:keep hindsight said so -->"
        let before = try postmortem("1. **How?**\n   - \(kept)\n     - Evidence: graph")
        guard case .whys(var forest)? = before.reading(Self.chain).content else {
            Issue.record("no whys")
            return
        }
        _ = forest.add(WhyCause("It was small"), asking: "How?", chain: "happened", below: nil)
        _ = forest.add(WhyCause("It was new"), asking: "How?", chain: "happened", below: [0])
        guard case .changed(let after) = before.setting(Self.chain, to: .whys(forest)) else {
            Issue.record("refused")
            return
        }
        #expect(String(decoding: after.document.bytes, as: UTF8.self).contains("- \(kept)\n"))
        #expect(after.reading(Self.chain).content == .whys(forest))
    }

    @Test func aCauseThatBeginsLikeALabelStaysACause() throws {
        let before = try postmortem("1. **How?**\n   - The pool was empty")
        let forest = WhyForest([
            WhyChain(
                id: "happened", step: WhyStep(question: "How?", causes: [WhyCause("Action: nobody took one")])
            )
        ])
        guard case .changed(let after) = before.setting(Self.chain, to: .whys(forest)) else {
            Issue.record("refused")
            return
        }
        #expect(outline(after) == ["happened Action\\: nobody took one"])
    }

    @Test func answersFilesCarryAllOfIt() throws {
        let cause = WhyCause(
            "The pool was empty", evidence: "graph", ending: "an open question", factor: "F2",
            actions: ["Alert at 80%", "Write it down"],
            next: WhyStep(
                question: "How?", causes: [WhyCause("Connections were kept"), WhyCause("It was small")]))
        let forest = WhyForest([WhyChain(id: "unseen", step: WhyStep(question: "How?", causes: [cause]))])
        let guide = try TestGuides.standard()
        guard case .changed(let first) = Postmortem.blank(guide).setting(Self.chain, to: .whys(forest)) else {
            Issue.record("refused")
            return
        }
        let (second, problems) = AnswersFile(first).applied(to: .blank(guide))
        #expect(problems.isEmpty)
        #expect(second.reading(Self.chain).content == .whys(forest))
        #expect(second.document.bytes == first.document.bytes)
    }
}
