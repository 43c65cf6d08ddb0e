import DisplayText
import LosslessMarkdown
import Rendering
import TestSupport
import Testing

@Suite("A document as it reads on a terminal") struct TerminalPreviewTests {
    private static let folder = "Tests/RenderingTests/Snapshots"

    private func lines(_ width: Int) -> [StyledText] {
        TerminalPreview(MarkdownDocument(Repository.bytes("\(Self.folder)/preview.md")), width: width).lines
    }

    @Test(arguments: [72, 40, 20]) func isDrawnToFit(_ width: Int) {
        let drawn = lines(width)
        let problem = Snapshot("\(Self.folder)/preview-\(width).txt").problem(
            with: drawn.map { visible($0.text) + "\n" }.joined())
        #expect(problem == nil, "\(problem ?? "")")
    }

    @Test func wordsKeepTheirStyles() throws {
        let paragraph = try #require(lines(200).first { $0.text.hasPrefix("A paragraph") })
        let styled = paragraph.runs.filter { $0.style != .plain }.map { "\($0.style): \($0.text)" }
        #expect(
            styled.contains("strong: strong words") && styled.contains("emphasis: emphasis")
                && styled.contains("code: code"))
    }

    @Test(arguments: Samples.names) func everySampleFits(_ sample: String) throws {
        let document = try Samples.postmortem(sample).document
        for width in [40, 80] {
            for line in TerminalPreview(document, width: width).lines where !line.text.hasPrefix("    ") {
                #expect(
                    displayWidth(line.text) <= width || line.runs.contains { $0.style == .code },
                    "\(line.text)")
            }
        }
    }
}
