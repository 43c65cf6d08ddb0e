import DisplayText
import Forms
import Testing

@Suite("A forest of whys is drawn in 80 columns") struct WhysDrawingTests {
    private static let phrasing = WhysPhrasing(
        askNext: #"What made "{answer}" possible?"#, askMore: "", askEvidence: "",
        labels: .init(evidence: "Evidence", ends: "Ends here", action: "Action"),
        chains: [
            .init(id: "happened", heading: nil, ask: "How?"),
            .init(id: "unseen", heading: "Unseen", ask: "How?"),
        ])

    private static let values = StateValues(
        notApplicable: "Not applicable: {reason}", unknown: "Open question: {who} might know",
        unknownToAll: "Open question")

    private static let long =
        "The list of signing keys is read once a day, at the moment in which the gate is started for its first passenger"

    private static let forest = WhyForest([
        WhyChain(
            id: "happened",
            step: WhyStep(
                question: "How did it come to happen?",
                causes: [
                    WhyCause(
                        long, evidence: "gate log",
                        next: WhyStep(
                            question: "How?",
                            causes: [WhyCause("Restarts ended", ending: "outside our control", factor: "F1")])
                    ),
                    WhyCause("The key changed at night"),
                ])),
        WhyChain(
            id: "unseen", step: WhyStep(question: "How unseen?", causes: [WhyCause("One screen a gate")])),
    ])

    @Test func branchesTextsAndMarks() {
        let lines = WhysDrawing(Self.forest, phrasing: Self.phrasing, values: Self.values).lines().map(\.text)
        #expect(
            lines == [
                "How did it come to happen?",
                "├─ 1 The list of signing keys is read once a day, at the moment in which the",
                "│    gate is started for its first passenger",
                "│  │    Evidence: gate log",
                "│  └─ 2 Restarts ended",
                "│          Ends here: outside our control",
                "│          Factor: F1",
                "│          (no evidence yet)",
                "└─ 3 The key changed at night",
                "        (no ending yet)",
                "        (no evidence yet)",
                "",
                "How unseen?",
                "└─ 4 One screen a gate",
                "        (no ending yet)",
                "        (no evidence yet)",
            ])
        #expect(lines.allSatisfy { displayWidth($0) <= 80 })
    }

    @Test func whatStandsInForACauseLacksNothing() {
        let step = WhyStep(
            question: "How unseen?",
            causes: [WhyCause("Open question: Ana might know"), WhyCause("Not applicable: seen at once")])
        let forest = WhyForest([WhyChain(id: "unseen", step: step)])
        let lines = WhysDrawing(forest, phrasing: Self.phrasing, values: Self.values).lines().map(\.text)
        #expect(
            lines.dropFirst() == ["├─ 1 Open question: Ana might know", "└─ 2 Not applicable: seen at once"])
    }

    @Test func oneChainAlone() {
        let lines = WhysDrawing(Self.forest, phrasing: Self.phrasing, values: Self.values).lines(
            chain: "unseen"
        ).map(\.text)
        #expect(lines.first == "How unseen?")
    }

    @Test func deepBranchesKeepRoomForTheirText() {
        var cause = WhyCause(Self.long)
        for _ in 0..<30 { cause = WhyCause("Deep", next: WhyStep(question: "How?", causes: [cause])) }
        let forest = WhyForest([WhyChain(id: "happened", step: WhyStep(question: "How?", causes: [cause]))])
        #expect(WhysDrawing(forest, phrasing: Self.phrasing, values: Self.values).lines().count < 60)
    }

    @Test func plainCharactersSayTheSame() {
        #expect(plainDrawing("│  └─ 2 Restarts ended ─") == "|  `- 2 Restarts ended -")
        #expect(plainDrawing("nothing to draw") == "nothing to draw")
    }
}
