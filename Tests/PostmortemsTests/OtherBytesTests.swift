import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("What the guide does not know stays") struct OtherBytesTests {
    private func postmortem(_ text: String, latin bytes: [UInt8] = []) throws -> Postmortem {
        let parts = text.split(separator: "¤", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return Postmortem(
            MarkdownDocument(Array(parts.joined(separator: bytes))), guide: try TestGuides.standard())
    }

    private func setting(_ content: FormContent?, _ id: String, in postmortem: Postmortem) -> EditOutcome {
        postmortem.setting(QuestionID(id)!, to: content)
    }

    /// `¤` stands for the byte FF, which no UTF-8 text holds.
    @Test func bytesThatAreNoTextStayInRowsNobodyTouched() throws {
        let before = try postmortem(
            """
            # Incident Postmortem: P

            ## Timeline of Events

            ### Discovery Phase

            | Time  | Event   | Action Taken | Actor |
            | ----- | ------- | ------------ | ----- |
            | 14:02 | alarm ¤ | -            | Ann   |

            """, latin: [0xFF])
        guard case .table(var rows)? = before.reading(QuestionID("timeline.discovery")!).content else {
            return #expect(Bool(false), "the rows are read")
        }
        rows.append(TableRecord(["14:05", "calm", "-", "Ann"]))
        guard case .changed(let after) = setting(.table(rows), "timeline.discovery", in: before) else {
            return #expect(Bool(false), "the row is taken")
        }
        #expect(after.document.bytes.contains(0xFF))
        #expect(!after.document.bytes.contains(0xBD))
        rows[0].cells[3] = "Bob"
        guard case .changed(let corrected) = setting(.table(rows), "timeline.discovery", in: after) else {
            return #expect(Bool(false), "the correction is taken")
        }
        #expect(corrected.document.bytes.contains(0xFF), "another cell of the row was corrected")
    }

    /// EF and BD also begin and end the sign that stands for bytes that are no text.
    @Test(arguments: [0xFF, 0xEF, 0xBD] as [UInt8]) func aChainOfWhysThatHoldsThemIsLeftAsItIs(_ byte: UInt8)
        throws
    {
        let before = try postmortem(
            """
            # Incident Postmortem: P

            ## Root Cause Analysis

            ### The Five Whys

            **Problem Statement:** Gates stood still

            1. **What made "gates stood still" possible?**
               - one key ¤

            """, latin: [byte])
        let id = QuestionID("five-whys.chain")!
        guard case .whys(var forest)? = before.reading(id).content, let path = forest.paths.first else {
            return #expect(Bool(false), "the chain is read")
        }
        forest[path]?.evidence = "the drawer"
        guard case .refused(let reason) = before.setting(id, to: .whys(forest)) else {
            return #expect(Bool(false), "nothing is written")
        }
        #expect(reason.contains("no UTF-8"))
    }

    /// A fifth column is the team's own.
    @Test func aColumnOfOnesOwnStaysWhereOneRowBecomesTwo() throws {
        let before = try postmortem(
            """
            # Incident Postmortem: P

            ## Timeline of Events

            ### Discovery Phase

            | Time | Event | Action Taken | Actor | Ticket |
            |---|---|---|---|---|
            | 14:02 | alarm | - | Ann | T-1 |
            | 14:09 | calm | - | Bob | T-2 |

            """)
        let rows = [
            ["14:02", "alarm rings", "-", "Ann"], ["14:05", "call", "-", "Ann"],
            ["14:09", "calm", "-", "Bob"],
        ].map { TableRecord($0) }
        guard case .changed(let after) = setting(.table(rows), "timeline.discovery", in: before) else {
            return #expect(Bool(false), "the rows are taken")
        }
        let text = String(decoding: after.document.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("| 14") }
        #expect(lines.count == 3)
        #expect(lines[0].contains("alarm rings") && lines[0].contains("T-1"))
        #expect(!lines[1].contains("T-"))
        #expect(lines[2].contains("T-2"))
    }

    /// Rows that read alike and differ in the team's own column.
    private func alike() throws -> Postmortem {
        try postmortem(
            """
            # Incident Postmortem: P

            ## Timeline of Events

            ### Discovery Phase

            | Time | Event | Action Taken | Actor | Ticket |
            |---|---|---|---|---|
            | 14:05 | alarm | - | Ann | T-1 |
            | 14:05 | alarm | - | Ann | T-2 |
            | 14:05 | alarm | - | Ann | T-3 |

            """)
    }

    private func rows(of postmortem: Postmortem) -> [Substring] {
        String(decoding: postmortem.document.bytes, as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("| 14") }
    }

    @Test(arguments: 1...3) func aRowThatIsDroppedIsNoOtherOfTheSameWords(_ number: Int) throws {
        let before = try alike()
        let rest = ContentParts(before.reading(QuestionID("timeline.discovery")!).content).removing(number)
        guard case .changed(let after) = setting(rest, "timeline.discovery", in: before) else {
            return #expect(Bool(false), "the row is dropped")
        }
        #expect(
            rows(of: after)
                == (1...3).filter { $0 != number }.map { "| 14:05 | alarm | - | Ann | T-\($0) |" })
    }

    @Test(arguments: 0..<3) func aRowThatIsCorrectedIsNoOtherOfTheSameWords(_ index: Int) throws {
        let before = try alike()
        guard case .table(var records)? = before.reading(QuestionID("timeline.discovery")!).content else {
            return #expect(Bool(false), "the rows are read")
        }
        records[index] = TableRecord(["14:05", "alarm", "-", "Bob"])
        guard case .changed(let after) = setting(.table(records), "timeline.discovery", in: before) else {
            return #expect(Bool(false), "the row is taken")
        }
        #expect(
            rows(of: after)
                == (0..<3).map { "| 14:05 | alarm | - | \($0 == index ? "Bob" : "Ann") | T-\($0 + 1) |" })
    }
}
