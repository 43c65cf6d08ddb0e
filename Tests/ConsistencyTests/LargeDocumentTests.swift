import Consistency
import Glibc
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// Eight times as many rows, items or placeholders may cost eight times the time and plenty of noise, but not sixty-four
/// times it; what is compared is the time of the thread alone.
@Suite("Checks take time by the length of a document", .serialized) struct LargeDocumentTests {
    /// Where lines are put in, behind the first one that begins so and the header of a table that follows it.
    static let growing: [(name: String, heading: String, line: @Sendable (Int) -> String)] = [
        (
            "rows of the timeline", "### Response Phase",
            { "| 12:\(10 + $0 % 50) | Customers of area \($0) were told | Declared the incident \($0) |" }
        ),
        (
            "actions", "### Short-Term Actions",
            { "| \($0 + 20) | Add an alert for queue\($0) | Priya Nair | 2026-03-09 | Done | High |" }
        ),
        ("related incidents", "## Related Incidents", { "| INC-2025-\($0) | 2025-03-02 | Like it | No |" }),
        ("placeholders", "### Technical Lessons", { "- [Name \($0)], [Date], TBD" }),
        ("braces", "### Technical Lessons", { _ in String(repeating: "{{ ", count: 60) }),
        ("angles", "### Technical Lessons", { _ in String(repeating: "<insert ", count: 60) }),
        ("claims", "### Issues Identified", { "- It took \($0 % 50 + 2) minutes to detect the fault" }),
        ("sections", "### Technical Lessons", { "\n### Timeline of Events\n\ntext \($0)\n" }),
    ]

    @Test(arguments: growing.indices) func growsWithItsLength(_ index: Int) throws {
        let small = try time(index, lines: 60)
        let large = try time(index, lines: 480)
        #expect(
            large < small * 8 * 3 + .milliseconds(200),
            "\(Self.growing[index].name): \(small), eight times as many \(large)")
    }

    private func time(_ index: Int, lines: Int) throws -> Duration {
        let document = MarkdownDocument(try text(index, lines: lines))
        let postmortem = Postmortem(document, guide: try TestGuides.standard())
        let start = Self.threadTime
        _ = DocumentChecks.findings(in: postmortem, today: nil)
        return Self.threadTime - start
    }

    private func text(_ index: Int, lines: Int) throws -> String {
        let (_, heading, line) = Self.growing[index]
        var text = Repository.text("Samples/2026-03-02-checkout-latency.md").split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let place = try #require(text.firstIndex { $0.hasPrefix(heading) })
        let isRow = line(0).hasPrefix("|")
        let start = isRow ? text[place...].firstIndex { $0.hasPrefix("|") }.map { $0 + 2 } : place + 2
        text.insert(contentsOf: (0..<lines).map(line), at: try #require(start))
        return text.joined(separator: "\n")
    }

    /// Other processes do not count.
    private static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
