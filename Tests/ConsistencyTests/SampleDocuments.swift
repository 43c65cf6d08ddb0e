import Guides
import LosslessMarkdown
import Postmortems
import StrictYAML
import TestSupport
import Testing

/// The guides that come with the program, read from their files.
enum TestGuides {
    static func standard() throws -> Guide { try guide("standard") }

    static func guide(_ name: String) throws -> Guide {
        let path = "Prompts/\(name).yml"
        return try #require(GuideReader.read(YAMLSource(name: path, text: Repository.text(path))).guide)
    }
}

/// The documents in Samples/, each with the guide it follows.
enum Samples {
    static let names = [
        "2026-03-02-checkout-latency", "2026-04-14-label-printers", "2026-03-29-reminders-by-hand",
        "2026-02-11-build-queue",
    ]

    static func postmortem(_ name: String) throws -> Postmortem {
        let document = MarkdownDocument(Repository.bytes("Samples/\(name).md"))
        let guides = [try TestGuides.standard(), try TestGuides.guide("short")]
        return Postmortem(document, guide: try #require(GuideMatch.best(for: document, among: guides)))
    }
}
