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

    /// Only the line in brackets gives way to the first answer.
    @Test(arguments: ["<!-- from the release branch -->", "[ticket]: https://tickets.example/7"])
    func whatStandsBelowAPlaceholderStays(_ line: String) throws {
        let before = try postmortem(
            """
            # Incident Postmortem: P

            ### Code Diff

            [The change that mattered, in code or configuration]

            \(line)

            ```diff
            [The lines that matter, before and after]
            ```

            """)
        guard case .changed(let after) = setting(.text("- a"), "code-diff.block", in: before) else {
            return #expect(Bool(false), "the lines are taken")
        }
        #expect(String(decoding: after.document.bytes, as: UTF8.self).contains(line))
    }

    @Test func everyRowKeepsTheEndOfItsLine() throws {
        let text =
            "# Incident Postmortem: P\n\n## Incident Summary\n\n| Field | Details |\n| --- | --- |\n"
            + "| **Date** | 2026-03-02 |\r\n| **Severity** | High |\r\n| **Scribe** | Ann |\r\n"
        guard case .changed(let after) = setting(.text("Low"), "summary.severity", in: try postmortem(text))
        else {
            return #expect(Bool(false), "the severity is taken")
        }
        let written = String(decoding: after.document.bytes, as: UTF8.self)
        #expect(written.contains("| 2026-03-02 |\r\n"), "\(written.debugDescription)")
        #expect(written.hasSuffix("| **Scribe** | Ann |\r\n"), "\(written.debugDescription)")
    }

    /// Somebody began a name and did not end it.
    @Test func aGroupWithoutANameKeepsItsItems() throws {
        let before = try postmortem(
            """
            # Incident Postmortem: P

            ## Technical Improvements

            1. **
               - every reader names its options (F1)

            2. **Testing:**
               - load tests meet the limits of production (F3)

            """)
        let id = QuestionID("technical-improvements.groups")!
        guard case .markdown? = before.reading(id).content else {
            return #expect(Bool(false), "it is no list of groups")
        }
        let more = ContentGroup("Testing", ["clocks are read from one place"])
        let outcome = setting(.groups([more]), "technical-improvements.groups", in: before)
        guard case .refused = outcome else { return #expect(Bool(false), "it is not written anew") }
    }

    @Test func aSectionThatIsMadeLeavesTheLineAboveItAsItIs() throws {
        let before = try postmortem("# Incident Postmortem: P\n\nTwo blanks  \n\n## Our own\n\ntext\n")
        guard case .changed(let after) = setting(.list(["a: b"]), "technical-lessons.items", in: before)
        else {
            return #expect(Bool(false), "the list is taken")
        }
        #expect(
            String(decoding: after.document.bytes, as: UTF8.self).contains("Two blanks  \n"),
            "\(String(decoding: after.document.bytes, as: UTF8.self).debugDescription)")
    }
}
