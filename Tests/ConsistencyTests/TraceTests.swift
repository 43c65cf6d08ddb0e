import Consistency
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Factors, actions and measures find each other") struct TraceTests {
    /// A postmortem with factors, actions and measures, each on a line.
    private func trace(factors: [String], actions: [String], measures: [String]) throws -> (Trace, Postmortem)
    {
        let text = """
            # Incident Postmortem: Gates

            ## Root Cause Analysis

            ### Root Cause

            **Contributing Factors:**

            \(factors.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n"))

            ## Action Items

            ### Short-Term Actions (Within 1 Week)

            | # | Action | Owner | Due Date | Status | Priority |
            | --- | --- | --- | --- | --- | --- |
            \(actions.enumerated().map { "| \($0.offset + 1) | \($0.element) | Ana | 2026-03-09 | ⏳ Pending | High |" }
                .joined(separator: "\n"))

            ## Prevention Measures

            ### Technical Improvements

            1. **Testing:**
            \(measures.map { "   - \($0)" }.joined(separator: "\n"))
            """
        let postmortem = Postmortem(MarkdownDocument(text), guide: try TestGuides.standard())
        return (Trace(postmortem), postmortem)
    }

    /// As in a document that was begun with a shorter guide.
    @Test func aFishboneNamesFactorsWhileTheirListIsEmpty() throws {
        let text = """
            # Incident Postmortem: Gates

            ## Root Cause Analysis

            ### Fishbone Diagram (Ishikawa)

            - **Technology**
              - F1 Quiet gates: no graph shows all gates
            """
        let trace = Trace(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
        #expect(trace.factors.map(\.condition) == ["no graph shows all gates"])
    }

    @Test func aLabelTiesAnActionToItsFactor() throws {
        let (trace, _) = try trace(
            factors: [
                "**F1 Quiet gates:** no graph shows all gates", "**F2 Daily list:** keys are read at nine",
            ],
            actions: ["Alert when 5% of all scans are refused (F1)", "Repair the printer"],
            measures: [
                "Refused scans page the operations desk (F1)",
                "Declined: reading keys hourly, because of cost (F2)",
            ])
        #expect(trace.factors.map(\.name) == ["F1 Quiet gates", "F2 Daily list"])
        #expect(trace.actions(for: trace.factors[0]).map(\.number) == ["1"])
        #expect(trace.measures(for: trace.factors[0]).count == 1)
        #expect(trace.openFactors.isEmpty)
        #expect(trace.looseActions.map(\.text) == ["Repair the printer"])
        #expect(trace.looseMeasures.isEmpty)
    }

    @Test func aFactorThatNothingNamesIsOpen() throws {
        let (trace, _) = try trace(
            factors: [
                "**F1 Quiet gates:** no graph shows all gates", "**F2 Daily list:** keys are read at nine",
            ],
            actions: ["Alert when 5% of all scans are refused (F1)"],
            measures: ["Gates fetch keys at once (F3)"])
        #expect(trace.openFactors.map(\.name) == ["F2 Daily list"])
        #expect(trace.strayLabels.map(\.label.description) == ["F3"])
    }

    @Test func withoutLabelsTheWordsTie() throws {
        let (trace, _) = try trace(
            factors: ["**Testing Gap:** Integration tests did not meet gateway errors"],
            actions: [
                "Add integration tests for gateway errors",
                "Implement automated leak detection for connections",
            ],
            measures: [
                "Add integration tests for all gateway errors",
                "Enable connection leak detection in the pool",
                "Synthetic monitoring for payment flows", "Require two reviewers for critical path changes",
            ])
        #expect(trace.openFactors.isEmpty)
        #expect(
            trace.looseMeasures.map(\.text) == [
                "Synthetic monitoring for payment flows", "Require two reviewers for critical path changes",
            ])
    }

    @Test func aMeasureMayNameItsActionByNumberOrBeAHabit() throws {
        let (trace, _) = try trace(
            factors: ["**F1 Quiet gates:** no graph"], actions: ["Write it down (F1)"],
            measures: [
                "Every terminal has a card (action 1)", "Standing practice: two people read each change",
            ])
        #expect(trace.looseMeasures.isEmpty)
    }

    @Test func placesAreTheBytesOfThePart() throws {
        let (trace, postmortem) = try trace(
            factors: ["**F1 Quiet gates:** no graph", "**F2 Daily list:** at nine"],
            actions: ["Write it down (F1)"],
            measures: ["Cards in every terminal"])
        let document = postmortem.document
        #expect(document.text(trace.factors[1].place.range) == "**F2 Daily list:** at nine")
        #expect(document.text(trace.actions[0].place.range) == "Write it down (F1)")
        #expect(document.text(trace.measures[0].place.range) == "Cards in every terminal")
    }

    @Test func aLabelIsNeverGivenTwice() throws {
        let (trace, _) = try trace(
            factors: ["**F1 Quiet gates:** no graph"], actions: ["Something for one that was dropped (F4)"],
            measures: ["A card"])
        #expect(trace.nextLabel == FactorLabel(5))
    }

    @Test func theFullSampleHasNoOrphans() throws {
        let trace = Trace(try Samples.postmortem("2026-03-02-checkout-latency"))
        #expect(trace.factors.count == 5)
        #expect(trace.actions.count == 9)
        #expect(trace.openFactors.isEmpty)
        #expect(trace.looseActions.isEmpty)
        #expect(trace.looseMeasures.isEmpty)
        #expect(trace.strayLabels.isEmpty)
    }
}

@Suite("Labels are read as people write them") struct FactorLabelTests {
    @Test(arguments: [
        ("Add a canary (F1)", ["F1"]), ("Add a canary (F1, F3)", ["F1", "F3"]),
        ("for F2 and F4", ["F2", "F4"]),
        ("(F1–F3)", ["F1", "F2", "F3"]), ("fix F5's pool", ["F5"]), ("press F1000", []), ("route 5F", []),
        ("f1 score", []),
    ])
    func named(_ text: String, _ labels: [String]) {
        #expect(FactorLabel.named(in: text).map(\.description) == labels)
    }

    @Test(arguments: [
        ("Add a canary F1", "Add a canary (F1)"), ("Add a canary f1, f2", "Add a canary (F1, F2)"),
        ("Add a canary F1 and F2", "Add a canary (F1, F2)"), ("Add a canary (F1)", "Add a canary (F1)"),
        ("F1", "F1"),
        ("Press and", "Press and"),
    ])
    func bracketed(_ typed: String, _ written: String) {
        #expect(FactorLabel.bracketed(in: typed) == written)
    }

    @Test func theSuffixComesOff() {
        #expect(FactorLabel.withoutSuffix("Add a canary (F1, F2)") == "Add a canary")
        #expect(FactorLabel.withoutSuffix("Add a canary (at last)") == "Add a canary (at last)")
    }
}
