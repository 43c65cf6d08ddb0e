import Glibc
import LosslessMarkdown
import Testing

/// Inputs that make careless parsers quadratic. Twice the input may cost twice the time and some noise, not four times
/// that; what is compared is the best of several runs, in time of the thread alone.
@Suite("Hostile documents take linear time", .serialized) struct HostileSizeTests {
    static let documents: [(String, @Sendable (Int) -> String)] = [
        ("quotes", { String(repeating: ">", count: $0) }),
        ("bullets", { String(repeating: "- ", count: $0) }),
        (
            "nested items",
            { (0..<($0 / 60)).map { String(repeating: " ", count: $0 % 60 * 2) + "- a\n" }.joined() }
        ),
        ("underscores", { String(repeating: "_", count: $0) + "." + String(repeating: "_", count: $0) }),
        ("brackets", { String(repeating: "[a](", count: $0) }),
        ("open labels", { String(repeating: "[a\n", count: $0) }),
        ("definitions", { String(repeating: "[a]: b\n", count: $0) }),
        ("open titles", { String(repeating: "[a]: b\n'\n", count: $0) }),
        ("titles over lines", { "[a]: b \"" + String(repeating: "c\n", count: $0) }),
        ("definitions and underlines", { String(repeating: "[a]: b\n---\n", count: $0) }),
        ("fences", { String(repeating: "```\n", count: $0) }),
        (
            "growing fences",
            { (0..<($0 / 100)).map { String(repeating: "`", count: $0 % 200 + 3) + "\n" }.joined() }
        ),
        ("back-ticks", { String(repeating: "` ", count: $0) }),
        ("comments", { String(repeating: "<!-- ", count: $0) }),
        ("comment lines", { String(repeating: "<!--\n", count: $0) }),
        ("tags", { String(repeating: "<a ", count: $0) }),
        ("text above a table", { String(repeating: "a\n", count: $0) + "| a |\n| - |\n" }),
        (
            "headers of many cells",
            {
                String(repeating: "a|", count: 400) + "\n" + String(repeating: "-|", count: 400) + "\n"
                    + String(repeating: "a\n", count: $0)
            }
        ),
        ("bars", { String(repeating: "|", count: $0) + "\n" + String(repeating: "|", count: $0) }),
        ("rules of cells", { String(repeating: "a\n-|\n", count: $0) }),
        ("blank lines in a list", { "- a\n" + String(repeating: "\n", count: $0) + "- b\n" }),
        ("items and blank lines", { String(repeating: "- a\n\n", count: $0) }),
        ("definitions in an item", { "- a\n" + String(repeating: "\n  [a]: b\n", count: $0) }),
        ("lazy lines", { String(repeating: ">", count: 90) + "a\n" + String(repeating: "a\n", count: $0) }),
        ("headings", { String(repeating: "# a\n", count: $0) }),
        ("rules", { String(repeating: "---\n", count: $0) }),
        (
            "headings that go down",
            { (0..<$0).map { String(repeating: "#", count: $0 % 6 + 1) + " a\n" }.joined() }
        ),
        ("directives", { String(repeating: "<!-- debrief:off -->\n\n", count: $0) }),
        ("open directives", { String(repeating: "<!-- debrief:", count: $0) }),
        ("directives in one paragraph", { String(repeating: "a <!-- debrief:on -->\n", count: $0) }),
        ("placeholders", { String(repeating: "[Name]\n\n", count: $0) }),
    ]

    @Test(arguments: documents.indices) func growsWithItsLength(_ index: Int) {
        let (name, text) = Self.documents[index]
        let small = best(MarkdownDocument.init, Array(text(1000).utf8))
        let large = best(MarkdownDocument.init, Array(text(8000).utf8))
        #expect(large < small * 8 * 4 + .milliseconds(50), "\(name): \(small), eight times as much \(large)")
    }

    private func best(_ read: ([UInt8]) -> MarkdownDocument, _ bytes: [UInt8]) -> Duration {
        (0..<3).map { _ in
            let start = Self.threadTime
            let document = read(bytes)
            _ = document.directives
            _ = document.placeholders()
            return Self.threadTime - start
        }.min()!
    }

    /// Other processes do not count.
    private static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
